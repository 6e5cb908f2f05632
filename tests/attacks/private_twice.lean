-- expect: proved
-- K6: a private theorem has the name of a public one
private theorem Hidden.t : True := trivial
theorem Hidden.t' : True := Hidden.t
theorem good : 1 + 1 = 2 := rfl
