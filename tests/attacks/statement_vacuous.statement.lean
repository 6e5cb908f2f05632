theorem empty (n : Nat) (h : n < 0) : n = n + 1 := sorry
