-- expect: rejected
-- elaborated: proved
-- reasons: theorem_missing
-- S10: it stands in a comment and in a string
/- theorem bad : 1 = 2 := rfl -/
def s := "theorem bad : 1 = 2 := rfl"
theorem good : True := trivial
