-- expect: incomplete
-- A5
set_option debug.terminalTacticsAsSorry true
theorem bad : 1 = 2 := by omega
