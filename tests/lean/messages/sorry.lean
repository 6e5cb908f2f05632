theorem unfinished (n : Nat) : n + 1 = 1 + n := sorry

theorem half : 1 = 1 ∧ 2 = 2 := by
  constructor
  · rfl
  · sorry
