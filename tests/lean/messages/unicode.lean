/- Ünïcödé: 𝔸𝔹ℂ 🧮 -/ theorem «naïve 🧮» (α : Type) (𝓍 : α) : 𝓍 = 𝓍 := rfl

theorem wrong₁ (α β : Prop) (h₁ : α) : β := by
  have 𝒽 : α := h₁; exact 𝒽 -- 🙂🙂

#eval "ζ𝔸"
