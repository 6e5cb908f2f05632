prelude
import Init.Data.Int.DivMod.Basic
import Init.Data.Int.Order
import Init.Data.Nat.Dvd
import Init.Data.Nat.Div.Basic
/-! The laws of `/`, `%` and divisibility of integers on which the `omega` tactic rests. -/
namespace Int
open Nat (succ)

/-! ## Quotient and remainder -/
theorem natCast_ediv (m n : Nat) : ((m / n : Nat) : Int) = ↑m / ↑n := rfl
theorem natCast_emod (m n : Nat) : ((m % n : Nat) : Int) = ↑m % ↑n := rfl
theorem ofNat_ediv (m n : Nat) : ((m / n : Nat) : Int) = ↑m / ↑n := rfl
theorem ofNat_emod (m n : Nat) : ((m % n : Nat) : Int) = ↑m % ↑n := rfl
attribute [simp, norm_cast] natCast_ediv natCast_emod
theorem ofNat_ediv_ofNat {a b : Nat} : (↑a / ↑b : Int) = (a / b : Nat) := rfl
theorem ofNat_emod_ofNat {a b : Nat} : (↑a % ↑b : Int) = (a % b : Nat) := rfl
theorem negSucc_ediv (m : Nat) {b : Int} (H : 0 < b) : negSucc m / b = -(↑(m / b.natAbs) + 1) := by
  rcases eq_succ_of_zero_lt H with ⟨n, rfl⟩; rfl
theorem negSucc_emod_ofNat (a b : Nat) : negSucc a % (b : Int) = subNatNat b (succ (a % b)) := rfl
@[simp] protected theorem ediv_neg : (a b : Int) → a / -b = -(a / b)
  | ofNat m, ofNat 0 => by show ofNat (m / 0) = -ofNat (m / 0); rw [Nat.div_zero]; rfl
  | ofNat _, ofNat (_ + 1) => rfl
  | ofNat _, negSucc _ => (Int.neg_neg _).symm
  | negSucc _, ofNat 0 => rfl
  | negSucc _, ofNat (_ + 1) => rfl
  | negSucc _, negSucc _ => rfl
@[simp] theorem emod_neg (a b : Int) : a % -b = a % b := by
  cases a with
  | ofNat m => show ofNat (m % natAbs (-b)) = ofNat (m % natAbs b); rw [natAbs_neg]
  | negSucc m =>
    show subNatNat (natAbs (-b)) (succ (m % natAbs (-b))) = subNatNat (natAbs b) (succ (m % natAbs b))
    rw [natAbs_neg]
@[simp] protected theorem zero_ediv : (b : Int) → 0 / b = 0
  | ofNat n => congrArg ofNat (Nat.zero_div n)
  | negSucc n => congrArg (fun k => -ofNat k) (Nat.zero_div (n + 1))
@[simp] protected theorem ediv_zero : (a : Int) → a / 0 = 0
  | ofNat n => congrArg ofNat (Nat.div_zero n)
  | negSucc _ => rfl
@[simp] theorem zero_emod (b : Int) : 0 % b = 0 := congrArg ofNat (Nat.zero_mod _)
@[simp] theorem emod_zero : (a : Int) → a % 0 = a
  | ofNat n => congrArg ofNat (Nat.mod_zero n)
  | negSucc n => by
    show subNatNat 0 (succ (n % 0)) = negSucc n
    rw [Nat.mod_zero]; exact subNatNat_zero_left n
private theorem mul_ediv_add_emod_nat (a : Int) (n : Nat) : n * (a / n) + a % n = a := by
  match a, n with
  | ofNat m, n => exact congrArg ofNat (Nat.div_add_mod m n)
  | negSucc m, 0 => rw [ofNat_zero, Int.zero_mul, Int.zero_add, emod_zero]
  | negSucc m, n + 1 =>
    show ((n + 1 : Nat) : Int) * -((m / (n + 1) : Nat) + 1 : Int) + subNatNat (n + 1) (m % (n + 1) + 1) = negSucc m
    rw [subNatNat_eq_coe, negSucc_eq, Int.mul_neg, Int.mul_add, Int.mul_one, Int.neg_add, natCast_add_one (m % (n + 1)),
      Int.sub_eq_add_neg, Int.add_assoc, Int.neg_add_cancel_left, ← Int.neg_add, ← Int.add_assoc, ← natCast_mul,
      ← natCast_add, Nat.div_add_mod]
