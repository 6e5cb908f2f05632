theorem bad : 1 = 1 ∧ True := sorry
