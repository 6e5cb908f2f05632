-- expect: incomplete
-- A3
set_option warn.sorry false
macro "fake" : term => `(sorry)
theorem bad : 1 = 2 := fake
