theorem two_goals (p q : Prop) (hp : p) : p ∧ (q ∨ p) := by
  constructor
  · exact hp

example (n m : Nat) (h : n = m) : m = n := by
  cases n with
  | zero => skip
  | succ k => exact h.symm
