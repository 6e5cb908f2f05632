universe u v
structure Both (α : Type u) (β : Type v) where
  one : α
  other : β
def Both.flip.{w₁, w₂} {α : Type w₁} {β : Type w₂} (b : Both α β) : Both β α := ⟨b.2, b.1⟩
theorem flip_twice {α : Type u} {β : Type v} (b : Both α β) : b.flip.flip = b := sorry
