theorem bad : 5 = 4 := sorry
