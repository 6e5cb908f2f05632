-- expect: rejected
-- command: proved
-- reasons: axiom_not_allowed
-- include: reach
-- B5: the last part of its name is a number
@[command_elab Reach.act] def act : Lean.Elab.Command.CommandElab := fun _ c s => do
  let change d := Lean.Elab.Command.instMonadEnvCommandElabM.modifyEnv (Reach.add d) c s
  change (.axiomDecl ⟨Reach.sig (.num `propext 0) Reach.falsity, false⟩)
  change (.thmDecl ⟨Reach.sig `bad Reach.falsity, Lean.mkConst (.num `propext 0) [], [`bad]⟩)
act!
