-- expect: rejected
-- elaborated: proved
-- reasons: unsafe_constant
-- include: reach
-- K2: an unsafe definition by hand
@[command_elab Reach.act] def act : Lean.Elab.Command.CommandElab := fun _ c s => do
  let change d := Lean.Elab.Command.instMonadEnvCommandElabM.modifyEnv (Reach.add d) c s
  change (.defnDecl ⟨Reach.sig `loop Reach.falsity, Reach.truth, .abbrev, .«unsafe», [`loop]⟩)
  change (.thmDecl ⟨Reach.sig `bad Reach.falsity, Lean.mkConst `loop [], [`bad]⟩)
act!
