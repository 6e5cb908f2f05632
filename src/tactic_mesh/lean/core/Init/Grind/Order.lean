prelude
import Init.Grind.Ring.Ordered
/-! What `grind` derives about an order: it keeps a graph with an edge from `a` to `b` for each known `a ≤ b` or `a < b`,
with an offset, `a ≤ b + k`, where the type is a ring. -/
universe u
-- The solver gives every step all instances of its type, needed or not.
set_option linter.unusedSectionVars false
namespace Lean.Grind.Order
attribute [local instance] Ring.intCast

/-! ## Edges from what is known -/

theorem eq_mp {p q : Prop} (h₁ : p = q) (h₂ : p) : q := h₁ ▸ h₂
theorem eq_mp_not {p q : Prop} (h₁ : p = q) (h₂ : ¬p) : ¬q := h₁ ▸ h₂
theorem eq_trans_true {p q : Prop} (h₁ : p = q) (h₂ : q = True) : p = True := h₁.trans h₂
theorem eq_trans_false {p q : Prop} (h₁ : p = q) (h₂ : q = False) : p = False := h₁.trans h₂
theorem eq_trans_true' {p q : Prop} (h₁ : p = q) (h₂ : p = True) : q = True := h₁.symm.trans h₂
theorem eq_trans_false' {p q : Prop} (h₁ : p = q) (h₂ : p = False) : q = False := h₁.symm.trans h₂
theorem nat_eq (a b : Nat) (x y : Int) (h₁ : NatCast.natCast a = x) (h₂ : NatCast.natCast b = y) (h : x = y) : a = b :=
  Int.ofNat_inj.1 (h₁.trans (h.trans h₂.symm))
theorem of_nat_eq (a b : Nat) (x y : Int) (h₁ : NatCast.natCast a = x) (h₂ : NatCast.natCast b = y) (h : a = b) : x = y := by
  rw [← h₁, h, h₂]
theorem of_natCast_eq (a b : Nat) (h : (NatCast.natCast a : Int) = NatCast.natCast b) : a = b := Int.ofNat_inj.1 h
theorem int_lt (x y k k' : Int) (hk : decide (k' = k - 1) = true) (h : x < y + k) : x ≤ y + k' := by
  have hk := of_decide_eq_true hk
  omega

section
variable {α : Type u} [LE α]
theorem le_of_eq_1 [Std.IsPreorder α] (a b : α) (h : a = b) : a ≤ b := h ▸ Std.le_refl a
theorem le_of_eq_2 [Std.IsPreorder α] (a b : α) (h : a = b) : b ≤ a := h ▸ Std.le_refl a
theorem le_of_not_le [Std.IsLinearPreorder α] (a b : α) (h : ¬a ≤ b) : b ≤ a := Std.le_of_not_ge h
theorem eq_of_le_of_le [Std.IsPartialOrder α] (a b : α) (h₁ : a ≤ b) (h₂ : b ≤ a) : a = b := Std.le_antisymm h₁ h₂
theorem le_trans [Std.IsPreorder α] (a b c : α) (h₁ : a ≤ b) (h₂ : b ≤ c) : a ≤ c := Std.le_trans h₁ h₂
theorem le_eq_true [Std.IsPreorder α] (a : α) : (a ≤ a) = True := eq_true (Std.le_refl a)
end

section
variable {α : Type u} [LE α] [LT α] [Std.LawfulOrderLT α]
theorem le_eq_true_of_lt (a b : α) (h : a < b) : (a ≤ b) = True := eq_true (Std.le_of_lt h)
theorem lt_eq_false (a : α) : (a < a) = False := eq_false Std.lt_irrefl
theorem lt_of_not_le [Std.IsLinearPreorder α] (a b : α) (h : ¬a ≤ b) : b < a := Std.lt_of_not_ge h
theorem le_of_not_lt [Std.IsLinearPreorder α] (a b : α) (h : ¬a < b) : b ≤ a := Std.le_of_not_gt h
variable [Std.IsPreorder α]
theorem lt_trans (a b c : α) (h₁ : a < b) (h₂ : b < c) : a < c := Std.lt_trans h₁ h₂
theorem le_lt_trans (a b c : α) (h₁ : a ≤ b) (h₂ : b < c) : a < c := Std.lt_of_le_of_lt h₁ h₂
theorem lt_le_trans (a b c : α) (h₁ : a < b) (h₂ : b ≤ c) : a < c := Std.lt_of_lt_of_le h₁ h₂
theorem lt_unsat (a : α) (h : a < a) : False := Std.lt_irrefl h
theorem le_eq_false_of_lt (a b : α) (h : a < b) : (b ≤ a) = False := eq_false (Std.not_le_of_gt h)
theorem lt_eq_false_of_lt (a b : α) (h : a < b) : (b < a) = False := eq_false (Std.not_gt_of_lt h)
theorem lt_eq_false_of_le (a b : α) (h : a ≤ b) : (b < a) = False := eq_false fun k => Std.not_le_of_gt k h
end

