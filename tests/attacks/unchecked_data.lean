-- expect: rejected
-- elaborated: proved
-- reasons: kernel_rejected
-- include: reach
-- K2, D2: a theorem whose type is no proposition
@[command_elab Reach.act] def act : Lean.Elab.Command.CommandElab := fun _ c s => do
  let change d := Lean.Elab.Command.instMonadEnvCommandElabM.modifyEnv (Reach.add d) c s
  change (.thmDecl ⟨Reach.sig `bad (Lean.mkConst `Nat []), Lean.mkConst `Nat.zero [], [`bad]⟩)
act!
