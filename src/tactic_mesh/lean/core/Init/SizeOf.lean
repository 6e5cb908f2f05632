prelude
import Init.Core.Logic
/-! `sizeOf`: the measure by which well-founded recursion descends where none is named. Inductive types that are
declared after this module get their instance and lemmas from the compiler. -/

universe u v
set_option linter.unusedVariables false

class SizeOf (α : Sort u) where
  sizeOf : α → Nat
export SizeOf (sizeOf)

/-- The size of a value about which nothing is known. -/
protected def default.sizeOf (α : Sort u) : α → Nat
  | _ => 0
instance (priority := low) instSizeOfDefault (α : Sort u) : SizeOf α := ⟨default.sizeOf α⟩
@[simp] theorem sizeOf_default {α : Sort u} (n : α) : sizeOf n = 0 := rfl
instance instSizeOfNat : SizeOf Nat := ⟨fun n => n⟩
@[simp] theorem sizeOf_nat (n : Nat) : sizeOf n = n := rfl
instance [SizeOf α] : SizeOf (Unit → α) := ⟨fun f => sizeOf (f ())⟩
@[simp] theorem sizeOf_thunk [SizeOf α] (f : Unit → α) : sizeOf f = sizeOf (f ()) := rfl
