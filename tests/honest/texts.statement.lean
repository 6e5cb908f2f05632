def greeting : String := "grüß\n\t\"Gott\" 𝔸 \u0000 end"
theorem greeting_length : greeting.length = 20 := sorry
theorem letters : 'λ'.toNat = 955 := sorry
