inductive P where
  | a | b
instance : Inhabited P := ⟨.b⟩
def chosen : P := default
theorem chosen_b : chosen = P.b := sorry
