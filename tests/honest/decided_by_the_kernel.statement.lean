theorem remainder : 2 ^ 1000 % 1009 = 942 := sorry
