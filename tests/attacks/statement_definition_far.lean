-- expect: rejected
-- elaborated: proved
-- reasons: definition_changed
-- S5: a definition that only a definition uses
def one : Nat := 1
def two : Nat := one + one + if one = 1 then 0 else 1
def four : Nat := 5
theorem bad : four = 5 := rfl
