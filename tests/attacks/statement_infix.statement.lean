theorem bad (n : Nat) : n + 1 ≤ n := sorry
