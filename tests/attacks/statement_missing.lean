-- expect: rejected
-- elaborated: proved
-- D2: one of two theorems
theorem good : 1 + 1 = 2 := rfl
