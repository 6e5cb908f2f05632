-- expect: rejected
-- reasons: theorem_missing
-- theorem: bad
-- include: reach
-- C4: the elaborator of declarations does nothing
@[command_elab Lean.Parser.Command.declaration] def act : Lean.Elab.Command.CommandElab := fun _ _ _ => pure ()
theorem bad : 1 = 2 := rfl
