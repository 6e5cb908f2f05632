-- expect: rejected
-- elaborated: proved
-- reasons: theorem_private
-- S1: the theorem is there under a private name
private theorem bad : 1 + 1 = 2 := rfl
