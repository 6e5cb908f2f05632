theorem bad : ∀ n : Nat, n < 0 → False := sorry
