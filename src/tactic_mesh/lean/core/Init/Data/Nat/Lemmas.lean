prelude
import Init.Data.Nat.Pow
import Init.Data.Nat.MinMax
/-! Natural numbers: quantifiers over bounds, more of division, and parity. -/
namespace Nat

/-! ### Quantifiers -/

theorem forall_lt_succ_right {n : Nat} {p : Nat → Prop} : (∀ m, m < n + 1 → p m) ↔ (∀ m, m < n → p m) ∧ p n :=
  ⟨fun h => ⟨fun m l => h m (lt_succ_of_lt l), h n (lt_succ_self n)⟩,
   fun ⟨h, k⟩ m l => (Nat.eq_or_lt_of_le (le_of_lt_succ l)).elim (fun e => e ▸ k) (h m)⟩
theorem exists_lt_succ_right {n : Nat} {p : Nat → Prop} : (∃ m, m < n + 1 ∧ p m) ↔ (∃ m, m < n ∧ p m) ∨ p n := by
  constructor
  · rintro ⟨m, l, h⟩
    rcases Nat.eq_or_lt_of_le (le_of_lt_succ l) with rfl | l
    · exact .inr h
    · exact .inl ⟨m, l, h⟩
  · rintro (⟨m, l, h⟩ | h)
    · exact ⟨m, lt_succ_of_lt l, h⟩
    · exact ⟨n, lt_succ_self n, h⟩
theorem forall_lt_succ_left {n : Nat} {p : Nat → Prop} : (∀ m, m < n + 1 → p m) ↔ p 0 ∧ ∀ m, m < n → p (m + 1) :=
  ⟨fun h => ⟨h 0 (zero_lt_succ n), fun m l => h (m + 1) (succ_lt_succ l)⟩, fun ⟨h, k⟩ m l =>
    match m, l with
    | 0, _ => h
    | m + 1, l => k m (lt_of_succ_lt_succ l)⟩
theorem and_forall_add_one {p : Nat → Prop} : p 0 ∧ (∀ n, p (n + 1)) ↔ ∀ n, p n :=
  ⟨fun ⟨h, k⟩ n => match n with
    | 0 => h
    | n + 1 => k n, fun h => ⟨h 0, fun n => h (n + 1)⟩⟩
theorem or_exists_add_one {p : Nat → Prop} : (p 0 ∨ ∃ n, p (n + 1)) ↔ ∃ n, p n :=
  ⟨fun h => h.elim (fun h => ⟨0, h⟩) (fun ⟨n, h⟩ => ⟨n + 1, h⟩), fun ⟨n, h⟩ => match n, h with
    | 0, h => .inl h
    | n + 1, h => .inr ⟨n, h⟩⟩
theorem exists_ne_zero {p : Nat → Prop} : (∃ n, n ≠ 0 ∧ p n) ↔ ∃ n, p (n + 1) := by
  constructor
  · rintro ⟨n, h, k⟩
    obtain ⟨m, rfl⟩ := exists_eq_add_one_of_ne_zero h
    exact ⟨m, k⟩
  · rintro ⟨n, h⟩
    exact ⟨n + 1, succ_ne_zero n, h⟩
theorem exists_add_one_eq {a : Nat} : (∃ n, n + 1 = a) ↔ 0 < a := by
  constructor
  · rintro ⟨n, rfl⟩
    exact succ_pos n
  · intro h
    exact ⟨a - 1, sub_one_add_one_eq_of_pos h⟩
attribute [simp] exists_add_one_eq

/-! ### Order -/

protected theorem le_one_iff_eq_zero_or_eq_one {n : Nat} : n ≤ 1 ↔ n = 0 ∨ n = 1 := by
  rw [Nat.le_iff_lt_or_eq, lt_one_iff]
theorem le_one_iff {n : Nat} : n ≤ 1 ↔ n = 0 ∨ n = 1 := Nat.le_one_iff_eq_zero_or_eq_one
theorem two_le_iff : ∀ {n : Nat}, 2 ≤ n ↔ n ≠ 0 ∧ n ≠ 1
  | 0 => ⟨fun h => absurd h (by decide), fun h => absurd rfl h.1⟩
  | 1 => ⟨fun h => absurd h (by decide), fun h => absurd rfl h.2⟩
  | n + 2 => ⟨fun _ => ⟨succ_ne_zero _, fun h => succ_ne_zero n (succ.inj h)⟩, fun _ => le_add_left 2 n⟩
