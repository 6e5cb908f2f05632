theorem bad.{u, v} (α : Type u) (β : Type v) (a : α) (_ : β) : a = a := sorry
