-- expect: rejected
-- elaborated: proved
-- reasons: theorem_missing
-- D2: one of two theorems
theorem good : 1 + 1 = 2 := rfl
