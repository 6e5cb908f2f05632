structure Group where
  carrier : Type
  op : carrier → carrier → carrier
  assoc : ∀ a b c, op (op a b) c = op a (op b c)
theorem bad (g : Group) (a b : g.carrier) : g.op a b = g.op b a := sorry
