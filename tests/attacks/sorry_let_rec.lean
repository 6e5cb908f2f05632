-- expect: incomplete
-- A8
set_option warn.sorry false
theorem bad : 1 = 2 := by
  let rec hidden : 1 = 2 := sorry
  exact hidden
