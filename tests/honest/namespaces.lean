def Algebra.Nat.twice (n : Nat) : Nat := n + n
theorem Algebra.twice_two : Algebra.Nat.twice 2 = 4 := rfl