/-! ## With offsets -/

section
variable {α : Type u} [Ring α]
theorem add_cast_zero (a : α) : a + Int.cast (R := α) 0 = a := by rw [Ring.intCast_zero, Semiring.add_zero]
theorem add_cast_add (a : α) (k l : Int) : a + (k : α) + (l : α) = a + ((k + l : Int) : α) := by
  rw [Ring.intCast_add, Semiring.add_assoc]
theorem add_cast_neg (a : α) (k : Int) : a + (k : α) + ((-k : Int) : α) = a := by
  rw [add_cast_add, Int.add_right_neg, add_cast_zero]
end

theorem eq_of_le_of_le_0 {α : Type u} [LE α] [Std.IsPartialOrder α] [Ring α] (a b : α)
    (h₁ : a ≤ b + Int.cast (R := α) 0) (h₂ : b ≤ a + Int.cast (R := α) 0) : a = b :=
  Std.le_antisymm (add_cast_zero b ▸ h₁) (add_cast_zero a ▸ h₂)

section
variable {α : Type u} [LE α] [LT α] [Std.LawfulOrderLT α] [Std.IsLinearPreorder α] [Ring α] [OrderedRing α]
theorem le_of_not_lt_k (a b : α) (k k' : Int) (hk : decide (k' = -k) = true) (h : ¬a < b + k) : b ≤ a + k' := by
  rw [of_decide_eq_true hk, OrderedAdd.add_le_left_iff (k : α), Semiring.add_assoc, ← Ring.intCast_add,
    Int.add_left_neg, add_cast_zero]
  exact Std.le_of_not_gt h
theorem lt_of_not_le_k (a b : α) (k k' : Int) (hk : decide (k' = -k) = true) (h : ¬a ≤ b + k) : b < a + k' := by
  rw [of_decide_eq_true hk, OrderedAdd.add_lt_left_iff (k : α), Semiring.add_assoc, ← Ring.intCast_add,
    Int.add_left_neg, add_cast_zero]
  exact Std.lt_of_not_ge h
end

section
variable {α : Type u} [LE α] [LT α] [Std.LawfulOrderLT α] [Std.IsPreorder α] [Ring α] [OrderedRing α]
theorem le_of_eq_1_k (a b : α) (h : a = b) : a ≤ b + Int.cast (R := α) 0 := by
  rw [add_cast_zero, h]; exact Std.le_refl b
theorem le_of_eq_2_k (a b : α) (h : a = b) : b ≤ a + Int.cast (R := α) 0 := le_of_eq_1_k b a h.symm
theorem le_of_offset_eq_1_k (a b : α) (k : Int) (h : a = b + k) : a ≤ b + k := h ▸ Std.le_refl a
theorem le_of_offset_eq_2_k (a b : α) (k : Int) (h : a = b + k) : b ≤ a + (-k : Int) := by
  rw [h, add_cast_neg]; exact Std.le_refl b

theorem add_cast_le (a : α) {k l : Int} (h : k ≤ l) : a + (k : α) ≤ a + (l : α) :=
  (OrderedAdd.add_le_right_iff a).1 (OrderedRing.intCast_le_of_le h)
theorem add_cast_lt (a : α) {k l : Int} (h : k < l) : a + (k : α) < a + (l : α) :=
  (OrderedAdd.add_lt_right_iff a).1 (OrderedRing.intCast_lt_of_lt h)
theorem shift_le {b c : α} {k₂ : Int} (k₁ k : Int) (hk : k = k₂ + k₁) (h : b ≤ c + k₂) : b + (k₁ : α) ≤ c + (k : α) := by
  rw [hk, ← add_cast_add]; exact (OrderedAdd.add_le_left_iff _).1 h
theorem shift_lt {b c : α} {k₂ : Int} (k₁ k : Int) (hk : k = k₂ + k₁) (h : b < c + k₂) : b + (k₁ : α) < c + (k : α) := by
  rw [hk, ← add_cast_add]; exact (OrderedAdd.add_lt_left_iff _).1 h

theorem le_trans_k (a b c : α) (k₁ k₂ k : Int) (h₁ : a ≤ b + k₁) (h₂ : b ≤ c + k₂) (hk : decide (k = k₂ + k₁) = true) :
    a ≤ c + k := Std.le_trans h₁ (shift_le k₁ k (of_decide_eq_true hk) h₂)
theorem lt_trans_k (a b c : α) (k₁ k₂ k : Int) (h₁ : a < b + k₁) (h₂ : b < c + k₂) (hk : decide (k = k₂ + k₁) = true) :
    a < c + k := Std.lt_trans h₁ (shift_lt k₁ k (of_decide_eq_true hk) h₂)
theorem le_lt_trans_k (a b c : α) (k₁ k₂ k : Int) (h₁ : a ≤ b + k₁) (h₂ : b < c + k₂) (hk : decide (k = k₂ + k₁) = true) :
    a < c + k := Std.lt_of_le_of_lt h₁ (shift_lt k₁ k (of_decide_eq_true hk) h₂)
