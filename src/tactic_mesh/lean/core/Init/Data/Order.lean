prelude
import Init.Data.Int.Order
import Init.Data.Nat.Order
/-! What `≤` and `<` may be on a type: a preorder, a partial or a linear order, and a `<` that is the strict part of `≤`. -/
universe u
namespace Std

class IsPreorder (α : Type u) [LE α] : Prop where
  le_refl : ∀ a : α, a ≤ a
  le_trans : ∀ a b c : α, a ≤ b → b ≤ c → a ≤ c
class IsPartialOrder (α : Type u) [LE α] : Prop extends IsPreorder α where
  le_antisymm : ∀ a b : α, a ≤ b → b ≤ a → a = b
class IsLinearPreorder (α : Type u) [LE α] : Prop extends IsPreorder α where
  le_total : ∀ a b : α, a ≤ b ∨ b ≤ a
class IsLinearOrder (α : Type u) [LE α] : Prop extends IsPartialOrder α, IsLinearPreorder α
class LawfulOrderLT (α : Type u) [LT α] [LE α] : Prop where
  lt_iff : ∀ a b : α, a < b ↔ a ≤ b ∧ ¬b ≤ a

section
variable {α : Type u} [LE α]
theorem le_refl [IsPreorder α] (a : α) : a ≤ a := IsPreorder.le_refl a
theorem le_trans [IsPreorder α] {a b c : α} : a ≤ b → b ≤ c → a ≤ c := IsPreorder.le_trans a b c
theorem le_antisymm [IsPartialOrder α] {a b : α} : a ≤ b → b ≤ a → a = b := IsPartialOrder.le_antisymm a b
theorem le_total [IsLinearPreorder α] {a b : α} : a ≤ b ∨ b ≤ a := IsLinearPreorder.le_total a b
variable [LT α] [LawfulOrderLT α]
theorem lt_iff_le_and_not_ge {a b : α} : a < b ↔ a ≤ b ∧ ¬b ≤ a := LawfulOrderLT.lt_iff a b
theorem le_of_lt {a b : α} (h : a < b) : a ≤ b := (lt_iff_le_and_not_ge.1 h).1
theorem not_le_of_gt {a b : α} (h : a < b) : ¬b ≤ a := (lt_iff_le_and_not_ge.1 h).2
theorem not_gt_of_lt {a b : α} (h : a < b) : ¬b < a := fun k => not_le_of_gt h (le_of_lt k)
theorem lt_irrefl {a : α} : ¬a < a := fun h => not_le_of_gt h (le_of_lt h)
theorem lt_of_lt_of_le [IsPreorder α] {a b c : α} (h : a < b) (k : b ≤ c) : a < c :=
  lt_iff_le_and_not_ge.2 ⟨le_trans (le_of_lt h) k, fun l => not_le_of_gt h (le_trans k l)⟩
theorem lt_of_le_of_lt [IsPreorder α] {a b c : α} (h : a ≤ b) (k : b < c) : a < c :=
  lt_iff_le_and_not_ge.2 ⟨le_trans h (le_of_lt k), fun l => not_le_of_gt k (le_trans l h)⟩
theorem lt_trans [IsPreorder α] {a b c : α} (h : a < b) (k : b < c) : a < c := lt_of_lt_of_le h (le_of_lt k)
omit [LT α] [LawfulOrderLT α] in
theorem le_of_not_ge [IsLinearPreorder α] {a b : α} (h : ¬b ≤ a) : a ≤ b := le_total.resolve_right h
theorem lt_of_not_ge [IsLinearPreorder α] {a b : α} (h : ¬b ≤ a) : a < b := lt_iff_le_and_not_ge.2 ⟨le_of_not_ge h, h⟩
theorem le_of_not_gt [IsLinearPreorder α] {a b : α} (h : ¬b < a) : a ≤ b :=
  (Classical.em (a ≤ b)).elim id fun k => absurd (lt_of_not_ge k) h
end
end Std

namespace Classical.Order
/-- The strict part of an order, for types that name none. -/
@[reducible] def instLT {α : Type u} [LE α] : LT α := ⟨fun a b => a ≤ b ∧ ¬b ≤ a⟩
theorem instLawfulOrderLT {α : Type u} [LE α] : @Std.LawfulOrderLT α instLT _ := @Std.LawfulOrderLT.mk α instLT _ fun _ _ => Iff.rfl
end Classical.Order

instance : Std.IsLinearOrder Nat where
  le_refl := Nat.le_refl
  le_trans _ _ _ := Nat.le_trans
  le_antisymm _ _ := Nat.le_antisymm
  le_total := Nat.le_total
instance : Std.LawfulOrderLT Nat := ⟨fun _ _ => Nat.lt_iff_le_not_le⟩
instance : Std.IsLinearOrder Int where
  le_refl := Int.le_refl
  le_trans _ _ _ := Int.le_trans
  le_antisymm _ _ := Int.le_antisymm
  le_total := Int.le_total
instance : Std.LawfulOrderLT Int := ⟨fun _ _ => Int.lt_iff_le_not_le⟩
