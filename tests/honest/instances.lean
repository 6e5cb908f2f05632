structure Mod2 where
  bit : Bool
instance : Add Mod2 := ⟨fun a b => ⟨a.bit != b.bit⟩⟩
instance : Zero Mod2 := ⟨⟨false⟩⟩
theorem add_self (a : Mod2) : a + a = 0 := by
  obtain ⟨b⟩ := a
  cases b <;> rfl