theorem one_lt_iff_ne_zero_and_ne_one {n : Nat} : 1 < n ↔ n ≠ 0 ∧ n ≠ 1 := two_le_iff
theorem one_lt_succ_succ (n : Nat) : 1 < succ (succ n) := succ_lt_succ (zero_lt_succ n)
protected theorem lt_two_iff {n : Nat} : n < 2 ↔ n = 0 ∨ n = 1 := lt_succ_iff.trans le_one_iff
theorem eq_zero_of_mul_eq_zero {m n : Nat} (h : n * m = 0) : n = 0 ∨ m = 0 := Nat.mul_eq_zero.mp h
theorem zero_lt_two : 0 < 2 := Nat.two_pos
theorem lt_mul_iff_one_lt_left {a b : Nat} (hb : 0 < b) : b < a * b ↔ 1 < a := by
  have h := Nat.mul_lt_mul_right (b := 1) (c := a) hb
  rw [Nat.one_mul] at h; exact h
theorem lt_mul_iff_one_lt_right {a b : Nat} (ha : 0 < a) : a < a * b ↔ 1 < b := by
  rw [Nat.mul_comm]; exact lt_mul_iff_one_lt_left ha
protected theorem add_eq_one_iff {m n : Nat} : m + n = 1 ↔ m = 0 ∧ n = 1 ∨ m = 1 ∧ n = 0 := by
  match m, n with
  | 0, n => exact ⟨fun h => .inl ⟨rfl, (Nat.zero_add n).symm.trans h⟩, fun h => h.elim (fun h => by rw [h.2]) (fun h => absurd h.1 (by decide))⟩
  | 1, n => exact ⟨fun h => .inr ⟨rfl, Nat.add_left_cancel h⟩, fun h => h.elim (fun h => absurd h.1 (by decide)) (fun h => by rw [h.2])⟩
  | m + 2, n => exact ⟨fun h => absurd (Nat.le_of_eq h) (Nat.not_le_of_gt (le_add_right_of_le (le_add_left 2 m))), fun h => h.elim (fun h => absurd h.1 (succ_ne_zero _)) (fun h => absurd (succ.inj h.1) (succ_ne_zero m))⟩

/-! ### Division and remainder -/

theorem div_add_div_same_of_dvd {m n k : Nat} (h : k ∣ n) : m / k + n / k = (m + n) / k := by
  rcases Nat.eq_zero_or_pos k with rfl | hk
  · simp only [Nat.div_zero]
  · rw [Nat.add_comm m n, Nat.add_div_of_dvd_right hk h, Nat.add_comm]
theorem lt_div_iff_mul_lt {x y k : Nat} (h : 0 < k) : x < y / k ↔ x * k < y - (k - 1) := by
  rw [Nat.lt_sub_iff_add_lt, lt_iff_add_one_le, le_div_iff_mul_le h, add_one_mul]
  obtain ⟨d, rfl⟩ := Nat.exists_eq_add_of_lt h
  rw [Nat.zero_add, Nat.add_one_sub_one, ← Nat.add_assoc]; exact .rfl
theorem div_le_iff_le_mul_add_pred {b a c : Nat} (h : 0 < b) : a / b ≤ c ↔ a ≤ b * c + (b - 1) := by
  rw [← lt_succ_iff, Nat.div_lt_iff_lt_mul h, succ_mul, Nat.mul_comm]
  obtain ⟨d, rfl⟩ := Nat.exists_eq_add_of_lt h
  rw [Nat.zero_add, Nat.add_one_sub_one, ← Nat.add_assoc]; exact lt_succ_iff
