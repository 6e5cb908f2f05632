-- expect: rejected
-- reasons: axiom_not_allowed
-- include: reach
-- B2: an axiom that no command declares
@[command_elab Reach.act] def act : Lean.Elab.Command.CommandElab := fun _ c s =>
  Lean.Elab.Command.instMonadEnvCommandElabM.modifyEnv
    (Reach.add (.axiomDecl ⟨Reach.sig `Lean.trusted Reach.falsity, false⟩)) c s
act!
theorem bad : 1 = 2 := Lean.trusted.elim
