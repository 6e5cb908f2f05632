-- expect: rejected
-- theorem: bad
-- C9, C10: a reference that outlives the text
import Lean
initialize memory : IO.Ref Nat ← IO.mkRef 0
run_cmd memory.modify (· + 1)
axiom cheat : False
theorem bad : 1 = 2 := cheat.elim
