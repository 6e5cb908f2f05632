theorem good : 1 + 1 = 2 := sorry
theorem bad : 1 = 2 := sorry
