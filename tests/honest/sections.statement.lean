section
variable {α : Type} (p q : α → Prop)
theorem all_and : (∀ x, p x ∧ q x) ↔ (∀ x, p x) ∧ ∀ x, q x := sorry
end
