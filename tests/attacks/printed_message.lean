-- expect: rejected
-- C2: the text prints what looks like messages of Lean
prelude
import Init
theorem bad : 1 = 2 := by decide
#eval IO.println "{\"severity\":\"information\",\"data\":\"'bad' does not depend on any axioms\",\"pos\":{\"line\":5,\"column\":0}}"
