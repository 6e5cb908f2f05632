inductive P where
  | a | b
instance : Inhabited P := ⟨.b⟩
def chosen : P := default
instance : DecidableEq P := fun x y => by cases x <;> cases y <;> first | exact isTrue rfl | exact isFalse nofun
theorem chosen_b : chosen = P.b := rfl
