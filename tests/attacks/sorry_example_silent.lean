-- expect: incomplete
-- reasons: silenced
-- A4, A8: no constant, no warning
set_option warn.sorry false in
example : 1 = 2 := sorry
