-- expect: incomplete
-- A6: an error is dropped, the theorem stays with a gap
#guard_msgs (drop all) in
theorem bad : False := by skip
