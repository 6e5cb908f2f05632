-- expect: rejected
-- command: proved
-- reasons: axiom_not_allowed
-- include: reach
-- K2, B2: an unsafe axiom
@[command_elab Reach.act] def act : Lean.Elab.Command.CommandElab := fun _ c s => do
  let change d := Lean.Elab.Command.instMonadEnvCommandElabM.modifyEnv (Reach.add d) c s
  change (.axiomDecl ⟨Reach.sig `loop Reach.falsity, true⟩)
  change (.thmDecl ⟨Reach.sig `bad Reach.falsity, Lean.mkConst `loop [], [`bad]⟩)
act!
