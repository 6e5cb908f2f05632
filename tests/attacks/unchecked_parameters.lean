-- expect: rejected
-- elaborated: proved
-- reasons: kernel_rejected
-- include: reach
-- K2: the same universe parameter twice
@[command_elab Reach.act] def act : Lean.Elab.Command.CommandElab := fun _ c s => do
  let change d := Lean.Elab.Command.instMonadEnvCommandElabM.modifyEnv (Reach.add d) c s
  change (.thmDecl ⟨⟨`bad, [`u, `u], Reach.falsity⟩, Reach.truth, [`bad]⟩)
act!
