theorem wrong (p q : Prop) : p ∧ q → q :=
  fun h => h.1

theorem right (p q : Prop) : p ∧ q → p :=
  fun h => h.1
