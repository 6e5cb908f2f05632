-- expect: rejected
-- reasons: axiom_not_allowed
-- B4: an axiom behind an opaque constant
axiom cheat : False
opaque wrapped : False := cheat
theorem bad : 1 = 2 := wrapped.elim
