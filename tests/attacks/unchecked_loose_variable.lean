-- expect: rejected
-- elaborated: proved
-- reasons: kernel_rejected
-- include: reach
-- K5: a value with a bound variable that nothing binds
@[command_elab Reach.act] def act : Lean.Elab.Command.CommandElab := fun _ c s => do
  let change d := Lean.Elab.Command.instMonadEnvCommandElabM.modifyEnv (Reach.add d) c s
  change (.thmDecl ⟨Reach.sig `bad Reach.falsity, Lean.mkBVar 0, [`bad]⟩)
act!
