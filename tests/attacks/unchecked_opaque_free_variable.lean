-- expect: rejected
-- elaborated: proved
-- reasons: module_malformed
-- include: reach
-- K5: an opaque constant whose value is a free variable
@[extern "x"] opaque Lean.mkFVar (name : Lean.Name) : Lean.Expr
@[command_elab Reach.act] def act : Lean.Elab.Command.CommandElab := fun _ c s => do
  let change d := Lean.Elab.Command.instMonadEnvCommandElabM.modifyEnv (Reach.add d) c s
  change (.opaqueDecl ⟨Reach.sig `wrong Reach.falsity, Lean.mkFVar `x, false, [`wrong]⟩)
  change (.thmDecl ⟨Reach.sig `bad Reach.falsity, Lean.mkConst `wrong [], [`bad]⟩)
act!
