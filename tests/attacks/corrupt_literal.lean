-- expect: rejected
-- elaborated: proved
-- reasons: module_malformed
-- theorem: bad
-- include: reach
-- K3: a number literal that is no number
@[extern "x"] opaque Lean.mkRawNatLit (n : Nat) : Lean.Expr
unsafe def less : Nat := unsafeCast (-4294967296 : Int)
@[implemented_by less] opaque least : Nat
@[command_elab Reach.act] def act : Lean.Elab.Command.CommandElab := fun _ c s => do
  let change d := Lean.Elab.Command.instMonadEnvCommandElabM.modifyEnv (Reach.add d) c s
  let apply (f : Lean.Name) (xs : List Lean.Expr) := xs.foldl Lean.mkApp (Lean.mkConst f [])
  let literal := Lean.mkRawNatLit least
  change (.thmDecl ⟨Reach.sig `bad (apply `Nat.le [literal, Lean.mkConst `Nat.zero []]),
    apply `Nat.le_of_ble_eq_true [literal, Lean.mkConst `Nat.zero [], Lean.mkConst `True.intro []], []⟩)
act!
