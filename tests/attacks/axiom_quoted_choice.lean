-- expect: rejected
-- reasons: axiom_not_allowed
-- B5
axiom «Classical.choice» : False
theorem bad : 1 = 2 := «Classical.choice».elim
