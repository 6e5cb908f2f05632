-- expect: incomplete
-- A5
set_option debug.byAsSorry true
theorem bad : 1 = 2 := by omega
