theorem bad (a b : Nat) : a < b := sorry
