-- expect: rejected
-- theorem: bad
-- C2: Lean's messages are taken back
import Lean
theorem bad : 1 = 2 := rfl
run_cmd modify fun s => { s with messages := {} }
