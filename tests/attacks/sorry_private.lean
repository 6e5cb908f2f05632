-- expect: incomplete
-- A8
set_option warn.sorry false
private theorem hidden : 1 = 2 := sorry
theorem bad : 1 = 2 := hidden
