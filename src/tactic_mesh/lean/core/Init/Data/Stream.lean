prelude
import Init.Data.Range.Basic
import Init.Data.List.Basic
/-! This module: collections from which elements are taken one by one, for loops through several at once. -/
universe u v

namespace Std
class ToStream (collection : Type u) (stream : outParam (Type u)) : Type u where
  toStream : collection → stream
class Stream (stream : Type u) (value : outParam (Type v)) : Type (max u v) where
  next? : stream → Option (value × stream)
export ToStream (toStream)
instance {α : Type u} : ToStream (List α) (List α) := ⟨id⟩
instance {α : Type u} : ToStream (Array α) (List α) := ⟨Array.toList⟩
instance : ToStream Legacy.Range Legacy.Range := ⟨id⟩
instance {α : Type u} : Stream (List α) α := ⟨fun
  | [] => none
  | a :: as => some (a, as)⟩
instance : Stream Legacy.Range Nat := ⟨fun r =>
  if r.start < r.stop then some (r.start, { r with start := r.start + r.step }) else none⟩
instance {α β : Type u} {γ δ : Type v} [Stream α γ] [Stream β δ] : Stream (α × β) (γ × δ) := ⟨fun (s₁, s₂) =>
  match Stream.next? s₁ with
  | none => none
  | some (a, s₁) =>
    match Stream.next? s₂ with
    | none => none
    | some (b, s₂) => some ((a, b), (s₁, s₂))⟩
end Std
