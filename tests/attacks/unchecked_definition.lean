-- expect: rejected
-- elaborated: proved
-- reasons: kernel_rejected
-- theorem: bad
-- include: reach
-- K2: a definition with a value of another type
@[command_elab Reach.act] def act : Lean.Elab.Command.CommandElab := fun _ c s => do
  let change d := Lean.Elab.Command.instMonadEnvCommandElabM.modifyEnv (Reach.add d) c s
  change (.defnDecl ⟨Reach.sig `wrong Reach.falsity, Reach.truth, .abbrev, .safe, [`wrong]⟩)
act!
theorem bad : 1 = 2 := wrong.elim
