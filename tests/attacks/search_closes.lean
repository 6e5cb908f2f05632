-- expect: rejected
-- A9
theorem bad : 1 = 2 := by exact?
