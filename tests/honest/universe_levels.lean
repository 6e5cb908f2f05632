universe u v
class Pointed (α : Sort u) where
  point : α
inductive Sum' (α : Type u) (β : Type v) : Type (max u v) where
  | left : α → Sum' α β
  | right : β → Sum' α β
instance {α : Type u} {β : Type v} [Pointed α] : Pointed (Sum' α β) := ⟨.left Pointed.point⟩
instance : Pointed Nat := ⟨7⟩
theorem pointed : (Pointed.point : Sum' Nat Nat) = .left 7 := rfl
