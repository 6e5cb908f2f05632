-- expect: rejected
-- reasons: axiom_not_allowed
-- B1
private axiom cheat : False
private theorem bad : 1 = 2 := cheat.elim
