-- expect: rejected
-- elaborated: proved
-- reasons: definition_changed
-- S5: an instance that the statement needs
class Size (α : Type) where
  size : α → Nat
instance : Size Bool := ⟨fun _ => 1⟩
theorem bad : Size.size true = 1 := rfl
