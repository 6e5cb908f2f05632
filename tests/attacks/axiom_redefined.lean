-- expect: rejected
-- B6: the text cannot declare it again
axiom propext : False
theorem bad : 1 = 2 := propext.elim
