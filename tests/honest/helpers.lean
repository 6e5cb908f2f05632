theorem step (n : Nat) (h : 0 + n = n) : 0 + (n + 1) = n + 1 := congrArg (· + 1) h
theorem sum_zero (n : Nat) : 0 + n = n := by
  induction n with
  | zero => rfl
  | succ n ih => exact step n ih
theorem afterwards : 0 + 5 = 5 := sum_zero 5
