prelude
import Init.Control.State
/-! This module: `repeat` and `while`, loops without a bound. -/
universe u v

/-- The collection that `repeat` goes through: it never ends. -/
inductive Lean.Loop where
  | mk
@[inline] partial def Lean.Loop.forIn {β : Type u} {m : Type u → Type v} [Monad m] (_ : Loop) (init : β) (f : Unit → β → m (ForInStep β)) : m β :=
  let rec @[specialize] loop (b : β) : m β := do
    match ← f () b with
    | .done b => pure b
    | .yield b => loop b
  loop init
instance {m : Type u → Type v} [Monad m] : ForIn m Lean.Loop Unit where
  forIn := Lean.Loop.forIn
