-- expect: rejected
-- reasons: prelude_without_init
-- S6: another library gives the same words another meaning
prelude
import Init.Prelude.Types
theorem bad : True := True.intro
