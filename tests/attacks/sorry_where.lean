-- expect: incomplete
-- A8: the gap is in an auxiliary declaration
set_option warn.sorry false
theorem bad : 1 = 2 := hidden
where hidden : 1 = 2 := sorry
