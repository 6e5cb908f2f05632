-- expect: rejected
-- elaborated: proved
-- reasons: statement_changed
-- S5: another value in the statement
theorem bad : let n := 2; n = 2 := rfl
