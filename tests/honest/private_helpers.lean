private def one : Nat := 1
private theorem helper : one + 2 = 3 := rfl
theorem three : 1 + 2 = 3 := helper
