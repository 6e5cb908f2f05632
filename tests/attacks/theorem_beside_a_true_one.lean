-- expect: rejected
-- elaborated: proved
-- reasons: theorem_missing
-- C4: one of two theorems is thrown away
theorem good : 1 = 1 := rfl
macro (priority := high) "theorem " ident ":" term ":=" term : command => `(section end)
theorem bad : 1 = 2 := rfl
