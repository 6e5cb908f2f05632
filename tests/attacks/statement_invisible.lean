-- expect: rejected
-- elaborated: proved
-- S9: a character without width
theorem «bad​» : 1 = 1 := rfl