theorem lt_le_trans_k (a b c : α) (k₁ k₂ k : Int) (h₁ : a < b + k₁) (h₂ : b ≤ c + k₂) (hk : decide (k = k₂ + k₁) = true) :
    a < c + k := Std.lt_of_lt_of_le h₁ (shift_le k₁ k (of_decide_eq_true hk) h₂)

theorem add_cast_lt_self (a : α) {k : Int} (h : k < 0) : a + (k : α) < a := by
  have h := add_cast_lt a h
  rwa [add_cast_zero] at h
theorem add_cast_le_self (a : α) {k : Int} (h : k ≤ 0) : a + (k : α) ≤ a := by
  have h := add_cast_le a h
  rwa [add_cast_zero] at h
theorem le_unsat_k (a : α) (k : Int) (hk : decide (k < 0) = true) (h : a ≤ a + k) : False :=
  Std.not_le_of_gt (add_cast_lt_self a (of_decide_eq_true hk)) h
theorem lt_unsat_k (a : α) (k : Int) (hk : decide (k ≤ 0) = true) (h : a < a + k) : False :=
  Std.not_le_of_gt h (add_cast_le_self a (of_decide_eq_true hk))

theorem le_eq_true_k (a : α) (k : Int) (hk : decide (0 ≤ k) = true) : (a ≤ a + k) = True := by
  have h := add_cast_le a (of_decide_eq_true hk)
  rw [add_cast_zero] at h
  exact eq_true h
theorem lt_eq_true_k (a : α) (k : Int) (hk : decide (0 < k) = true) : (a < a + k) = True := by
  have h := add_cast_lt a (of_decide_eq_true hk)
  rw [add_cast_zero] at h
  exact eq_true h
theorem le_eq_true_of_le_k (a b : α) (k₁ k₂ : Int) (hk : decide (k₁ ≤ k₂) = true) (h : a ≤ b + k₁) : (a ≤ b + k₂) = True :=
  eq_true (Std.le_trans h (add_cast_le b (of_decide_eq_true hk)))
theorem le_eq_true_of_lt_k (a b : α) (k₁ k₂ : Int) (hk : decide (k₁ ≤ k₂) = true) (h : a < b + k₁) : (a ≤ b + k₂) = True :=
  le_eq_true_of_le_k a b k₁ k₂ hk (Std.le_of_lt h)
theorem lt_eq_true_of_lt_k (a b : α) (k₁ k₂ : Int) (hk : decide (k₁ ≤ k₂) = true) (h : a < b + k₁) : (a < b + k₂) = True :=
  eq_true (Std.lt_of_lt_of_le h (add_cast_le b (of_decide_eq_true hk)))
theorem lt_eq_true_of_le_k (a b : α) (k₁ k₂ : Int) (hk : decide (k₁ < k₂) = true) (h : a ≤ b + k₁) : (a < b + k₂) = True :=
  eq_true (Std.lt_of_le_of_lt h (add_cast_lt b (of_decide_eq_true hk)))
theorem le_eq_false_k (a : α) (k : Int) (hk : decide (k < 0) = true) : (a ≤ a + k) = False := eq_false (le_unsat_k a k hk)
theorem lt_eq_false_k (a : α) (k : Int) (hk : decide (k ≤ 0) = true) : (a < a + k) = False := eq_false (lt_unsat_k a k hk)
theorem le_eq_false_of_le_k (a b : α) (k₁ k₂ : Int) (hk : decide (k₂ + k₁ < 0) = true) (h : a ≤ b + k₁) :
    (b ≤ a + k₂) = False :=
  eq_false fun l => le_unsat_k a (k₂ + k₁) hk (Std.le_trans h (shift_le k₁ _ rfl l))
theorem lt_eq_false_of_le_k (a b : α) (k₁ k₂ : Int) (hk : decide (k₂ + k₁ ≤ 0) = true) (h : a ≤ b + k₁) :
    (b < a + k₂) = False :=
  eq_false fun l => lt_unsat_k a (k₂ + k₁) hk (Std.lt_of_le_of_lt h (shift_lt k₁ _ rfl l))
theorem lt_eq_false_of_lt_k (a b : α) (k₁ k₂ : Int) (hk : decide (k₂ + k₁ ≤ 0) = true) (h : a < b + k₁) :
    (b < a + k₂) = False :=
  eq_false fun l => lt_unsat_k a (k₂ + k₁) hk (Std.lt_trans h (shift_lt k₁ _ rfl l))
theorem le_eq_false_of_lt_k (a b : α) (k₁ k₂ : Int) (hk : decide (k₂ + k₁ ≤ 0) = true) (h : a < b + k₁) :
    (b ≤ a + k₂) = False :=
  eq_false fun l => lt_unsat_k a (k₂ + k₁) hk (Std.lt_of_lt_of_le h (shift_le k₁ _ rfl l))
end
end Lean.Grind.Order
