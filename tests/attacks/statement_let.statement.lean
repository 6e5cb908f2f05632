theorem bad : let n := 1; n = 2 := sorry
