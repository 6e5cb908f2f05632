-- expect: rejected
-- reasons: prelude_without_init, axiom_not_allowed
-- S5: a file without the library, on the way over the command line
prelude
inductive False : Prop
axiom cheat : False
