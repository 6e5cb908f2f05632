-- expect: rejected
-- theorem: bad
-- B2, B4: an opaque constant hides an axiom that a tactic declares
import Lean
open Lean in
theorem bad : 1 = 2 := by
  run_tac do
    addDecl (.axiomDecl { name := `hidden, levelParams := [], type := mkConst `False, isUnsafe := false })
    addDecl (.opaqueDecl { name := `wrapped, levelParams := [], type := mkConst `False, value := mkConst `hidden, isUnsafe := false, all := [`wrapped] })
  exact (by run_tac do (← Elab.Tactic.getMainGoal).assign (mkConst `wrapped) : False).elim
