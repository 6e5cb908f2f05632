instance parity : Setoid Nat where
  r a b := a % 2 = b % 2
  iseqv := ⟨fun _ => rfl, fun h => h.symm, fun h k => h.trans k⟩
def Parity := Quotient parity
def zero : Parity := Quotient.mk parity 0
theorem two : (Quotient.mk parity 2 : Parity) = zero := sorry