/-- A number is the divisor times the quotient, plus the remainder. -/
theorem mul_ediv_add_emod (a b : Int) : b * (a / b) + a % b = a := by
  rcases natAbs_eq b with h | h <;> rw [h]
  · exact mul_ediv_add_emod_nat a _
  · rw [Int.ediv_neg, emod_neg, Int.neg_mul_neg]; exact mul_ediv_add_emod_nat a _
theorem ediv_add_emod (a b : Int) : b * (a / b) + a % b = a := mul_ediv_add_emod a b
theorem emod_add_mul_ediv (a b : Int) : a % b + b * (a / b) = a := by rw [Int.add_comm, mul_ediv_add_emod]
theorem emod_add_ediv (a b : Int) : a % b + b * (a / b) = a := emod_add_mul_ediv a b
theorem ediv_mul_add_emod (a b : Int) : a / b * b + a % b = a := by rw [Int.mul_comm, mul_ediv_add_emod]
theorem emod_add_ediv_mul (a b : Int) : a % b + a / b * b = a := by rw [Int.mul_comm, emod_add_mul_ediv]
theorem ediv_add_emod' (a b : Int) : a / b * b + a % b = a := ediv_mul_add_emod a b
theorem emod_add_ediv' (a b : Int) : a % b + a / b * b = a := emod_add_ediv_mul a b
theorem emod_def (a b : Int) : a % b = a - b * (a / b) := by
  conv => rhs; arg 1; rw [← mul_ediv_add_emod a b]
  rw [Int.add_sub_cancel_left]
theorem mul_ediv_self_eq (a b : Int) : b * (a / b) = a - a % b := by
  conv => rhs; arg 1; rw [← mul_ediv_add_emod a b]
  rw [Int.add_sub_cancel]
theorem emod_nonneg : (a : Int) → {b : Int} → b ≠ 0 → 0 ≤ a % b
  | ofNat m, b, _ => natCast_nonneg (m % natAbs b)
  | negSucc m, b, h => by
    show 0 ≤ subNatNat (natAbs b) (succ (m % natAbs b))
    rw [subNatNat_eq_coe]
    exact Int.sub_nonneg_of_le (ofNat_le.mpr (Nat.mod_lt m (natAbs_pos.mpr h)))
theorem emod_lt_natAbs : (a : Int) → {b : Int} → b ≠ 0 → a % b < natAbs b
  | ofNat m, _, h => ofNat_lt.mpr (Nat.mod_lt m (natAbs_pos.mpr h))
  | negSucc m, b, _ => by
    show subNatNat (natAbs b) (succ (m % natAbs b)) < _
    rw [subNatNat_eq_coe]
    exact Int.sub_lt_self _ (ofNat_succ_pos _)
theorem emod_lt_of_pos (a : Int) {b : Int} (H : 0 < b) : a % b < b := by
  have := emod_lt_natAbs a (Int.ne_of_gt H)
  rw [natAbs_of_nonneg (Int.le_of_lt H)] at this; exact this
theorem emod_lt_of_neg (a : Int) {b : Int} (H : b < 0) : a % b < -b := by
  rw [← emod_neg]; exact emod_lt_of_pos a (Int.neg_pos_of_neg H)
theorem emod_lt (a : Int) {b : Int} (H : b ≠ 0) : a % b < natAbs b := emod_lt_natAbs a H
theorem mul_ediv_self_le {x k : Int} (h : k ≠ 0) : k * (x / k) ≤ x := by
  rw [mul_ediv_self_eq]; exact Int.sub_le_self x (emod_nonneg x h)
theorem lt_mul_ediv_self_add {x k : Int} (h : 0 < k) : x < k * (x / k) + k := by
  conv => lhs; rw [← mul_ediv_add_emod x k]
  exact Int.add_lt_add_left (emod_lt_of_pos x h) _
