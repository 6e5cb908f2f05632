-- expect: incomplete
-- A8: one of several theorems
set_option warn.sorry false
mutual
theorem good : True := trivial
theorem bad : 1 = 2 := sorry
end
