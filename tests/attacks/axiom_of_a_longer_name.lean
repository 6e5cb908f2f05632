-- expect: rejected
-- reasons: axiom_not_allowed
-- B5
axiom propext.ext : False
theorem bad : 1 = 2 := propext.ext.elim
