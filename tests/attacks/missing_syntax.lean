-- expect: incomplete
-- A1: Lean elaborates a hole of the parser as sorry
macro "hole" : term => pure ⟨Lean.Syntax.missing⟩
theorem bad : False := hole
