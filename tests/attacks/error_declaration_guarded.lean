-- expect: incomplete
-- reasons: theorem_missing
-- A6: the theorem is never added
#guard_msgs (drop all) in
theorem bad : nothing := by skip
