theorem double_negation (p : Prop) : ¬¬p → p := sorry
theorem chosen {α : Type} (p : α → Prop) (h : ¬∀ x, ¬p x) : ∃ x, p x := sorry
