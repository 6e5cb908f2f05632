-- expect: rejected
-- elaborated: proved
-- S4: a hypothesis more
theorem bad (n : Nat) (h : n = 1) : n * n = n := by subst h; rfl
