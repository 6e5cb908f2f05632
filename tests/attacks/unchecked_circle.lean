-- expect: rejected
-- elaborated: proved
-- reasons: kernel_rejected
-- include: reach
-- K2: two theorems that prove each other
@[command_elab Reach.act] def act : Lean.Elab.Command.CommandElab := fun _ c s => do
  let change d := Lean.Elab.Command.instMonadEnvCommandElabM.modifyEnv (Reach.add d) c s
  change (.thmDecl ⟨Reach.sig `bad Reach.falsity, Lean.mkConst `worse [], [`bad]⟩)
  change (.thmDecl ⟨Reach.sig `worse Reach.falsity, Lean.mkConst `bad [], [`worse]⟩)
act!
