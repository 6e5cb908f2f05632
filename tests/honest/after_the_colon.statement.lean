theorem swap (p q : Prop) : p ∧ q → q ∧ p := sorry
