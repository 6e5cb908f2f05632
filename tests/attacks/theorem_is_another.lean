-- expect: rejected
-- elaborated: proved
-- reasons: statement_changed
-- theorem: bad
-- C4, S2: every theorem states `True`
macro (priority := high) "theorem " n:declId ":" term ":=" term : command => `(theorem $n : True := True.intro)
theorem bad : 1 = 2 := rfl
