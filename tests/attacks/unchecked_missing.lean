-- expect: rejected
-- elaborated: proved
-- reasons: unknown_constant
-- include: reach
-- K2: it rests on a constant that is not there
@[command_elab Reach.act] def act : Lean.Elab.Command.CommandElab := fun _ c s => do
  let change d := Lean.Elab.Command.instMonadEnvCommandElabM.modifyEnv (Reach.add d) c s
  change (.thmDecl ⟨Reach.sig `bad Reach.falsity, Lean.mkConst `nowhere [], [`bad]⟩)
act!
