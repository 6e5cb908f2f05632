-- expect: rejected
-- elaborated: proved
-- reasons: definition_changed
-- S5: another relation
def R (_ _ : Nat) : Prop := True
theorem bad : Quot.mk R 1 = Quot.mk R 2 := Quot.sound trivial
