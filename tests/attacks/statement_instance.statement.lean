theorem bad : 1 + 1 = 3 := sorry
