-- expect: rejected
-- elaborated: proved
-- reasons: statement_changed
-- S2: `=` is another relation
local macro_rules | `($_ = $_) => `(True)
theorem bad : 1 = 2 := trivial
