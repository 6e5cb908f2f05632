-- expect: rejected
-- elaborated: proved
-- reasons: definition_changed
-- S5: a structure with one law more
structure Group where
  carrier : Type
  op : carrier → carrier → carrier
  assoc : ∀ a b c, op (op a b) c = op a (op b c)
  comm : ∀ a b, op a b = op b a
theorem bad (g : Group) (a b : g.carrier) : g.op a b = g.op b a := g.comm a b
