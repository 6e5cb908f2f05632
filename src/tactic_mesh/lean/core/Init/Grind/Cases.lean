prelude
import Init.Grind.Norm
/-! The types that `grind` takes apart: at once where that gives one case, and in its search for `∨`. -/

attribute [grind cases eager] And False Empty True PUnit Exists
attribute [grind cases] Or
