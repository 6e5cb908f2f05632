-- expect: rejected
-- elaborated: proved
-- reasons: kernel_rejected
-- include: reach
-- K6: a false lemma has a name as Lean gives it
@[command_elab Reach.act] def act : Lean.Elab.Command.CommandElab := fun _ c s => do
  let change d := Lean.Elab.Command.instMonadEnvCommandElabM.modifyEnv (Reach.add d) c s
  change (.thmDecl ⟨Reach.sig (.num (.str `bad "_proof") 1) Reach.falsity, Reach.truth, []⟩)
  change (.thmDecl ⟨Reach.sig `bad Reach.falsity, Lean.mkConst (.num (.str `bad "_proof") 1) [], []⟩)
act!
