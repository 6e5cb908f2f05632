-- a universe of another name is the same universe
theorem same.{w} (α : Sort w) (a : α) : a = a := rfl
