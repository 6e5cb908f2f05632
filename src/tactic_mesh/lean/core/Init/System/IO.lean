prelude
import Init.System.ST
import Init.Data.ToString.Basic
/-! This module: programs that act on the world: their type, their errors, printing and references. -/
universe u

opaque IO.RealWorld.nonemptyType : NonemptyType.{0}
/-- The token that the types of world-changing programs pass along. -/
def IO.RealWorld : Type := IO.RealWorld.nonemptyType.type
instance IO.RealWorld.instNonempty : Nonempty IO.RealWorld := IO.RealWorld.nonemptyType.property

/-- What the operating system, or a program itself, may report as an error. -/
inductive IO.Error where
  | alreadyExists (filename : Option String) (osCode : UInt32) (details : String)
  | otherError (osCode : UInt32) (details : String)
  | resourceBusy (osCode : UInt32) (details : String)
  | resourceVanished (osCode : UInt32) (details : String)
  | unsupportedOperation (osCode : UInt32) (details : String)
  | hardwareFault (osCode : UInt32) (details : String)
  | unsatisfiedConstraints (osCode : UInt32) (details : String)
  | illegalOperation (osCode : UInt32) (details : String)
  | protocolError (osCode : UInt32) (details : String)
  | timeExpired (osCode : UInt32) (details : String)
  | interrupted (filename : String) (osCode : UInt32) (details : String)
  | noFileOrDirectory (filename : String) (osCode : UInt32) (details : String)
  | invalidArgument (filename : Option String) (osCode : UInt32) (details : String)
  | permissionDenied (filename : Option String) (osCode : UInt32) (details : String)
  | resourceExhausted (filename : Option String) (osCode : UInt32) (details : String)
  | inappropriateType (filename : Option String) (osCode : UInt32) (details : String)
  | noSuchThing (filename : Option String) (osCode : UInt32) (details : String)
  | unexpectedEof
  | userError (msg : String)
instance : Inhabited IO.Error := ⟨.userError ""⟩
def IO.userError (s : String) : IO.Error := .userError s
namespace IO.Error
def otherErrorToString (gist : String) (code : UInt32) (details : String) : String :=
  gist ++ " (error code: " ++ toString code.toNat ++ ", " ++ details ++ ")"
def fopenErrorToString (gist fn : String) (code : UInt32) (details : String) : String :=
  otherErrorToString gist code details ++ "\n  file: " ++ fn
def mayNameFile (gist : String) (fn : Option String) (code : UInt32) (details : String) : String :=
  match fn with
  | some fn => fopenErrorToString gist fn code details
  | none => otherErrorToString gist code details
/-- What a user reads when a program ends with this error. -/
def toString : IO.Error → String
  | alreadyExists fn code details => mayNameFile "already exists" fn code details
  | otherError code details => otherErrorToString "other error" code details
  | resourceBusy code details => otherErrorToString "resource busy" code details
  | resourceVanished code details => otherErrorToString "resource vanished" code details
  | unsupportedOperation code details => otherErrorToString "unsupported operation" code details
  | hardwareFault code details => otherErrorToString "hardware fault" code details
  | unsatisfiedConstraints code details => otherErrorToString "directory not empty" code details
  | illegalOperation code details => otherErrorToString "illegal operation" code details
  | protocolError code details => otherErrorToString "protocol error" code details
  | timeExpired code details => otherErrorToString "time expired" code details
  | interrupted fn code details => fopenErrorToString "interrupted system call" fn code details
  | noFileOrDirectory fn code details => fopenErrorToString "no such file or directory" fn code details
  | invalidArgument fn code details => mayNameFile "invalid argument" fn code details
  | permissionDenied fn code details => mayNameFile "permission denied" fn code details
  | resourceExhausted fn code details => mayNameFile "resource exhausted" fn code details
  | inappropriateType fn code details => mayNameFile "inappropriate type" fn code details
  | noSuchThing fn code details => mayNameFile "no such thing" fn code details
  | unexpectedEof => "end of file"
  | userError msg => msg
end IO.Error
instance : ToString IO.Error := ⟨IO.Error.toString⟩

