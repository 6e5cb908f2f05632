-- a theorem that a macro only quotes is not stated
macro "assert_true" : command => `(
theorem quoted : True := trivial)
assert_true
theorem two : 1 + 1 = 2 := rfl
