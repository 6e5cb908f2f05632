-- expect: incomplete
-- reasons: silenced
-- A4, on the way over the command line
prelude
import Init
set_option warn.sorry false
def bad : 1 = 2 := sorry
