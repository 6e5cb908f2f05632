-- expect: no_verdict
-- wall_s: 1
-- R2
set_option maxHeartbeats 0
theorem bad : 1 = 2 := by repeat skip
