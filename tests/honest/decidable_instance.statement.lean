def Prime' (n : Nat) : Prop := 2 ≤ n ∧ ∀ m, m < n → 2 ≤ m → n % m ≠ 0
instance (n : Nat) : Decidable (Prime' n) := by unfold Prime'; infer_instance
theorem seven : Prime' 7 := sorry
