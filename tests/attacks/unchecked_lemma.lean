-- expect: rejected
-- elaborated: proved
-- reasons: kernel_rejected
-- theorem: bad
-- include: reach
-- K2: what rests on it is right
@[command_elab Reach.act] def act : Lean.Elab.Command.CommandElab := fun _ c s => do
  let change d := Lean.Elab.Command.instMonadEnvCommandElabM.modifyEnv (Reach.add d) c s
  change (.thmDecl ⟨Reach.sig `wrong Reach.falsity, Reach.truth, [`wrong]⟩)
act!
theorem bad : 1 = 2 := wrong.elim
