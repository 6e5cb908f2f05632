-- expect: rejected
-- reasons: theorem_missing
-- B1, D2: an axiom of the theorem's own name
axiom bad : 1 = 2
