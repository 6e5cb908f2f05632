-- expect: rejected
-- elaborated: proved
-- reasons: definition_changed
-- S7: a hole that is filled with the question
def answer : Prop := ∃ n : Nat, n > 5 ∧ n < 3
theorem bad : (∃ n : Nat, n > 5 ∧ n < 3) ↔ answer := Iff.rfl