/-- The quotient is determined by a remainder in the right range. -/
theorem ediv_eq_of_emod_range {a b q r : Int} (h : 0 < b) (e : r + b * q = a) (hr : 0 ≤ r) (hr' : r < b) : a / b = q := by
  have low : b * q ≤ a := e ▸ Int.le_add_of_nonneg_left hr
  have high : a < b * q + b := by rw [← e, Int.add_comm]; exact Int.add_lt_add_left hr' _
  rcases Int.lt_trichotomy (a / b) q with k | k | k
  · have := Int.mul_le_mul_of_nonneg_left (add_one_le_of_lt k) (Int.le_of_lt h)
    rw [Int.mul_add, Int.mul_one] at this
    exact absurd (Int.le_trans this low) (Int.not_le_of_gt (lt_mul_ediv_self_add h))
  · exact k
  · have := Int.mul_le_mul_of_nonneg_left (add_one_le_of_lt k) (Int.le_of_lt h)
    rw [Int.mul_add, Int.mul_one] at this
    exact absurd (Int.le_trans this (mul_ediv_self_le (Int.ne_of_gt h))) (Int.not_le_of_gt high)
private theorem add_mul_ediv_pos (a b : Int) {c : Int} (H : 0 < c) : (a + b * c) / c = a / c + b :=
  ediv_eq_of_emod_range H (r := a % c) (by rw [Int.mul_add, ← Int.add_assoc, emod_add_mul_ediv, Int.mul_comm c])
    (emod_nonneg a (Int.ne_of_gt H)) (emod_lt_of_pos a H)
theorem add_mul_ediv_right (a b : Int) {c : Int} (H : c ≠ 0) : (a + b * c) / c = a / c + b := by
  rcases Int.lt_or_gt_of_ne H with h | h
  · have := add_mul_ediv_pos a (-b) (Int.neg_pos_of_neg h)
    rw [Int.neg_mul_neg, Int.ediv_neg, Int.ediv_neg, ← Int.neg_add, Int.neg_inj] at this; exact this
  · exact add_mul_ediv_pos a b h
theorem add_mul_ediv_left (a : Int) {b : Int} (c : Int) (H : b ≠ 0) : (a + b * c) / b = a / b + c := by
  rw [Int.mul_comm, add_mul_ediv_right a c H]
@[simp] theorem mul_ediv_cancel (a : Int) {b : Int} (H : b ≠ 0) : a * b / b = a := by
  have := add_mul_ediv_right 0 a H
  rw [Int.zero_add, Int.zero_ediv, Int.zero_add] at this; exact this
@[simp] theorem mul_ediv_cancel_left {a : Int} (b : Int) (H : a ≠ 0) : a * b / a = b := by
  rw [Int.mul_comm, Int.mul_ediv_cancel b H]
@[simp] theorem add_mul_emod_self_right (a b c : Int) : (a + b * c) % c = a % c := by
  by_cases h : c = 0
  · rw [h, Int.mul_zero, Int.add_zero]
  · rw [emod_def, emod_def, add_mul_ediv_right a b h, Int.mul_add, Int.mul_comm b, Int.sub_add_eq,
      Int.sub_right_comm, Int.add_sub_cancel]
@[simp] theorem add_mul_emod_self_left (a b c : Int) : (a + b * c) % b = a % b := by
  rw [Int.mul_comm, add_mul_emod_self_right]
@[simp] theorem mul_emod_right (a b : Int) : a * b % a = 0 := by
  have := add_mul_emod_self_left 0 a b
  rw [Int.zero_add, zero_emod] at this; exact this
@[simp] theorem mul_emod_left (a b : Int) : a * b % b = 0 := by rw [Int.mul_comm, mul_emod_right]
theorem ediv_nonneg {a b : Int} (Ha : 0 ≤ a) (Hb : 0 ≤ b) : 0 ≤ a / b := by
  rcases eq_ofNat_of_zero_le Ha with ⟨m, rfl⟩; rcases eq_ofNat_of_zero_le Hb with ⟨n, rfl⟩
  exact natCast_nonneg (m / n)
theorem le_ediv_iff_mul_le {a b c : Int} (H : 0 < c) : a ≤ b / c ↔ a * c ≤ b := by
  constructor
  · intro h
    exact Int.le_trans (Int.mul_le_mul_of_nonneg_right h (Int.le_of_lt H))
      (Int.mul_comm c _ ▸ mul_ediv_self_le (Int.ne_of_gt H))
  · intro h
    rw [← Int.not_lt]; intro k
    have := Int.mul_le_mul_of_nonneg_left (add_one_le_of_lt k) (Int.le_of_lt H)
    rw [Int.mul_add, Int.mul_one, Int.mul_comm c a] at this
    exact Int.not_le_of_gt (lt_mul_ediv_self_add H) (Int.le_trans this h)
theorem le_ediv_of_mul_le {a b c : Int} (H1 : 0 < c) (H2 : a * c ≤ b) : a ≤ b / c := (le_ediv_iff_mul_le H1).mpr H2
theorem mul_le_of_le_ediv {a b c : Int} (H1 : 0 < c) (H2 : a ≤ b / c) : a * c ≤ b := (le_ediv_iff_mul_le H1).mp H2
theorem ediv_lt_iff_lt_mul {a b c : Int} (H : 0 < c) : a / c < b ↔ a < b * c := by
  rw [← Int.not_le, le_ediv_iff_mul_le H, Int.not_le]

/-! ## Divisibility -/
protected theorem dvd_def (a b : Int) : (a ∣ b) = ∃ c, b = a * c := rfl
@[simp] protected theorem dvd_zero (n : Int) : n ∣ 0 := ⟨0, (Int.mul_zero n).symm⟩
@[simp] protected theorem dvd_refl (n : Int) : n ∣ n := ⟨1, (Int.mul_one n).symm⟩
@[simp] protected theorem one_dvd (n : Int) : 1 ∣ n := ⟨n, (Int.one_mul n).symm⟩
protected theorem dvd_trans {a b c : Int} (h : a ∣ b) (k : b ∣ c) : a ∣ c := by
  rcases h with ⟨d, rfl⟩; rcases k with ⟨e, rfl⟩
  exact ⟨d * e, Int.mul_assoc a d e⟩
@[simp] protected theorem dvd_mul_right (a b : Int) : a ∣ a * b := ⟨b, rfl⟩
@[simp] protected theorem dvd_mul_left (a b : Int) : b ∣ a * b := ⟨a, Int.mul_comm a b⟩
protected theorem dvd_mul_of_dvd_left {a b : Int} (h : a ∣ b) (c : Int) : a ∣ b * c := Int.dvd_trans h (Int.dvd_mul_right b c)
protected theorem dvd_mul_of_dvd_right {a b : Int} (h : a ∣ b) (c : Int) : a ∣ c * b := Int.dvd_trans h (Int.dvd_mul_left c b)
protected theorem dvd_add {a b c : Int} (h : a ∣ b) (k : a ∣ c) : a ∣ b + c := by
  rcases h with ⟨d, rfl⟩; rcases k with ⟨e, rfl⟩
  exact ⟨d + e, (Int.mul_add a d e).symm⟩
protected theorem dvd_sub {a b c : Int} (h : a ∣ b) (k : a ∣ c) : a ∣ b - c := by
  rcases h with ⟨d, rfl⟩; rcases k with ⟨e, rfl⟩
  exact ⟨d - e, (Int.mul_sub a d e).symm⟩
@[simp] protected theorem dvd_neg {a b : Int} : a ∣ -b ↔ a ∣ b := by
  constructor
  · intro ⟨c, h⟩; exact ⟨-c, by rw [Int.mul_neg, ← h, Int.neg_neg]⟩
  · intro ⟨c, h⟩; exact ⟨-c, by rw [Int.mul_neg, ← h]⟩
@[simp] protected theorem neg_dvd {a b : Int} : -a ∣ b ↔ a ∣ b := by
  constructor
  · intro ⟨c, h⟩; exact ⟨-c, by rw [h, Int.neg_mul_comm]⟩
  · intro ⟨c, h⟩; exact ⟨-c, by rw [h, Int.neg_mul_neg]⟩
@[simp] theorem zero_dvd {n : Int} : 0 ∣ n ↔ n = 0 :=
  ⟨fun ⟨k, e⟩ => by rw [e, Int.zero_mul], fun h => h ▸ Int.dvd_refl 0⟩
@[norm_cast] theorem ofNat_dvd {m n : Nat} : (m : Int) ∣ n ↔ m ∣ n :=
  ⟨fun ⟨c, h⟩ => ⟨natAbs c, by have := congrArg natAbs h; rw [natAbs_mul] at this; exact this⟩,
    fun ⟨k, h⟩ => ⟨k, congrArg ofNat h⟩⟩
theorem ofNat_dvd_left {n : Nat} {z : Int} : (n : Int) ∣ z ↔ n ∣ z.natAbs := by
  rcases natAbs_eq z with h | h <;> rw [h]
  · exact ofNat_dvd
  · rw [Int.dvd_neg, natAbs_neg]; exact ofNat_dvd
theorem ofNat_dvd_right {n : Nat} {z : Int} : z ∣ (n : Int) ↔ z.natAbs ∣ n := by
  rcases natAbs_eq z with h | h <;> rw [h]
  · exact ofNat_dvd
  · rw [Int.neg_dvd, natAbs_neg]; exact ofNat_dvd
theorem natAbs_dvd {a b : Int} : (natAbs a : Int) ∣ b ↔ a ∣ b :=
  (natAbs_eq a).elim (fun h => by rw [← h]) (fun h => by conv => { rhs; rw [h] }; rw [Int.neg_dvd])
theorem dvd_natAbs {a b : Int} : a ∣ natAbs b ↔ a ∣ b :=
  (natAbs_eq b).elim (fun h => by rw [← h]) (fun h => by conv => { rhs; rw [h] }; rw [Int.dvd_neg])
theorem natAbs_dvd_natAbs {a b : Int} : natAbs a ∣ natAbs b ↔ a ∣ b := by rw [← ofNat_dvd_left, natAbs_dvd]
theorem dvd_of_emod_eq_zero {a b : Int} (H : b % a = 0) : a ∣ b :=
  ⟨b / a, by have := mul_ediv_add_emod b a; rw [H, Int.add_zero] at this; exact this.symm⟩
theorem emod_eq_zero_of_dvd : {a b : Int} → a ∣ b → b % a = 0
  | _, _, ⟨_, rfl⟩ => mul_emod_right ..
theorem dvd_iff_emod_eq_zero {a b : Int} : a ∣ b ↔ b % a = 0 := ⟨emod_eq_zero_of_dvd, dvd_of_emod_eq_zero⟩
theorem emod_pos_of_not_dvd {a b : Int} (h : ¬a ∣ b) : a = 0 ∨ 0 < b % a := by
  by_cases w : a = 0
  · exact .inl w
  · exact .inr (Int.lt_of_le_of_ne (emod_nonneg b w) fun e => h (dvd_of_emod_eq_zero e.symm))
instance decidableDvd : DecidableRel (α := Int) (β := Int) (· ∣ ·) := fun a b =>
  match Int.decEq (b % a) 0 with
  | isTrue h => isTrue (dvd_of_emod_eq_zero h)
  | isFalse h => isFalse fun k => h (emod_eq_zero_of_dvd k)
protected theorem mul_ediv_cancel_of_dvd {a b : Int} (H : b ∣ a) : b * (a / b) = a := by
  rw [mul_ediv_self_eq, emod_eq_zero_of_dvd H, Int.sub_zero]
protected theorem ediv_mul_cancel {a b : Int} (H : b ∣ a) : a / b * b = a := by rw [Int.mul_comm, Int.mul_ediv_cancel_of_dvd H]
protected theorem mul_ediv_cancel' {a b : Int} (H : a ∣ b) : a * (b / a) = b := Int.mul_ediv_cancel_of_dvd H
theorem add_ediv_of_dvd_right {a b c : Int} (H : c ∣ b) : (a + b) / c = a / c + b / c := by
  by_cases h : c = 0
  · rw [h, Int.ediv_zero, Int.ediv_zero, Int.ediv_zero, Int.add_zero]
  · rcases H with ⟨d, rfl⟩
    rw [add_mul_ediv_left a d h, mul_ediv_cancel_left d h]
theorem add_ediv_of_dvd_left {a b c : Int} (H : c ∣ a) : (a + b) / c = a / c + b / c := by
  rw [Int.add_comm, add_ediv_of_dvd_right H, Int.add_comm]

/-! ## The balanced remainder -/
theorem dvd_sub_bmod (x : Int) (m : Nat) : (m : Int) ∣ x - bmod x m := by
  have h : (m : Int) ∣ x - x % m := ⟨x / m, (mul_ediv_self_eq x m).symm⟩
  unfold bmod
  dsimp only
  split
  · exact h
  · rw [Int.sub_eq_add_neg, Int.neg_sub, Int.add_comm, Int.sub_eq_add_neg, Int.add_assoc, Int.add_comm _ x]
    exact Int.dvd_add (Int.dvd_refl _) h
end Int
