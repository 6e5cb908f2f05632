def one : Nat := 1

theorem t : one =
  1 := by
  rfl
