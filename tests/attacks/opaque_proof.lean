-- expect: rejected
-- A7: a constant without an inhabitant
opaque bad : False
