private structure Box where
  content : Nat
private def Box.empty : Box := ⟨0⟩
theorem empty_zero : Box.empty.content = 0 := sorry
