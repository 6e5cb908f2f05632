-- expect: incomplete
-- reasons: silenced
-- A8: an error is dropped
#guard_msgs (drop all) in
example : False := by skip
