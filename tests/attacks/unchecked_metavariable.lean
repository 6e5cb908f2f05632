-- expect: rejected
-- elaborated: proved
-- reasons: module_malformed
-- include: reach
-- K5: a value with a metavariable
@[extern "x"] opaque Lean.mkMVar (name : Lean.Name) : Lean.Expr
@[command_elab Reach.act] def act : Lean.Elab.Command.CommandElab := fun _ c s => do
  let change d := Lean.Elab.Command.instMonadEnvCommandElabM.modifyEnv (Reach.add d) c s
  change (.thmDecl ⟨Reach.sig `bad Reach.falsity, Lean.mkMVar `x, [`bad]⟩)
act!
