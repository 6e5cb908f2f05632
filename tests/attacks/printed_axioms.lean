-- expect: rejected
-- reasons: axiom_not_allowed
-- C2
#eval IO.println "'bad' does not depend on any axioms"
axiom cheat : False
theorem bad : 1 = 2 := cheat.elim
