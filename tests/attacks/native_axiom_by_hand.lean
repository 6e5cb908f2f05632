-- expect: rejected
-- reasons: axiom_not_allowed
-- B7: an axiom with a name as native_decide gives it
axiom bad._native.native_decide.ax_1 : 1 = 2
theorem bad : 1 = 2 := bad._native.native_decide.ax_1
