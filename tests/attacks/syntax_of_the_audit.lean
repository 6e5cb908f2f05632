-- expect: rejected
-- reasons: axiom_not_allowed
-- C3: the command that tells axioms is parsed as another
syntax (priority := high) "#print " &"axioms" ident : command
macro_rules | `(#print axioms $_:ident) => `(#eval IO.println "'bad' does not depend on any axioms")
axiom cheat : False
theorem bad : 1 = 2 := cheat.elim
#print axioms bad
