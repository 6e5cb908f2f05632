-- expect: rejected
-- theorem: bad
-- K2
import Lean
open Lean in
run_cmd do
  let decl := .thmDecl { name := `bad, levelParams := [], type := mkConst `False, value := mkConst `True.intro }
  match (← getEnv).addDeclCore 0 0 decl none (doCheck := false) with
  | .ok env => setEnv env
  | .error _ => pure ()
