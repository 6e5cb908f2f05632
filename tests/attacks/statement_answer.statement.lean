def answer : Prop := sorry
theorem bad : (∃ n : Nat, n > 5 ∧ n < 3) ↔ answer := sorry
