prelude
import Init.Data.Int.DivMod.Bootstrap
import Init.Data.Nat.MinMax
import Init.Data.Nat.Pow
import Init.Data.Nat.Bitwise.Basic
import Init.Data.Fin.Basic
/-! Facts about numbers that the `omega` tactic cites while it turns hypotheses into linear constraints over the integers. -/
namespace Lean.Omega

namespace Int
open _root_.Int
theorem ofNat_pow (a b : Nat) : ((a ^ b : Nat) : Int) = (a : Int) ^ b := natCast_pow a b
theorem pos_pow_of_pos (a : Int) (b : Nat) (h : 0 < a) : 0 < a ^ b := Int.pow_pos h
theorem ofNat_pos {a : Nat} : 0 < (a : Int) ↔ 0 < a := _root_.Int.ofNat_pos
theorem ofNat_pos_of_pos {a : Nat} (h : 0 < a) : 0 < (a : Int) := ofNat_pos.mpr h
theorem natCast_ofNat {x : Nat} : @Nat.cast Int instNatCastInt (no_index (OfNat.ofNat x)) = OfNat.ofNat x := rfl
theorem ofNat_shiftLeft_eq {x y : Nat} : ((x <<< y : Nat) : Int) = (x : Int) * (2 ^ y : Nat) := by
  rw [Nat.shiftLeft_eq, natCast_mul]
theorem ofNat_shiftRight_eq_div_pow {x y : Nat} : ((x >>> y : Nat) : Int) = (x : Int) / (2 ^ y : Nat) := by
  rw [Nat.shiftRight_eq_div_pow, natCast_ediv]
theorem emod_ofNat_nonneg {x : Nat} {y : Int} : 0 ≤ (x : Int) % y := _root_.Int.ofNat_zero_le _
theorem lt_of_not_ge {x y : Int} (h : ¬(x ≤ y)) : y < x := Int.not_le.mp h
theorem lt_of_not_le {x y : Int} (h : ¬(x ≤ y)) : y < x := Int.not_le.mp h
theorem not_le_of_lt {x y : Int} (h : y < x) : ¬(x ≤ y) := Int.not_le.mpr h
theorem le_of_not_gt {x y : Int} (h : ¬(x < y)) : y ≤ x := Int.not_lt.mp h
theorem le_of_not_lt {x y : Int} (h : ¬(x < y)) : y ≤ x := Int.not_lt.mp h
theorem not_lt_of_ge {x y : Int} (h : y ≤ x) : ¬(x < y) := Int.not_lt.mpr h
theorem lt_le_asymm {x y : Int} (h₁ : y < x) (h₂ : x ≤ y) : False := Int.not_le.mpr h₁ h₂
theorem le_lt_asymm {x y : Int} (h₁ : y ≤ x) (h₂ : x < y) : False := Int.not_lt.mpr h₁ h₂
theorem add_congr {a b c d : Int} (h₁ : a = b) (h₂ : c = d) : a + c = b + d := by rw [h₁, h₂]
theorem mul_congr {a b c d : Int} (h₁ : a = b) (h₂ : c = d) : a * c = b * d := by rw [h₁, h₂]
theorem mul_congr_left {a b : Int} (h₁ : a = b) (c : Int) : a * c = b * c := by rw [h₁]
theorem sub_congr {a b c d : Int} (h₁ : a = b) (h₂ : c = d) : a - c = b - d := by rw [h₁, h₂]
theorem neg_congr {a b : Int} (h₁ : a = b) : -a = -b := by rw [h₁]
theorem lt_of_gt {x y : Int} (h : x > y) : y < x := h
theorem le_of_ge {x y : Int} (h : x ≥ y) : y ≤ x := h
theorem ofNat_mul_nonneg {a b : Nat} : 0 ≤ (a : Int) * b := natCast_nonneg (a * b)
theorem ofNat_lt_of_lt {x y : Nat} (h : x < y) : (x : Int) < y := ofNat_lt.mpr h
theorem ofNat_le_of_le {x y : Nat} (h : x ≤ y) : (x : Int) ≤ y := ofNat_le.mpr h
theorem ofNat_congr {a b : Nat} (h : a = b) : (a : Int) = (b : Int) := congrArg _ h
theorem ofNat_sub_eq_zero {b a : Nat} (h : ¬b ≤ a) : ((a - b : Nat) : Int) = 0 :=
  ofNat_eq_zero.mpr (Nat.sub_eq_zero_of_le (Nat.le_of_lt (Nat.not_le.mp h)))
theorem ofNat_sub_dichotomy {a b : Nat} :
    b ≤ a ∧ ((a - b : Nat) : Int) = a - b ∨ a < b ∧ ((a - b : Nat) : Int) = 0 := by
  by_cases h : b ≤ a
  · exact .inl ⟨h, ofNat_sub h⟩
  · exact .inr ⟨Nat.not_le.mp h, ofNat_sub_eq_zero h⟩
theorem ofNat_sub_sub {a b c : Nat} : ((a - b - c : Nat) : Int) = ((a - (b + c) : Nat) : Int) :=
  congrArg _ (Nat.sub_sub a b c)
theorem ofNat_min (a b : Nat) : ((min a b : Nat) : Int) = min (a : Int) (b : Int) := by
  by_cases h : a ≤ b
  · rw [Nat.min_eq_left h, Int.min_eq_left (ofNat_le.mpr h)]
  · have k := Nat.le_of_lt (Nat.not_le.mp h)
    rw [Nat.min_eq_right k, Int.min_eq_right (ofNat_le.mpr k)]
