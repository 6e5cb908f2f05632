-- expect: incomplete
-- A1
theorem bad : 1 = 2 := by admit
