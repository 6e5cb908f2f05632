-- expect: rejected
-- elaborated: proved
-- reasons: definition_changed
-- S5: a constructor of another type
inductive Even : Nat → Prop where
  | zero : Even 0
  | step (n : Nat) : Even n → Even (n + 3)
theorem bad : Even 3 := Even.step 0 Even.zero