abbrev BaseIO : Type → Type := ST IO.RealWorld
abbrev EIO (ε : Type) : Type → Type := EST ε IO.RealWorld
abbrev IO : Type → Type := EIO IO.Error

variable {ε α β : Type}
@[always_inline, inline] def BaseIO.toEIO (act : BaseIO α) : EIO ε α := fun s =>
  match act s with
  | ⟨a, s⟩ => .ok a s
@[always_inline, inline] def BaseIO.toIO (act : BaseIO α) : IO α := act.toEIO
@[always_inline, inline] def EIO.toBaseIO (act : EIO ε α) : BaseIO (Except ε α) := fun s =>
  match act s with
  | .ok a s => ⟨.ok a, s⟩
  | .error e s => ⟨.error e, s⟩
@[always_inline, inline] def EIO.catchExceptions (act : EIO ε α) (h : ε → BaseIO α) : BaseIO α := fun s =>
  match act s with
  | .ok a s => ⟨a, s⟩
  | .error e s => h e s
@[always_inline, inline] def EIO.adapt {ε' : Type} (f : ε → ε') (act : EIO ε α) : EIO ε' α := fun s =>
  match act s with
  | .ok a s => .ok a s
  | .error e s => .error (f e) s
def EIO.ofExcept : Except ε α → EIO ε α
  | .ok a => pure a
  | .error e => throw e
@[inline] def EIO.toIO (f : ε → IO.Error) (act : EIO ε α) : IO α := act.adapt f
@[inline] def EIO.toIO' (act : EIO ε α) : IO (Except ε α) := act.toBaseIO.toIO
@[inline] def IO.toEIO (f : IO.Error → ε) (act : IO α) : EIO ε α := act.adapt f
/-- A sum type of errors is turned into an error of the world by its text. -/
@[inline] def IO.ofExcept [ToString ε] (e : Except ε α) : IO α :=
  match e with
  | .ok a => pure a
  | .error e => throw (IO.userError (toString e))
@[inline] unsafe def unsafeBaseIO (act : BaseIO α) : α := (act (unsafeCast ())).val
@[inline] unsafe def unsafeEIO (act : EIO ε α) : Except ε α := unsafeBaseIO act.toBaseIO
@[inline] unsafe def unsafeIO (act : IO α) : Except IO.Error α := unsafeEIO act

namespace IO
/-- A mutable cell of the world. -/
abbrev Ref (α : Type) := ST.Ref IO.RealWorld α
def mkRef (a : α) : BaseIO (IO.Ref α) := ST.mkRef a
instance : MonadLift (ST IO.RealWorld) BaseIO := ⟨id⟩

/-- An open channel for text and bytes. -/
structure FS.Stream where
  flush : IO Unit
  read : USize → IO ByteArray
  write : ByteArray → IO Unit
  getLine : IO String
  putStr : String → IO Unit
  isTty : BaseIO Bool
instance : Inhabited FS.Stream := ⟨⟨default, default, default, default, default, default⟩⟩
@[extern "lean_get_stdin"] opaque getStdin : BaseIO FS.Stream
@[extern "lean_get_stdout"] opaque getStdout : BaseIO FS.Stream
@[extern "lean_get_stderr"] opaque getStderr : BaseIO FS.Stream
@[extern "lean_io_mono_ms_now"] opaque monoMsNow : BaseIO Nat
@[extern "lean_io_mono_nanos_now"] opaque monoNanosNow : BaseIO Nat
def FS.Stream.putStrLn (strm : FS.Stream) (s : String) : IO Unit := strm.putStr (s ++ "\n")
def print {α : Type u} [ToString α] (s : α) : IO Unit := do
  let out ← getStdout
  out.putStr (toString s)
def println {α : Type u} [ToString α] (s : α) : IO Unit := print (toString s ++ "\n")
def eprint {α : Type u} [ToString α] (s : α) : IO Unit := do
  let out ← getStderr
  out.putStr (toString s)
def eprintln {α : Type u} [ToString α] (s : α) : IO Unit := eprint (toString s ++ "\n")
end IO
