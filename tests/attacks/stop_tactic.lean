-- expect: incomplete
-- A1: what is left of the proof is skipped
theorem bad : 1 = 2 := by
  stop
  rfl
