theorem swap : ∀ p q : Prop, p ∧ q → q ∧ p := fun _ _ h => ⟨h.2, h.1⟩
