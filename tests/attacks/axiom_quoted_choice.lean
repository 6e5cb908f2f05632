-- expect: rejected
-- B5
axiom «Classical.choice» : False
theorem bad : 1 = 2 := «Classical.choice».elim
