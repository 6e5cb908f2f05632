theorem bad.{u} (α : Type u) (a : α) : a = a := sorry
