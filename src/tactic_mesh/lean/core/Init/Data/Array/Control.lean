prelude
import Init.Data.Array.Basic
import Init.Data.List.Control
/-! This module: programs that go through an array. -/
universe u v w u₁ u₂

namespace Array
variable {α : Type u}
/-- What `for h : x in xs` runs. -/
@[inline] protected def forIn' {β : Type v} {m : Type v → Type w} [Monad m] (as : Array α) (b : β)
    (f : (a : α) → a ∈ as → β → m (ForInStep β)) : m β :=
  List.forIn' as.toList b fun a h => f a ⟨h⟩
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn' m (Array α) α inferInstance where
  forIn' := Array.forIn'
@[inline] protected def forM {m : Type v → Type w} [Monad m] (f : α → m PUnit) (as : Array α) : m PUnit := as.toList.forM f
instance {m : Type v → Type w} [Monad m] : ForM m (Array α) α where
  forM xs f := Array.forM f xs
@[simp] theorem forIn_toList {β : Type v} {m : Type v → Type w} [Monad m] {xs : Array α} {b : β} {f : α → β → m (ForInStep β)} :
    forIn xs.toList b f = forIn xs b f := rfl
end Array
