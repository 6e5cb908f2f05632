theorem sum_zero (n : Nat) : 0 + n = n := sorry