theorem ofNat_max (a b : Nat) : ((max a b : Nat) : Int) = max (a : Int) (b : Int) := by
  by_cases h : a ≤ b
  · rw [Nat.max_eq_right h, Int.max_eq_right (ofNat_le.mpr h)]
  · have k := Nat.le_of_lt (Nat.not_le.mp h)
    rw [Nat.max_eq_left k, Int.max_eq_left (ofNat_le.mpr k)]
theorem ofNat_natAbs (a : Int) : (a.natAbs : Int) = if 0 ≤ a then a else -a := by
  split
  · exact natAbs_of_nonneg (by assumption)
  · exact ofNat_natAbs_of_nonpos (Int.le_of_lt (Int.not_le.mp (by assumption)))
theorem natAbs_dichotomy {a : Int} : 0 ≤ a ∧ a.natAbs = a ∨ a < 0 ∧ a.natAbs = -a := by
  by_cases h : 0 ≤ a
  · exact .inl ⟨h, natAbs_of_nonneg h⟩
  · have k := Int.not_le.mp h
    exact .inr ⟨k, ofNat_natAbs_of_nonpos (Int.le_of_lt k)⟩
theorem neg_le_natAbs {a : Int} : -a ≤ a.natAbs := by
  have h := le_natAbs (a := -a)
  rw [natAbs_neg] at h; exact h
theorem ofNat_fst_mk {β} {x : Nat} {y : β} : ((Prod.mk x y).fst : Int) = (x : Int) := rfl
theorem ofNat_snd_mk {α} {x : α} {y : Nat} : ((Prod.mk x y).snd : Int) = (y : Int) := rfl
end Int

namespace Nat
theorem lt_of_gt {x y : Nat} (h : x > y) : y < x := h
theorem le_of_ge {x y : Nat} (h : x ≥ y) : y ≤ x := h
end Nat

namespace Fin
theorem ne_iff_lt_or_gt {n : Nat} {i j : Fin n} : i ≠ j ↔ i < j ∨ i > j :=
  ⟨fun h => (_root_.Nat.lt_or_gt_of_ne fun e => h (_root_.Fin.eq_of_val_eq e) : i.val < j.val ∨ i.val > j.val),
    fun h e => h.elim (fun l => _root_.Nat.lt_irrefl _ (e ▸ l : i.val < i.val)) fun g => _root_.Nat.lt_irrefl _ (e ▸ g : i.val < i.val)⟩
protected theorem lt_or_gt_of_ne {n : Nat} {i j : Fin n} (h : i ≠ j) : i < j ∨ i > j := ne_iff_lt_or_gt.mp h
protected theorem not_le {n : Nat} {i j : Fin n} : ¬i ≤ j ↔ j < i := _root_.Nat.not_le
protected theorem not_lt {n : Nat} {i j : Fin n} : ¬i < j ↔ j ≤ i := _root_.Nat.not_lt
protected theorem lt_of_not_le {n : Nat} {i j : Fin n} (h : ¬i ≤ j) : j < i := Fin.not_le.mp h
protected theorem le_of_not_lt {n : Nat} {i j : Fin n} (h : ¬i < j) : j ≤ i := Fin.not_lt.mp h
theorem ofNat_val_add {n : Nat} {x y : Fin n} : (((x + y : Fin n) : Nat) : Int) = ((x : Nat) + (y : Nat) : Int) % n := rfl
theorem ofNat_val_sub {n : Nat} {x y : Fin n} :
    (((x - y : Fin n) : Nat) : Int) = (((n - y : Nat) + (x : Nat) : Nat) : Int) % n := rfl
theorem ofNat_val_mul {n : Nat} {x y : Fin n} : (((x * y : Fin n) : Nat) : Int) = ((x : Nat) * (y : Nat) : Int) % n := rfl
theorem ofNat_val_natCast {n x y : Nat} (h : y = x % (n + 1)) : (((OfNat.ofNat x : Fin (n + 1)) : Nat) : Int) = OfNat.ofNat y :=
  congrArg _ h.symm
end Fin

namespace Prod
theorem of_lex {α β} {r : α → α → Prop} {s : β → β → Prop} {p q : α × β} (w : _root_.Prod.Lex r s p q) :
    r p.fst q.fst ∨ p.fst = q.fst ∧ s p.snd q.snd := by
  cases w
  · exact .inl (by assumption)
  · exact .inr ⟨rfl, by assumption⟩
theorem of_not_lex {α} {r : α → α → Prop} [DecidableEq α] {β} {s : β → β → Prop} {p q : α × β}
    (w : ¬_root_.Prod.Lex r s p q) : ¬r p.fst q.fst ∧ (p.fst ≠ q.fst ∨ ¬s p.snd q.snd) := by
  rcases p with ⟨a, b⟩; rcases q with ⟨c, d⟩
  refine ⟨fun h => w (by apply _root_.Prod.Lex.left; exact h), ?_⟩
  by_cases e : a = c
  · exact .inr fun h => w (by cases e; apply _root_.Prod.Lex.right; exact h)
  · exact .inl e
theorem fst_mk {α β} {x : α} {y : β} : (Prod.mk x y).fst = x := rfl
theorem snd_mk {α β} {x : α} {y : β} : (Prod.mk x y).snd = y := rfl
end Prod
end Lean.Omega
