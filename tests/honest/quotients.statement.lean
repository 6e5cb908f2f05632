def sameParity (a b : Nat) : Prop := a % 2 = b % 2
def Parity : Type := Quot sameParity
theorem two_is_four : (Quot.mk sameParity 2 : Parity) = Quot.mk sameParity 4 := sorry
