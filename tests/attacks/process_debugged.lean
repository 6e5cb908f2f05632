-- expect: rejected
-- C8: another process is signalled and started
@[extern "x"] opaque IO.Process.getPID : BaseIO UInt32
structure Child where
  stdin : Unit
  stdout : Unit
  stderr : Unit
  pid : UInt32
  session : Bool
@[extern "x"] opaque IO.Process.Child.kill (config : Nat) (child : Child) : IO Unit
#eval do
  let me ← IO.Process.getPID
  try IO.Process.Child.kill 0 ⟨(), (), (), me - 1, false⟩ catch _ => pure ()
theorem bad : 1 = 2 := rfl
