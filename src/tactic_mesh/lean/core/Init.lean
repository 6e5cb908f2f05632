prelude
import Init.Termination
import Init.MetaTypes
/-! The root of the core library. A file without `prelude` imports this module, so whatever is
reachable from here is what an ordinary Lean file may use without an import line. -/
