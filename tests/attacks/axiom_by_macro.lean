-- expect: rejected
-- reasons: axiom_not_allowed
-- B3: a macro declares it, with a name that cannot be written
macro "prepare" : command => `(axiom hidden : False)
macro "finish" : term => `(hidden.elim)
macro "both" : command => `(axiom hidden : False theorem bad : 1 = 2 := hidden.elim)
both
