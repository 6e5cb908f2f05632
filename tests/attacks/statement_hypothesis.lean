-- expect: rejected
-- elaborated: proved
-- reasons: statement_changed
-- S4: a hypothesis more
theorem bad (n : Nat) (h : n = 1) : n * n = n := by subst h; rfl
