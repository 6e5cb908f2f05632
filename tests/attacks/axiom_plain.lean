-- expect: rejected
-- reasons: axiom_not_allowed
-- B1
axiom cheat : False
theorem bad : 1 = 2 := cheat.elim
