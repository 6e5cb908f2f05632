theorem bad : 1 + 1 = 2 := sorry
