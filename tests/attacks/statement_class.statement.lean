class Size (α : Type) where
  size : α → Nat
instance : Size Bool := ⟨fun b => if b then 2 else 1⟩
theorem bad : Size.size true = 1 := sorry
