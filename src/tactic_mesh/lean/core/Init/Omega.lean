prelude
import Init.Omega.Int
import Init.Omega.Logic
import Init.Omega.Constraint
/-! What the `omega` tactic needs: the laws it cites and the functions that the kernel computes when it checks its proofs. -/
