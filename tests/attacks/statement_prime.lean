-- expect: rejected
-- elaborated: proved
-- S1
theorem bad' : 1 = 1 := rfl
