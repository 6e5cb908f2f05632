-- expect: rejected
-- reasons: axiom_not_allowed
-- B5: in a list of names, one a line, it reads as two allowed ones
axiom «propext
Quot.sound» : False
theorem bad : 1 = 2 := «propext
Quot.sound».elim
