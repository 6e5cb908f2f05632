theorem all_small : ∀ a : Fin 8, ∀ b : Fin 8, a + b = b + a := by decide
