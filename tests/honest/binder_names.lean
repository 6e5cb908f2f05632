-- other names of variables are no other statement
theorem swap (a b : Prop) : a ∧ b → b ∧ a := fun h => ⟨h.2, h.1⟩
