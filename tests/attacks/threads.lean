-- expect: no_verdict
-- wall_s: 10
-- R4: very many threads, none of which ends
structure Task (α : Type) where
  get : α
instance {α : Type} [Inhabited α] : Inhabited (Task α) := ⟨⟨default⟩⟩
@[extern "x"] opaque IO.sleep (ms : UInt32) : BaseIO Unit
@[extern "x"] opaque IO.asTask {α : Type} (act : IO α) (prio : Nat) : BaseIO (Task (Except IO.Error α)) :=
  pure ⟨.error default⟩
def many (n : Nat) : IO Unit := do
  for _ in [0:n] do
    discard (IO.asTask (IO.sleep 100000) 9)
#eval many 20000
theorem good : True := trivial
