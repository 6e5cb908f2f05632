-- expect: rejected
-- a constant without an inhabitant
opaque bad : False
