set_option autoImplicit true
theorem append_nil (xs : List α) : xs ++ [] = xs := sorry
