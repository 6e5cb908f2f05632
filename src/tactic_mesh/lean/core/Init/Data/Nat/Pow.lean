prelude
import Init.Data.Nat.Dvd
/-! Natural numbers: powers. -/
namespace Nat
@[simp] protected theorem pow_zero (b : Nat) : b ^ 0 = 1 := rfl
@[simp] protected theorem pow_eq {m n : Nat} : m.pow n = m ^ n := rfl
protected theorem pow_succ {b n : Nat} : b ^ (n + 1) = b ^ n * b := rfl
protected theorem pow_add_one {b n : Nat} : b ^ (n + 1) = b ^ n * b := rfl
protected theorem pow_succ' {m n : Nat} : m ^ succ n = m * m ^ n := Nat.mul_comm (m ^ n) m
protected theorem pow_add_one' {m n : Nat} : m ^ (n + 1) = m * m ^ n := Nat.mul_comm (m ^ n) m
@[simp] protected theorem pow_one (a : Nat) : a ^ 1 = a := Nat.one_mul a
protected theorem pow_two (b : Nat) : b ^ 2 = b * b := by rw [Nat.pow_succ, Nat.pow_one]
@[simp] protected theorem one_pow (n : Nat) : 1 ^ n = 1 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Nat.pow_succ, ih]
@[simp] protected theorem zero_pow {n : Nat} (H : 0 < n) : 0 ^ n = 0 := by
  obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_lt H
  rfl
protected theorem zero_pow_of_pos (n : Nat) (h : 0 < n) : 0 ^ n = 0 := Nat.zero_pow h
protected theorem pow_add (a m n : Nat) : a ^ (m + n) = a ^ m * a ^ n := by
  induction n with
  | zero => exact (Nat.mul_one _).symm
  | succ n ih => rw [← Nat.add_assoc, Nat.pow_succ, ih, Nat.pow_succ, Nat.mul_assoc]
protected theorem pow_add' (a m n : Nat) : a ^ (m + n) = a ^ n * a ^ m := by rw [Nat.pow_add, Nat.mul_comm]
protected theorem pow_mul (a m n : Nat) : a ^ (m * n) = (a ^ m) ^ n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [mul_add_one, Nat.pow_add, ih, Nat.pow_succ]
protected theorem pow_mul' (a m n : Nat) : a ^ (m * n) = (a ^ n) ^ m := by rw [Nat.mul_comm, Nat.pow_mul]
protected theorem pow_right_comm (a m n : Nat) : (a ^ m) ^ n = (a ^ n) ^ m := by rw [← Nat.pow_mul, Nat.pow_mul']
protected theorem mul_pow (a b n : Nat) : (a * b) ^ n = a ^ n * b ^ n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Nat.pow_succ, ih, Nat.mul_mul_mul_comm, Nat.pow_succ, Nat.pow_succ]
theorem pow_pos {p n : Nat} (hp : 0 < p) : 0 < p ^ n := by
  induction n with
  | zero => exact Nat.zero_lt_one
  | succ n ih => exact Nat.mul_pos ih hp
theorem pos_pow_of_pos {b : Nat} (n : Nat) (h : 0 < b) : 0 < b ^ n := pow_pos h
protected theorem two_pow_pos (w : Nat) : 0 < 2 ^ w := pow_pos Nat.two_pos
@[simp] protected theorem pos_pow_iff {a n : Nat} : 0 < a ^ n ↔ 0 < a ∨ n = 0 := by
  refine ⟨fun h => ?_, fun h => h.elim (fun k => pow_pos k) fun e => by rw [e]; exact Nat.zero_lt_one⟩
  rcases Nat.eq_zero_or_pos n with e | hn
  · exact .inr e
  · refine .inl (Nat.pos_of_ne_zero fun e => ?_)
    rw [e, Nat.zero_pow hn] at h; exact Nat.lt_irrefl 0 h
@[simp] protected theorem pow_eq_zero {a n : Nat} : a ^ n = 0 ↔ a = 0 ∧ n ≠ 0 := by
  constructor
  · intro h
    refine ⟨?_, fun e => by rw [e] at h; exact Nat.one_ne_zero h⟩
    exact (Nat.eq_zero_or_pos a).elim id fun k => absurd h (Nat.ne_of_gt (pow_pos k))
  · rintro ⟨rfl, h⟩
    exact Nat.zero_pow (Nat.pos_of_ne_zero h)
protected theorem pow_le_pow_left {m n : Nat} (h : m ≤ n) : ∀ i : Nat, m ^ i ≤ n ^ i
  | 0 => Nat.le_refl 1
  | i + 1 => Nat.mul_le_mul (Nat.pow_le_pow_left h i) h
