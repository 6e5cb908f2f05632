-- expect: rejected
-- reasons: option_not_allowed
-- A5
set_option debug.byAsSorry true
theorem bad : 1 = 2 := by omega
