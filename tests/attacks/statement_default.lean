-- expect: rejected
-- elaborated: proved
-- reasons: statement_changed
-- S4: another default
def start (n : Nat := 2) : Nat := n
theorem bad : start = 2 := rfl