protected theorem pow_le_pow_right {n i j : Nat} (h : n > 0) (hij : i ≤ j) : n ^ i ≤ n ^ j := by
  obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le hij
  rw [Nat.pow_add]; exact le_mul_of_pos_right _ (pow_pos h)
protected theorem pow_lt_pow_left {a b n : Nat} (h : a < b) (hn : n ≠ 0) : a ^ n < b ^ n := by
  obtain ⟨k, rfl⟩ := exists_eq_add_one_of_ne_zero hn
  exact Nat.mul_lt_mul_of_le_of_lt (Nat.pow_le_pow_left (le_of_lt h) k) h (pow_pos (zero_lt_of_lt h))
protected theorem pow_lt_pow_succ {a n : Nat} (h : 1 < a) : a ^ n < a ^ (n + 1) := by
  have k := Nat.mul_lt_mul_of_pos_left h (pow_pos (n := n) (le_of_lt h))
  rw [Nat.mul_one] at k; exact k
protected theorem pow_lt_pow_right {a m n : Nat} (ha : 1 < a) (h : m < n) : a ^ m < a ^ n :=
  Nat.lt_of_lt_of_le (Nat.pow_lt_pow_succ ha) (Nat.pow_le_pow_right (le_of_lt ha) h)
protected theorem pow_lt_pow_of_lt {a n m : Nat} (h : 1 < a) (w : n < m) : a ^ n < a ^ m := Nat.pow_lt_pow_right h w
protected theorem pow_le_pow_of_le {a n m : Nat} (h : 1 < a) (w : n ≤ m) : a ^ n ≤ a ^ m := Nat.pow_le_pow_right (le_of_lt h) w
protected theorem pow_le_pow_iff_right {a n m : Nat} (h : 1 < a) : a ^ n ≤ a ^ m ↔ n ≤ m :=
  ⟨fun l => Nat.le_of_not_lt fun k => Nat.not_le_of_gt (Nat.pow_lt_pow_right h k) l, Nat.pow_le_pow_of_le h⟩
protected theorem pow_lt_pow_iff_right {a n m : Nat} (h : 1 < a) : a ^ n < a ^ m ↔ n < m :=
  ⟨fun l => Nat.lt_of_not_le fun k => Nat.not_le_of_gt l (Nat.pow_le_pow_of_le h k), Nat.pow_lt_pow_right h⟩
protected theorem pow_le_pow_iff_left {a b n : Nat} (h : n ≠ 0) : a ^ n ≤ b ^ n ↔ a ≤ b :=
  ⟨fun l => Nat.le_of_not_lt fun k => Nat.not_le_of_gt (Nat.pow_lt_pow_left k h) l, fun l => Nat.pow_le_pow_left l n⟩
protected theorem pow_lt_pow_iff_left {a b n : Nat} (h : n ≠ 0) : a ^ n < b ^ n ↔ a < b :=
  ⟨fun l => Nat.lt_of_not_le fun k => Nat.not_le_of_gt l (Nat.pow_le_pow_left k n), fun l => Nat.pow_lt_pow_left l h⟩
protected theorem pow_left_inj {a b n : Nat} (hn : n ≠ 0) : a ^ n = b ^ n ↔ a = b := by
  rw [Nat.le_antisymm_iff, Nat.pow_le_pow_iff_left hn, Nat.pow_le_pow_iff_left hn, ← Nat.le_antisymm_iff]
protected theorem pow_right_inj {a m n : Nat} (ha : 1 < a) : a ^ m = a ^ n ↔ m = n := by
  rw [Nat.le_antisymm_iff, Nat.pow_le_pow_iff_right ha, Nat.pow_le_pow_iff_right ha, ← Nat.le_antisymm_iff]
theorem lt_pow_self {n a : Nat} (ha : 1 < a) : n < a ^ n := by
  induction n with
  | zero => exact Nat.zero_lt_one
  | succ n ih => exact Nat.lt_of_le_of_lt ih (Nat.pow_lt_pow_succ ha)
