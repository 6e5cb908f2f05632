theorem by_induction (n : Nat) : 0 + n = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Nat.add_succ, ih]

theorem no_rewrite (a b : Nat) : a = b → b = a := by
  intro h
  rw [Nat.add_comm]

theorem wrong_intro : 1 = 2 := by
  intro h
  decide

theorem undecided : 3 = 4 := by decide
