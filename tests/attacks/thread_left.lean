-- expect: rejected
-- C10: a thread goes on after the text
structure Task (α : Type) where
  get : α
instance {α : Type} [Inhabited α] : Inhabited (Task α) := ⟨⟨default⟩⟩
@[extern "x"] opaque IO.sleep (ms : UInt32) : BaseIO Unit
@[extern "x"] opaque IO.asTask {α : Type} (act : IO α) (prio : Nat) : BaseIO (Task (Except IO.Error α)) :=
  pure ⟨.error default⟩
def later : IO Unit := do
  IO.sleep 3000
  IO.println "still here"
#eval do discard (IO.asTask later 9)
theorem bad : 1 = 2 := rfl
