-- expect: rejected
-- reasons: option_not_allowed
-- A5
set_option debug.terminalTacticsAsSorry true
theorem bad : 1 = 2 := by omega
