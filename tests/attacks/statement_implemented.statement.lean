def double (n : Nat) : Nat := n + n
theorem bad : double 2 = 5 := sorry
