-- expect: rejected
-- elaborated: proved
-- reasons: redeclared
-- include: reach
-- K2: a constant of the library with another value
@[command_elab Reach.act] def act : Lean.Elab.Command.CommandElab := fun _ c s => do
  let change d := Lean.Elab.Command.instMonadEnvCommandElabM.modifyEnv (Reach.add d) c s
  change (.thmDecl ⟨Reach.sig `Nat.add_comm Reach.falsity, Reach.truth, []⟩)
  change (.thmDecl ⟨Reach.sig `bad Reach.falsity, Lean.mkConst `Nat.add_comm [], []⟩)
act!