protected theorem lt_two_pow_self {n : Nat} : n < 2 ^ n := lt_pow_self (by decide)
protected theorem lt_two_pow (n : Nat) : n < 2 ^ n := Nat.lt_two_pow_self
attribute [simp] Nat.lt_two_pow_self
protected theorem one_lt_two_pow {n : Nat} (h : n ≠ 0) : 1 < 2 ^ n := Nat.pow_lt_pow_right (m := 0) (by decide) (Nat.pos_of_ne_zero h)
@[simp] protected theorem one_lt_two_pow_iff {n : Nat} : 1 < 2 ^ n ↔ n ≠ 0 := ⟨fun h e => by rw [e] at h; exact Nat.lt_irrefl 1 h, Nat.one_lt_two_pow⟩
protected theorem one_le_two_pow {n : Nat} : 1 ≤ 2 ^ n := Nat.two_pow_pos n
protected theorem one_lt_pow {m n : Nat} (hn : n ≠ 0) (hm : 1 < m) : 1 < m ^ n := Nat.pow_lt_pow_right (m := 0) hm (Nat.pos_of_ne_zero hn)
theorem two_pow_succ (n : Nat) : 2 ^ (n + 1) = 2 ^ n + 2 ^ n := by rw [Nat.pow_succ, Nat.mul_two]
theorem two_pow_pred_add_two_pow_pred {w : Nat} (h : 0 < w) : 2 ^ (w - 1) + 2 ^ (w - 1) = 2 ^ w := by
  obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_lt h
  rw [Nat.add_one_sub_one, two_pow_succ]
protected theorem two_pow_pred_mul_two {w : Nat} (h : 0 < w) : 2 ^ (w - 1) * 2 = 2 ^ w := by rw [Nat.mul_two, two_pow_pred_add_two_pow_pred h]
theorem two_pow_pred_sub_two_pow_pred {w : Nat} (h : 0 < w) : 2 ^ w - 2 ^ (w - 1) = 2 ^ (w - 1) := by
  rw [← two_pow_pred_add_two_pow_pred h, Nat.add_sub_cancel]
theorem pow_dvd_pow {m n : Nat} (a : Nat) (h : m ≤ n) : a ^ m ∣ a ^ n := by
  obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le h
  rw [Nat.pow_add]; exact Nat.dvd_mul_right _ _
theorem pow_dvd_pow_of_dvd {a b : Nat} (h : a ∣ b) (n : Nat) : a ^ n ∣ b ^ n := by
  obtain ⟨c, rfl⟩ := h
  rw [Nat.mul_pow]; exact Nat.dvd_mul_right _ _
theorem dvd_pow {a b n : Nat} (h : a ∣ b) (hn : n ≠ 0) : a ∣ b ^ n := by
  obtain ⟨k, rfl⟩ := exists_eq_add_one_of_ne_zero hn
  exact dvd_mul_left_of_dvd h _
theorem pow_dvd_pow_iff_pow_le_pow_right {x k l : Nat} (hx : 0 < x) : x ^ k ∣ x ^ l ↔ x ^ k ≤ x ^ l := by
  refine ⟨le_of_dvd (pow_pos hx), fun h => ?_⟩
  rcases Nat.le_total k l with hkl | hkl
  · exact pow_dvd_pow x hkl
  · rw [Nat.le_antisymm h (Nat.pow_le_pow_right hx hkl)]; exact Nat.dvd_refl _
theorem pow_mod (a b n : Nat) : a ^ b % n = (a % n) ^ b % n := by
  induction b with
  | zero => rfl
  | succ b ih => rw [Nat.pow_succ, mul_mod, ih, mod_mul_mod, Nat.pow_succ, mul_mod_mod]
protected theorem pow_div {x m n : Nat} (h : n ≤ m) (hx : 0 < x) : x ^ m / x ^ n = x ^ (m - n) := by
  obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le h
  rw [Nat.add_sub_cancel_left, Nat.pow_add, Nat.mul_div_cancel_left _ (pow_pos hx)]
theorem pow_sub_mul_pow (a : Nat) {m n : Nat} (h : m ≤ n) : a ^ (n - m) * a ^ m = a ^ n := by rw [← Nat.pow_add, Nat.sub_add_cancel h]
protected theorem div_pow {a b c : Nat} (h : a ∣ b) : (b / a) ^ c = b ^ c / a ^ c := by
  obtain ⟨k, rfl⟩ := h
  rcases Nat.eq_zero_or_pos a with rfl | ha
  · rw [Nat.zero_mul, Nat.zero_div]
    rcases Nat.eq_zero_or_pos c with rfl | hc
    · rfl
    · rw [Nat.zero_pow hc, Nat.zero_div]
  · rw [Nat.mul_div_cancel_left k ha, Nat.mul_pow, Nat.mul_div_cancel_left _ (pow_pos ha)]
theorem mul_self_eq_pow_two (a : Nat) : a * a = a ^ 2 := (Nat.pow_two a).symm
protected theorem pow_two_sub_pow_two (a b : Nat) : a ^ 2 - b ^ 2 = (a + b) * (a - b) := by
  rw [Nat.pow_two, Nat.pow_two, Nat.mul_self_sub_mul_self_eq]
end Nat
