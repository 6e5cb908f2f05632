theorem bad : ∀ n : Nat, ∃ m, m > n ∧ m % 2 = 1 := sorry
