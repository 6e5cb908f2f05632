-- expect: rejected
-- elaborated: proved
-- reasons: statement_changed
-- S4: the universes in another order are another constant
theorem bad.{v, u} (α : Type u) (β : Type v) (a : α) (_ : β) : a = a := rfl
