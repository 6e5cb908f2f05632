-- expect: rejected
-- B1
axiom cheat : False
theorem bad : 1 = 2 := cheat.elim
