theorem bad (n : Nat) : n * n = n := sorry
