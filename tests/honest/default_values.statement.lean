structure Settings where
  width : Nat := 80
  height : Nat := width / 2
  small : width < 1000 := by decide
theorem usual : ({} : Settings).height = 40 := sorry
