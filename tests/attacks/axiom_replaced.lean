-- expect: rejected
-- elaborated: proved
-- reasons: redeclared
-- include: reach
-- B6: an allowed axiom with another type, past the kernel
@[command_elab Reach.act] def act : Lean.Elab.Command.CommandElab := fun _ c s => do
  let change d := Lean.Elab.Command.instMonadEnvCommandElabM.modifyEnv (Reach.add d) c s
  change (.axiomDecl ⟨Reach.sig `propext Reach.falsity, false⟩)
  change (.thmDecl ⟨Reach.sig `bad Reach.falsity, Lean.mkConst `propext [], [`bad]⟩)
act!
