-- expect: rejected
-- R1
theorem bad : 5 ^ 999999 % 7 = 5 := by decide
