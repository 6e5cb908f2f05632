-- expect: rejected
-- elaborated: proved
-- reasons: definition_changed
-- S5
abbrev P : Prop := 1 = 1
theorem bad : P := rfl
