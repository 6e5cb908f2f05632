-- expect: rejected
-- elaborated: proved
-- reasons: kernel_rejected
-- include: reach
-- K2: the right statement, past the kernel
def one_is_two : Prop := 1 = 2
@[command_elab Reach.act] def act : Lean.Elab.Command.CommandElab := fun _ c s => do
  let change d := Lean.Elab.Command.instMonadEnvCommandElabM.modifyEnv (Reach.add d) c s
  let apply (f : Lean.Expr) (xs : List Lean.Expr) := xs.foldl Lean.mkApp f
  let equal := apply (Lean.mkConst `Eq [Reach.one]) [Lean.mkConst `Nat [], Lean.mkNatLit 1, Lean.mkNatLit 2]
  change (.thmDecl ⟨Reach.sig `bad equal, Reach.truth, [`bad]⟩)
act!
