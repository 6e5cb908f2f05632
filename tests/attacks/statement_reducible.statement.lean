def P : Prop := 1 = 2
theorem bad : P := sorry
