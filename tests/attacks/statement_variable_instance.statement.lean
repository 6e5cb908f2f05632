theorem bad (α : Type) (a b : α) : a = b := sorry
