-- expect: rejected
-- reasons: axiom_not_allowed
-- S5: the statement's definition is an axiom
axiom double (n : Nat) : Nat
axiom double_two : double 2 = 5
theorem bad : double 2 = 5 := double_two