theorem add_div {a b c : Nat} (hc : 0 < c) : (a + b) / c = a / c + b / c + if c ≤ a % c + b % c then 1 else 0 := by
  by_cases h : c ≤ a % c + b % c
  · rw [if_pos h]
    refine ((Nat.div_mod_unique hc (m := a % c + b % c - c)).mpr ⟨?_, ?_⟩).1
    · rw [mul_add_one, Nat.mul_add, Nat.add_comm, Nat.add_assoc, Nat.add_comm c, Nat.sub_add_cancel h, add_add_add_comm, div_add_mod, div_add_mod]
    · exact (Nat.sub_lt_iff_lt_add h).mpr (Nat.add_lt_add (mod_lt a hc) (mod_lt b hc))
  · rw [if_neg h, Nat.add_zero, add_div_of_mod_add_lt hc (Nat.lt_of_not_le h)]
theorem succ_div_of_dvd {a b : Nat} (hba : b ∣ a + 1) : (a + 1) / b = a / b + 1 := by
  obtain ⟨k, e⟩ := hba
  rcases Nat.eq_zero_or_pos b with rfl | hb
  · rw [Nat.zero_mul] at e; exact absurd e (succ_ne_zero a)
  · have hk : 0 < k := Nat.pos_of_ne_zero fun h => by rw [h] at e; exact succ_ne_zero a e
    obtain ⟨d, rfl⟩ := Nat.exists_eq_add_of_lt hk
    rw [e, Nat.mul_div_cancel_left _ hb, Nat.zero_add]
    refine congrArg (· + 1) (div_eq_of_lt_le ?_ ?_).symm
    · rw [Nat.zero_add, mul_add_one, Nat.mul_comm] at e
      exact le_of_lt_succ (Nat.lt_of_lt_of_le (Nat.lt_add_of_pos_right hb) (Nat.le_of_eq e.symm))
    · rw [Nat.zero_add, Nat.mul_comm] at e
      exact Nat.lt_of_lt_of_le (lt_succ_self a) (Nat.le_of_eq e)
theorem sub_mul_mod {x k n : Nat} (h₁ : n * k ≤ x) : (x - n * k) % n = x % n := by
  obtain ⟨d, rfl⟩ := Nat.exists_eq_add_of_le' h₁
  rw [Nat.add_sub_cancel, add_mul_mod_self_left]
theorem mod_eq_iff {a b c : Nat} : a % b = c ↔ (b = 0 ∧ a = c) ∨ (c < b ∧ ∃ k, a = b * k + c) := by
  constructor
  · rintro rfl
    rcases Nat.eq_zero_or_pos b with rfl | hb
    · exact .inl ⟨rfl, (mod_zero a).symm⟩
    · exact .inr ⟨mod_lt a hb, a / b, (div_add_mod a b).symm⟩
  · rintro (⟨rfl, rfl⟩ | ⟨h, k, rfl⟩)
    · exact mod_zero a
    · rw [mul_add_mod_self_left, mod_eq_of_lt h]
theorem mod_eq_mod_iff {a b c : Nat} : a % c = b % c ↔ ∃ k₁ k₂, a + k₁ * c = b + k₂ * c := by
  constructor
  · intro h
    refine ⟨b / c, a / c, ?_⟩
    have e : a = b % c + a / c * c := by rw [← h]; exact (mod_add_div' a c).symm
    refine (congrArg (· + b / c * c) e).trans ?_
    show b % c + a / c * c + b / c * c = b + a / c * c
    rw [Nat.add_right_comm, mod_add_div']
  · rintro ⟨k₁, k₂, h⟩
    have e := congrArg (· % c) h
    simp only [add_mul_mod_self_right] at e
    exact e

/-! ### Parity -/

theorem two_mul_ne_two_mul_add_one {n m : Nat} : 2 * n ≠ 2 * m + 1 := fun h => by
  have e := congrArg (· % 2) h
  simp only [mul_mod_right, mul_add_mod_self_left] at e
  exact absurd e (by decide)
theorem mul_self_mod_two (n : Nat) : n * n % 2 = n % 2 := by
  rw [mul_mod]
  rcases mod_two_eq_zero_or_one n with h | h <;> rw [h]
theorem add_mod_two_eq_zero_iff {m n : Nat} : (m + n) % 2 = 0 ↔ m % 2 = n % 2 := by
  rw [add_mod]
  rcases mod_two_eq_zero_or_one m with h | h <;> rcases mod_two_eq_zero_or_one n with k | k <;> rw [h, k] <;> decide
end Nat
