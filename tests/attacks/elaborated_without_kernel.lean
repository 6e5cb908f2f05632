-- expect: rejected
-- K1
theorem bad : 1 = 2 := by
  with_unfolding_all exact (rfl : 1 = 1)
