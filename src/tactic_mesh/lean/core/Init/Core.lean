prelude
import Init.Core.Injectivity
import Init.Core.Operations
import Init.Core.Quotient
import Init.Classical
import Init.Coe
import Init.WF
import Init.Data.Bool
import Init.Data.ToString.Class
/-! The point from which notation, tactics, the simplifier's rules for propositions and truth values, classical
reasoning, quotients, coercions and well-founded recursion can be relied on. Modules about particular types start
from here. -/
