-- expect: rejected
-- elaborated: proved
-- reasons: statement_changed
-- S4: of the lowest universe only
theorem bad (α : Type) (a : α) : a = a := rfl
