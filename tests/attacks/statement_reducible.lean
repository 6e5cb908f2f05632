-- expect: rejected
-- elaborated: proved
-- S5
abbrev P : Prop := 1 = 1
theorem bad : P := rfl
