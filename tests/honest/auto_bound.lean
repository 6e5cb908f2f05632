theorem append_nil.{u} {α : Type u} (xs : List α) : xs ++ [] = xs := by simp
