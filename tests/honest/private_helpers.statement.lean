theorem three : 1 + 2 = 3 := sorry
