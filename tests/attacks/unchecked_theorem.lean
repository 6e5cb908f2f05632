-- expect: rejected
-- elaborated: proved
-- reasons: kernel_rejected
-- include: reach
-- K2: a theorem that the kernel has not seen
@[command_elab Reach.act] def act : Lean.Elab.Command.CommandElab := fun _ c s => do
  let change d := Lean.Elab.Command.instMonadEnvCommandElabM.modifyEnv (Reach.add d) c s
  change (.thmDecl ⟨Reach.sig `bad Reach.falsity, Reach.truth, [`bad]⟩)
act!
