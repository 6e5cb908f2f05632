theorem three (h : 1 = 1) : 3 = 3 := rfl
theorem two : 2 = 2 := rfl
theorem one : 1 = 1 := rfl
