-- expect: incomplete
-- A6, A9: a suggestion is no proof
theorem bad : 1 = 2 := by apply?
