prelude
import Init.Data.Order
import Init.Grind.Ring.Basic
/-! Addition and multiplication that agree with an order. -/
universe u
namespace Lean.Grind

class OrderedAdd (M : Type u) [HAdd M M M] [LE M] [Std.IsPreorder M] : Prop where
  add_le_left_iff : ∀ {a b : M} (c : M), a ≤ b ↔ a + c ≤ b + c
class OrderedRing (R : Type u) [Semiring R] [LE R] [LT R] [Std.IsPreorder R] : Prop extends OrderedAdd R where
  zero_lt_one : (0 : R) < 1
  mul_lt_mul_of_pos_left : ∀ {a b c : R}, a < b → 0 < c → c * a < c * b
  mul_lt_mul_of_pos_right : ∀ {a b c : R}, a < b → 0 < c → a * c < b * c

attribute [local instance] Semiring.natCast Ring.intCast

namespace OrderedAdd
section
variable {M : Type u} [AddCommMonoid M] [LE M] [Std.IsPreorder M] [OrderedAdd M]
theorem add_le_right_iff {a b : M} (c : M) : a ≤ b ↔ c + a ≤ c + b := by
  rw [AddCommMonoid.add_comm c a, AddCommMonoid.add_comm c b]; exact add_le_left_iff c
theorem add_le_add {a b c d : M} (h : a ≤ b) (k : c ≤ d) : a + c ≤ b + d :=
  Std.le_trans ((add_le_left_iff c).1 h) ((add_le_right_iff b).1 k)
variable [LT M] [Std.LawfulOrderLT M]
theorem add_lt_left_iff {a b : M} (c : M) : a < b ↔ a + c < b + c := by
  rw [Std.lt_iff_le_and_not_ge, Std.lt_iff_le_and_not_ge, ← add_le_left_iff, ← add_le_left_iff]
theorem add_lt_right_iff {a b : M} (c : M) : a < b ↔ c + a < c + b := by
  rw [AddCommMonoid.add_comm c a, AddCommMonoid.add_comm c b]; exact add_lt_left_iff c
theorem add_lt_add_of_lt_of_le {a b c d : M} (h : a < b) (k : c ≤ d) : a + c < b + d :=
  Std.lt_of_lt_of_le ((add_lt_left_iff c).1 h) ((add_le_right_iff b).1 k)
theorem add_lt_add_of_le_of_lt {a b c d : M} (h : a ≤ b) (k : c < d) : a + c < b + d :=
  Std.lt_of_le_of_lt ((add_le_left_iff c).1 h) ((add_lt_right_iff b).1 k)
end
section
variable {M : Type u} [AddCommGroup M] [LE M] [Std.IsPreorder M] [OrderedAdd M]
theorem sub_nonpos_iff {a b : M} : a - b ≤ 0 ↔ a ≤ b := by
  rw [add_le_left_iff b, AddCommGroup.sub_eq_add_neg, AddCommGroup.neg_add_cancel_right, AddCommMonoid.zero_add]
theorem sub_neg_iff [LT M] [Std.LawfulOrderLT M] {a b : M} : a - b < 0 ↔ a < b := by
  rw [add_lt_left_iff b, AddCommGroup.sub_eq_add_neg, AddCommGroup.neg_add_cancel_right, AddCommMonoid.zero_add]
end
end OrderedAdd

namespace OrderedRing
variable {R : Type u} [Ring R] [LE R] [LT R] [Std.LawfulOrderLT R] [Std.IsPreorder R] [OrderedRing R]
theorem zero_le_one : (0 : R) ≤ 1 := Std.le_of_lt zero_lt_one
theorem natCast_nonneg {n : Nat} : (0 : R) ≤ (n : R) := by
  induction n with
  | zero => rw [Semiring.natCast_zero]; exact Std.le_refl 0
  | succ n ih =>
    have h : (0 : R) + 0 ≤ (n : R) + 1 := OrderedAdd.add_le_add ih zero_le_one
    rw [Semiring.natCast_succ]
    rwa [Semiring.add_zero] at h
theorem natCast_succ_pos (n : Nat) : (0 : R) < ((n + 1 : Nat) : R) := by
  have h : (0 : R) + 0 < (n : R) + 1 := OrderedAdd.add_lt_add_of_le_of_lt natCast_nonneg zero_lt_one
  rw [Semiring.natCast_succ]
  rwa [Semiring.add_zero] at h
theorem nonneg_intCast_of_nonneg : {k : Int} → 0 ≤ k → (0 : R) ≤ (k : R)
  | .ofNat n, _ => by rw [show ((Int.ofNat n : Int) : R) = (n : R) from Ring.intCast_natCast n]; exact natCast_nonneg
  | .negSucc _, h => absurd h (by omega)
theorem pos_intCast_of_pos : {k : Int} → 0 < k → (0 : R) < (k : R)
  | .ofNat (n + 1), _ => by
    rw [show ((Int.ofNat (n + 1) : Int) : R) = ((n + 1 : Nat) : R) from Ring.intCast_natCast (n + 1)]
    exact natCast_succ_pos n
  | .ofNat 0, h => absurd h (Int.lt_irrefl 0)
  | .negSucc _, h => absurd h (by omega)
theorem intCast_le_of_le {k l : Int} (h : k ≤ l) : (k : R) ≤ (l : R) := by
  rw [← OrderedAdd.sub_nonpos_iff, OrderedAdd.add_le_left_iff ((l - k : Int) : R), Semiring.zero_add]
  rw [show (k : R) - (l : R) + ((l - k : Int) : R) = 0 from ?_]
  · exact nonneg_intCast_of_nonneg (Int.sub_nonneg_of_le h)
  · rw [← Ring.intCast_sub, ← Ring.intCast_add, show k - l + (l - k) = 0 by omega, Ring.intCast_zero]
theorem intCast_lt_of_lt {k l : Int} (h : k < l) : (k : R) < (l : R) := by
  rw [← OrderedAdd.sub_neg_iff, OrderedAdd.add_lt_left_iff ((l - k : Int) : R), Semiring.zero_add]
  rw [show (k : R) - (l : R) + ((l - k : Int) : R) = 0 from ?_]
  · exact pos_intCast_of_pos (Int.sub_pos_of_lt h)
  · rw [← Ring.intCast_sub, ← Ring.intCast_add, show k - l + (l - k) = 0 by omega, Ring.intCast_zero]
end OrderedRing
end Lean.Grind
