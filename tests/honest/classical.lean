theorem double_negation (p : Prop) : ¬¬p → p := fun h => Classical.byContradiction h
theorem chosen {α : Type} (p : α → Prop) (h : ¬∀ x, ¬p x) : ∃ x, p x :=
  Classical.byContradiction fun k => h fun x hx => k ⟨x, hx⟩
