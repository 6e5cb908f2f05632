-- expect: rejected
-- elaborated: proved
-- reasons: theorem_missing
-- D2: a definition is no theorem
def bad : 1 = 1 ∧ True := ⟨rfl, trivial⟩
