-- expect: rejected
-- reasons: axiom_not_allowed
-- B5: the first letter is Cyrillic
axiom «рropext» : False
theorem bad : 1 = 2 := «рropext».elim
