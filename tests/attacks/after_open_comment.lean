-- expect: rejected
-- C5
theorem good : True := trivial
/-
theorem bad : False := by nonsense
