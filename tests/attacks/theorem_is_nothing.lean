-- expect: rejected
-- elaborated: proved
-- reasons: theorem_missing
-- C4: theorems are thrown away, and nobody asks for one by its name
macro (priority := high) "theorem " ident ":" term ":=" term : command => `(section end)
theorem bad : 1 = 2 := rfl
