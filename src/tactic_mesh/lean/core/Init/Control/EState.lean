prelude
import Init.Control.State
/-! This module: the rest of the combined error and state monad `EStateM`. -/
universe u v

namespace EStateM
variable {ε σ α β : Type u}
@[always_inline, inline] protected def get : EStateM ε σ σ := fun s => .ok s s
@[always_inline, inline] protected def set (s : σ) : EStateM ε σ PUnit := fun _ => .ok ⟨⟩ s
@[always_inline, inline] protected def modifyGet (f : σ → Prod α σ) : EStateM ε σ α := fun s =>
  match f s with
  | (a, s) => .ok a s
instance : MonadStateOf σ (EStateM ε σ) where
  set := EStateM.set
  get := EStateM.get
  modifyGet := EStateM.modifyGet
@[always_inline, inline] protected def run (x : EStateM ε σ α) (s : σ) : Result ε σ α := x s
@[always_inline, inline] protected def run' (x : EStateM ε σ α) (s : σ) : Option α :=
  match x.run s with
  | .ok v _ => some v
  | .error .. => none
@[always_inline, inline] protected def map (f : α → β) (x : EStateM ε σ α) : EStateM ε σ β := fun s =>
  match x s with
  | .ok a s => .ok (f a) s
  | .error e s => .error e s
@[always_inline, inline] def adaptExcept {ε' : Type u} (f : ε → ε') (x : EStateM ε σ α) : EStateM ε' σ α := fun s =>
  match x s with
  | .error e s => .error (f e) s
  | .ok a s => .ok a s
@[always_inline, inline] def fromStateM {ε σ α : Type} (x : StateM σ α) : EStateM ε σ α := fun s =>
  match x.run s with
  | (a, s') => .ok a s'
end EStateM
