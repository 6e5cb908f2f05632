-- expect: rejected
-- theorem: bad
-- K2, K6: a private function of Lean
import Lean
open private Lean.Environment.addDeclWithoutChecking from Lean.Environment
open Lean in
run_cmd do
  let decl := .thmDecl { name := `bad, levelParams := [], type := mkConst `False, value := mkConst `True.intro }
  match Lean.Environment.addDeclWithoutChecking (← getEnv) decl with
  | .ok env => setEnv env
  | .error _ => pure ()
