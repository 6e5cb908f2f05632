private def one : Nat := 1
theorem one_one : one + one = 2 := sorry
