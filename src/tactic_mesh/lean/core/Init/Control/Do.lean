prelude
import Init.Control.Option
import Init.Control.State
/-! This module: how a `do` block leaves early: `return`, `break` and `continue` are exceptions of the monad it
runs in, caught where the block or the loop ends. -/
universe u v w

abbrev EarlyReturnT (ρ : Type u) (m : Type u → Type v) (α : Type u) : Type v := ExceptT ρ m α
abbrev EarlyReturn (ρ : Type u) (α : Type u) : Type u := Except ρ α
@[always_inline, inline] abbrev EarlyReturnT.return {ρ : Type u} {m : Type u → Type v} {α : Type u} [Monad m] (r : ρ) : EarlyReturnT ρ m α :=
  throw r
@[always_inline, inline] abbrev EarlyReturn.runK {ρ α : Type u} {β : Type v} (x : Except ρ α) (ret : ρ → β) (pure : α → β) : β :=
  match x with
  | .error r => ret r
  | .ok a => pure a
abbrev BreakT (m : Type u → Type v) (α : Type u) : Type v := OptionT m α
abbrev Break (α : Type u) : Type u := Option α
@[always_inline, inline] abbrev BreakT.break {m : Type u → Type v} {α : Type u} [Monad m] : BreakT m α := failure
@[always_inline, inline] abbrev Break.runK {α : Type u} {β : Type v} (x : Option α) (brk : Unit → β) (pure : α → β) : β :=
  match x with
  | some a => pure a
  | none => brk ()
abbrev ContinueT (m : Type u → Type v) (α : Type u) : Type v := OptionT m α
abbrev Continue (α : Type u) : Type u := Option α
@[always_inline, inline] abbrev ContinueT.continue {m : Type u → Type v} {α : Type u} [Monad m] : ContinueT m α := failure
@[always_inline, inline] abbrev Continue.runK {α : Type u} {β : Type v} (x : Option α) (cont : Unit → β) (pure : α → β) : β :=
  match x with
  | some a => pure a
  | none => cont ()
