-- expect: rejected
-- theorem: bad
-- B2
import Lean
run_cmd Lean.Elab.Command.liftCoreM <| Lean.addDecl (.axiomDecl {
  name := `Lean.trusted, levelParams := [], type := Lean.mkConst `False, isUnsafe := false })
theorem bad : 1 = 2 := Lean.trusted.elim
