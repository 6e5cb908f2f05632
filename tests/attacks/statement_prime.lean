-- expect: rejected
-- elaborated: proved
-- reasons: theorem_missing
-- S1
theorem bad' : 1 = 1 := rfl
