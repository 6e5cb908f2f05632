-- expect: rejected
-- elaborated: proved
-- reasons: definition_changed
-- S5: the clauses of a match in another order
def pick (n : Nat) : Nat := match n with
  | 0 => 2
  | _ => 1
theorem bad : pick 0 = 2 := rfl
