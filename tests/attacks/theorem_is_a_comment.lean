-- expect: rejected
-- reasons: theorem_missing
-- theorem: bad
-- C4: theorems are thrown away
macro_rules | `(command| theorem $_:declId $_:declSig := $_) => `(section end)
macro (priority := high) "theorem " ident ":" term ":=" term : command => `(section end)
theorem bad : 1 = 2 := rfl
