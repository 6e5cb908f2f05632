prelude
import Init.Data.Option.Instances
import Init.Control.State
/-! This module: `for` loops through an optional value. -/
universe u v w

namespace Option
@[inline] protected def forIn' {α : Type u} {β : Type v} {m : Type v → Type w} [Monad m] (o : Option α) (b : β)
    (f : (a : α) → a ∈ o → β → m (ForInStep β)) : m β :=
  match o, f with
  | none, _ => pure b
  | some a, f => do
    match ← f a rfl b with
    | .done b => pure b
    | .yield b => pure b
instance {m : Type v → Type w} [Monad m] {α : Type u} : ForIn' m (Option α) α inferInstance where
  forIn' := Option.forIn'
instance {m : Type u → Type v} [Monad m] {α : Type w} : ForM m (Option α) α where
  forM := Option.forM
end Option
