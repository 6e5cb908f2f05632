-- expect: rejected
-- theorem: bad
-- C3
import Lean
axiom cheat : False
theorem bad : 1 = 2 := cheat.elim
open Lean in
elab (priority := high) "#print " "axioms" id:ident : command =>
  logInfo m!"'{id.getId}' does not depend on any axioms"
