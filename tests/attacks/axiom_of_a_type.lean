-- expect: rejected
-- reasons: axiom_not_allowed
-- B1: no proposition, yet it has an element
axiom Empty.any : Empty
theorem bad : 1 = 2 := nomatch Empty.any
