-- expect: rejected
-- theorem: bad
-- C4
import Lean
open Lean Elab Command in
@[command_elab Lean.Parser.Command.declaration] def act : CommandElab := fun _ => pure ()
theorem bad : 1 = 2 := rfl
