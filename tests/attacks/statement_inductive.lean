-- expect: rejected
-- elaborated: proved
-- reasons: definition_changed
-- S5: an inductive predicate with a constructor more
inductive Even : Nat → Prop where
  | zero : Even 0
  | step (n : Nat) : Even n → Even (n + 2)
  | three : Even 3
theorem bad : Even 3 := Even.three
