-- expect: rejected
-- S5: a file without the library, on the way over the command line
prelude
inductive False : Prop
axiom cheat : False
