theorem one : 1 = 1 := sorry
theorem two : 2 = 2 := sorry
theorem three (h : 1 = 1) : 3 = 3 := sorry
