prelude
import Init.Data.Nat.Div.Basic
import Init.Control.State
/-! This module: the ranges `[start:stop:step]` of natural numbers, as collections to loop over. -/
universe u v

namespace Std.Legacy
/-- The numbers `start`, `start + step`, … below `stop`. -/
structure Range where
  start : Nat := 0
  stop : Nat
  step : Nat := 1
  step_pos : 0 < step
instance : Membership Nat Range where
  mem r i := r.start ≤ i ∧ i < r.stop ∧ (i - r.start) % r.step = 0
namespace Range
/-- How many numbers a range has. -/
@[simp] def size (r : Range) : Nat := (r.stop - r.start + r.step - 1) / r.step

private theorem next {r : Range} {i : Nat} (hs : (i - r.start) % r.step = 0) (hl : r.start ≤ i) :
    (i + r.step - r.start) % r.step = 0 := by
  rw [Nat.sub_add_comm hl, Nat.add_mod_right, hs]
/-- What `for h : i in [a:b]` runs; the first argument of the loop bounds the number of its turns. -/
@[inline] protected def forIn' {β : Type u} {m : Type u → Type v} [Monad m] (range : Range) (init : β)
    (f : (i : Nat) → i ∈ range → β → m (ForInStep β)) : m β :=
  let rec @[specialize] loop : Nat → (i : Nat) → (i - range.start) % range.step = 0 → range.start ≤ i → β → m β
    | 0, _, _, _, b => pure b
    | fuel + 1, i, hs, hl, b => do
      if h : i < range.stop then
        match ← f i ⟨hl, h, hs⟩ b with
        | .done b => pure b
        | .yield b => loop fuel (i + range.step) (next hs hl) (Nat.le_trans hl (Nat.le_add_right ..)) b
      else
        pure b
  loop (range.stop - range.start) range.start (by rw [Nat.sub_self, Nat.zero_mod]) (Nat.le_refl _) init
instance {m : Type u → Type v} [Monad m] : ForIn' m Range Nat inferInstance where
  forIn' := Range.forIn'
@[inline] protected def forM {m : Type u → Type v} [Monad m] (range : Range) (f : Nat → m PUnit) : m PUnit :=
  forIn range PUnit.unit fun i _ => do
    f i
    pure (.yield ⟨⟩)
instance {m : Type u → Type v} [Monad m] : ForM m Range Nat where
  forM := Range.forM
end Range
end Std.Legacy
