-- expect: rejected
-- elaborated: proved
-- reasons: statement_changed, definition_changed
-- S5: the fields in another order, reached by projections
structure Pair where
  second : Nat
  first : Nat
def swap (p : Pair) : Pair := ⟨p.1, p.2⟩
theorem bad : (swap ⟨1, 2⟩).1 = 1 := rfl
