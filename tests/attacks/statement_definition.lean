-- expect: rejected
-- elaborated: proved
-- reasons: definition_changed
-- S5, B8: the statement's definition has another value
def double (_ : Nat) : Nat := 5
theorem bad : double 2 = 5 := rfl
