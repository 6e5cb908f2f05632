-- expect: rejected
-- R5: U+2028 does not end a comment
--   theorem good : True := trivial
theorem bad : 1 = 2 := rfl
