-- expect: rejected
-- A9: no goal is displayed, a hole is left
theorem bad : ∃ n : Nat, n = n + 1 := by
  apply Exists.intro
