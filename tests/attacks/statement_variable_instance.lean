-- expect: rejected
-- elaborated: proved
-- reasons: statement_changed
-- S4: an assumption in square brackets
variable (α : Type) [Subsingleton α]
theorem bad (a b : α) : a = b := Subsingleton.elim a b
