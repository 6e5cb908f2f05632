-- expect: rejected
-- elaborated: proved
-- reasons: definition_changed
-- S5: a recursive definition with another clause
def count : Nat → Nat
  | 0 => 1
  | n + 1 => count n + 1
theorem bad : count 2 = 3 := rfl
