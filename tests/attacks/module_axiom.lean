-- expect: rejected
-- reasons: axiom_not_allowed
-- B1: a module header, on the way over the command line
module
axiom cheat : False
