prelude
import Init.Core.Injectivity
import Init.Classical
import Init.Coe
import Init.WF
import Init.Data.ToString.Class
/-! The point from which notation, tactics, the simplifier's rules for propositions, classical reasoning,
coercions and well-founded recursion can be relied on. Modules about particular types start from here. -/
