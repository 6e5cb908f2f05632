-- expect: rejected
-- elaborated: proved
-- S4: of the lowest universe only
theorem bad (α : Type) (a : α) : a = a := rfl
