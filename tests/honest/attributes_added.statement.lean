def double (n : Nat) : Nat := n + n
theorem double_zero : double 0 = 0 := sorry
theorem double_sum : double 0 + double 0 = 0 := sorry
