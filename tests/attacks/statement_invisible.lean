-- expect: rejected
-- elaborated: proved
-- reasons: theorem_missing
-- S9: a character without width
theorem «bad​» : 1 = 1 := rfl
