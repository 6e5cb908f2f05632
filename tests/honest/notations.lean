def join (a b : Nat) : Nat := a * 10 + b
infixl:65 " ⋈ " => join
notation "⟪" a "⟫" => a ⋈ a
theorem joined : ⟪1⟫ = 11 := rfl
