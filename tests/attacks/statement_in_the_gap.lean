-- expect: rejected
-- elaborated: proved
-- reasons: statement_changed
-- S10: the text of a proof states a theorem of its own
theorem other : True := by trivial
theorem bad : True := by trivial
