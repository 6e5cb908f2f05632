-- expect: rejected
-- elaborated: proved
-- reasons: unsafe_constant
-- include: reach
-- K2: a safe theorem rests on an unsafe definition
unsafe def loop : False := loop
@[command_elab Reach.act] def act : Lean.Elab.Command.CommandElab := fun _ c s => do
  let change d := Lean.Elab.Command.instMonadEnvCommandElabM.modifyEnv (Reach.add d) c s
  change (.thmDecl ⟨Reach.sig `bad Reach.falsity, Lean.mkConst `loop [], [`bad]⟩)
act!
