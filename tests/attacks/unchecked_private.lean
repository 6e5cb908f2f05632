-- expect: rejected
-- elaborated: proved
-- reasons: kernel_rejected
-- include: reach
-- K6: a private name of another module
@[command_elab Reach.act] def act : Lean.Elab.Command.CommandElab := fun _ c s => do
  let change d := Lean.Elab.Command.instMonadEnvCommandElabM.modifyEnv (Reach.add d) c s
  change (.thmDecl ⟨Reach.sig (.str (.num `_private.Init.Core 0) "bad") Reach.falsity, Reach.truth, []⟩)
  change (.thmDecl ⟨Reach.sig `bad Reach.falsity, Lean.mkConst (.str (.num `_private.Init.Core 0) "bad") [], []⟩)
act!
