-- expect: rejected
-- elaborated: proved
-- reasons: statement_changed
-- S4: an assumption that stands before the theorem
variable (h : False)
include h
theorem bad : 1 = 2 := h.elim
