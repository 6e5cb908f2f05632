prelude
import Init.Data.ToString.Basic
/-! This module: what a program says about itself while it runs: traces, panics, failed assertions. -/
universe u v

@[never_extract, extern "lean_dbg_trace"] def dbgTrace {α : Type u} (msg : String) (f : Unit → α) : α := f ()
def dbgTraceVal {α : Type u} [ToString α] (a : α) : α := dbgTrace (toString a) fun _ => a
@[never_extract, extern "lean_dbg_trace_if_shared"] def dbgTraceIfShared {α : Type u} (s : @& String) (a : α) : α := a
@[never_extract, extern "lean_dbg_sleep"] def dbgSleep {α : Type u} (ms : UInt32) (fn : Unit → α) : α := fn ()
@[noinline, never_extract] def mkPanicMessage (modName : String) (line col : Nat) (msg : String) : String :=
  "PANIC at " ++ modName ++ ":" ++ toString line ++ ":" ++ toString col ++ ": " ++ msg
@[noinline, never_extract] def mkPanicMessageWithDecl (modName : String) (declName : String) (line col : Nat) (msg : String) : String :=
  "PANIC at " ++ declName ++ " " ++ modName ++ ":" ++ toString line ++ ":" ++ toString col ++ ": " ++ msg
@[never_extract, inline] def panicWithPos {α : Sort u} [Inhabited α] (modName : String) (line col : Nat) (msg : String) : α :=
  panic (mkPanicMessage modName line col msg)
@[never_extract, inline] def panicWithPosWithDecl {α : Sort u} [Inhabited α] (modName : String) (declName : String) (line col : Nat) (msg : String) : α :=
  panic (mkPanicMessageWithDecl modName declName line col msg)
