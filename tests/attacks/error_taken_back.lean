-- expect: proved
-- include: reach
-- C2: an error is taken out of Lean's messages; `good`, which alone is left, is true
@[extern "x"] opaque Lean.Elab.Command.elabCommand (s : Lean.Syntax) : Lean.Elab.Command.CommandElabM Unit
syntax (name := quiet) "quiet! " command : command
@[command_elab quiet] def act : Lean.Elab.Command.CommandElab := fun stx c s => do
  let before ← ST.Ref.get s
  Lean.Elab.Command.elabCommand (stx.getArg 1) c s
  let env ← Lean.Elab.Command.instMonadEnvCommandElabM.getEnv c s
  ST.Ref.set s before
  Lean.Elab.Command.instMonadEnvCommandElabM.modifyEnv (fun _ => env) c s
quiet! example : 1 = 2 := rfl
theorem good : True := trivial
