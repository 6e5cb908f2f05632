theorem and_swap_here (p q : Prop) : p ∧ q → q ∧ p := fun h => ⟨h.2, h.1⟩

theorem add_zero_here : ∀ n : Nat, n + 0 = n := by
  intro n
  rfl
