theorem chain (a b c d : Nat) (h₁ : a = b) (h₂ : b = c) (h₃ : c = d) : a = d :=
  calc
    a = b := h₁
    _ = c := h₂
    _ = d := h₃

theorem broken_chain (a b c : Nat) (h₁ : a = b) (h₂ : b = c) : a = c :=
  calc
    a = b := h₁
    _ = a := h₂

theorem first_try (p : Prop) (h : p) : p := by
  first | contradiction | assumption
