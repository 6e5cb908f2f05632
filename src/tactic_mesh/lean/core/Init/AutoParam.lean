prelude
import Init.Prelude.Meta
/-! This module: arguments that a tactic fills in. -/
universe u
set_option linter.unusedVariables false

@[reducible] def autoParam (α : Sort u) (tactic : Lean.Syntax) : Sort u := α
