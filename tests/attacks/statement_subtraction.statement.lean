theorem less (n : Nat) : n - (n + 1) = 0 := sorry
