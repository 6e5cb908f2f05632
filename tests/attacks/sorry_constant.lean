-- expect: incomplete
-- A2: no `sorry` in the text
theorem bad : 1 = 2 := sorryAx _ false
