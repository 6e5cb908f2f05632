-- expect: incomplete
-- A8
example : 1 = 2 := sorry
