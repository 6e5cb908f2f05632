-- expect: incomplete
-- A4: the warning is off
set_option warn.sorry false in
theorem bad : 1 = 2 := sorry
