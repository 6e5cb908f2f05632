prelude
import Init.Data.Nat.Div.Basic
import Init.Data.BEq
/-! Natural numbers: divisibility. -/
namespace Nat
protected theorem dvd_refl (a : Nat) : a ∣ a := ⟨1, (Nat.mul_one a).symm⟩
@[simp] protected theorem dvd_rfl {a : Nat} : a ∣ a := Nat.dvd_refl a
protected theorem dvd_zero (a : Nat) : a ∣ 0 := ⟨0, rfl⟩
protected theorem dvd_mul_right (a b : Nat) : a ∣ a * b := ⟨b, rfl⟩
protected theorem dvd_mul_left (a b : Nat) : a ∣ b * a := ⟨b, Nat.mul_comm b a⟩
attribute [simp] Nat.dvd_refl Nat.dvd_zero Nat.dvd_mul_right Nat.dvd_mul_left
protected theorem one_dvd (n : Nat) : 1 ∣ n := ⟨n, (Nat.one_mul n).symm⟩
attribute [simp] Nat.one_dvd
protected theorem dvd_trans {a b c : Nat} (h₁ : a ∣ b) (h₂ : b ∣ c) : a ∣ c := by
  obtain ⟨d, rfl⟩ := h₁
  obtain ⟨e, rfl⟩ := h₂
  exact ⟨d * e, Nat.mul_assoc a d e⟩
instance instTransDvd : Trans (α := Nat) (· ∣ ·) (· ∣ ·) (· ∣ ·) := ⟨Nat.dvd_trans⟩
protected theorem eq_zero_of_zero_dvd {a : Nat} (h : 0 ∣ a) : a = 0 :=
  let ⟨c, e⟩ := h
  e.trans (Nat.zero_mul c)
@[simp] protected theorem zero_dvd {n : Nat} : 0 ∣ n ↔ n = 0 := ⟨Nat.eq_zero_of_zero_dvd, fun h => h ▸ Nat.dvd_zero 0⟩
theorem dvd_mul_right_of_dvd {m n : Nat} (h : n ∣ m) (k : Nat) : n ∣ m * k := Nat.dvd_trans h (Nat.dvd_mul_right m k)
theorem dvd_mul_left_of_dvd {m n : Nat} (h : n ∣ m) (k : Nat) : n ∣ k * m := Nat.dvd_trans h (Nat.dvd_mul_left m k)
protected theorem dvd_add {m n k : Nat} (h₁ : k ∣ m) (h₂ : k ∣ n) : k ∣ m + n := by
  obtain ⟨d, rfl⟩ := h₁
  obtain ⟨e, rfl⟩ := h₂
  exact ⟨d + e, (Nat.mul_add k d e).symm⟩
theorem dvd_sub {k m n : Nat} (h₁ : k ∣ m) (h₂ : k ∣ n) : k ∣ m - n := by
  obtain ⟨d, rfl⟩ := h₁
  obtain ⟨e, rfl⟩ := h₂
  exact ⟨d - e, (Nat.mul_sub k d e).symm⟩
theorem dvd_sub' {k m n : Nat} (h₁ : k ∣ m) (h₂ : k ∣ n) : k ∣ m - n := dvd_sub h₁ h₂
protected theorem dvd_add_iff_right {k m n : Nat} (h : k ∣ m) : k ∣ n ↔ k ∣ m + n :=
  ⟨Nat.dvd_add h, fun hs => by
    have r := dvd_sub hs h
    rw [Nat.add_sub_cancel_left] at r; exact r⟩
protected theorem dvd_add_iff_left {k m n : Nat} (h : k ∣ n) : k ∣ m ↔ k ∣ m + n := by
  rw [Nat.add_comm]; exact Nat.dvd_add_iff_right h
theorem dvd_add_right {m k : Nat} (h : k ∣ m) {n : Nat} : k ∣ m + n ↔ k ∣ n := (Nat.dvd_add_iff_right h).symm
theorem dvd_add_left {m k : Nat} (h : k ∣ m) {n : Nat} : k ∣ n + m ↔ k ∣ n := (Nat.dvd_add_iff_left h).symm
@[simp] theorem dvd_add_self_left {m n : Nat} : m ∣ m + n ↔ m ∣ n := dvd_add_right (Nat.dvd_refl m)
@[simp] theorem dvd_add_self_right {m n : Nat} : m ∣ n + m ↔ m ∣ n := dvd_add_left (Nat.dvd_refl m)
theorem dvd_mul_add_iff {a b c : Nat} : a ∣ a * b + c ↔ a ∣ c := dvd_add_right (Nat.dvd_mul_right a b)
protected theorem dvd_sub_iff_right {k m n : Nat} (hkn : k ≤ n) (h : m ∣ n) : m ∣ n - k ↔ m ∣ k :=
  ⟨fun l => by
    have r := dvd_sub h l
    rw [Nat.sub_sub_self hkn] at r; exact r, fun l => dvd_sub h l⟩
theorem le_of_dvd {m n : Nat} (h1 : 0 < n) (h : m ∣ n) : m ≤ n := by
  obtain ⟨k, rfl⟩ := h
  exact le_mul_of_pos_right m (Nat.pos_of_mul_pos_left h1)
theorem not_dvd_of_pos_of_lt {n m : Nat} (h₁ : 0 < n) (h₂ : n < m) : ¬m ∣ n := fun h => Nat.not_le_of_gt h₂ (le_of_dvd h₁ h)
theorem eq_zero_of_dvd_of_lt {a b : Nat} (w : a ∣ b) (h : b < a) : b = 0 :=
  (Nat.eq_zero_or_pos b).elim id fun k => absurd w (not_dvd_of_pos_of_lt k h)
protected theorem dvd_antisymm {m n : Nat} (h₁ : m ∣ n) (h₂ : n ∣ m) : m = n := by
  rcases Nat.eq_zero_or_pos n with rfl | hn
  · exact Nat.eq_zero_of_zero_dvd h₂
  rcases Nat.eq_zero_or_pos m with rfl | hm
  · exact (Nat.eq_zero_of_zero_dvd h₁).symm
  exact Nat.le_antisymm (le_of_dvd hn h₁) (le_of_dvd hm h₂)
theorem pos_of_dvd_of_pos {m n : Nat} (H1 : m ∣ n) (H2 : 0 < n) : 0 < m :=
  Nat.pos_of_ne_zero fun e => ne_zero_of_lt H2 (Nat.eq_zero_of_zero_dvd (e ▸ H1))
theorem eq_one_of_self_mul {n m : Nat} (h : n * m = 1) : n = 1 := (Nat.mul_eq_one_iff.mp h).1
theorem eq_one_of_dvd_one {n : Nat} (H : n ∣ 1) : n = 1 := Nat.dvd_antisymm H (Nat.one_dvd n)
@[simp] protected theorem dvd_one {n : Nat} : n ∣ 1 ↔ n = 1 := ⟨eq_one_of_dvd_one, fun h => h ▸ Nat.dvd_refl 1⟩
theorem mod_eq_zero_of_dvd {k n : Nat} (h : k ∣ n) : n % k = 0 := by
  obtain ⟨c, rfl⟩ := h
  exact mul_mod_right k c
theorem dvd_of_mod_eq_zero {k n : Nat} (h : n % k = 0) : k ∣ n := by
  have e := div_add_mod n k
  rw [h] at e; exact ⟨n / k, e.symm⟩
theorem dvd_iff_mod_eq_zero {k n : Nat} : k ∣ n ↔ n % k = 0 := ⟨mod_eq_zero_of_dvd, dvd_of_mod_eq_zero⟩
theorem mod_eq_zero_iff_dvd {k n : Nat} : n % k = 0 ↔ k ∣ n := dvd_iff_mod_eq_zero.symm
theorem emod_pos_of_not_dvd {a b : Nat} (h : ¬a ∣ b) : 0 < b % a := Nat.pos_of_ne_zero fun e => h (dvd_of_mod_eq_zero e)
theorem mod_pos_of_not_dvd {a b : Nat} (h : ¬a ∣ b) : 0 < b % a := emod_pos_of_not_dvd h
instance decidable_dvd (m n : Nat) : Decidable (m ∣ n) where
  decide := Nat.beq (n % m) 0
  reflects_decide :=
    match h : Nat.beq (n % m) 0 with
    | true => dvd_of_mod_eq_zero (Nat.eq_of_beq_eq_true h)
    | false => fun k => Nat.ne_of_beq_eq_false h (mod_eq_zero_of_dvd k)
theorem dvd_eq_true_of_mod_eq_zero {m n : Nat} (h : n % m == 0) : (m ∣ n) = True :=
  eq_true (dvd_of_mod_eq_zero (Nat.beq_eq_true_eq ▸ h))
theorem dvd_eq_false_of_mod_ne_zero {m n : Nat} (h : n % m != 0) : (m ∣ n) = False :=
  eq_false fun k => absurd (mod_eq_zero_of_dvd k) (Nat.not_beq_eq_true_eq ▸ h)
theorem dvd_mod_iff {k m n : Nat} (h : k ∣ n) : k ∣ m % n ↔ k ∣ m := by
  have e := Nat.dvd_add_iff_left (m := m % n) (dvd_mul_right_of_dvd h (m / n))
  rw [mod_add_div] at e; exact e
theorem mod_dvd_iff {k m n : Nat} (h : k ∣ n) : k ∣ m % n ↔ k ∣ m := dvd_mod_iff h
@[simp] theorem mod_mod_of_dvd (a : Nat) {b c : Nat} (h : c ∣ b) : a % b % c = a % c := by
  obtain ⟨d, rfl⟩ := h
  have e := congrArg (· % c) (mod_add_div a (c * d))
  simp only [Nat.mul_assoc, add_mul_mod_self_left] at e
  exact e
theorem mul_mod_mod_of_dvd {a b c : Nat} (h : c ∣ b) : a % b % c = a % c := mod_mod_of_dvd a h
protected theorem mul_div_cancel' {n m : Nat} (H : n ∣ m) : n * (m / n) = m := by
  have e := div_add_mod m n
  rw [mod_eq_zero_of_dvd H] at e; exact e
protected theorem div_mul_cancel {n m : Nat} (H : n ∣ m) : m / n * n = m := by rw [Nat.mul_comm, Nat.mul_div_cancel' H]
protected theorem eq_mul_of_div_eq_right' {a b c : Nat} (H1 : b ∣ a) (H2 : a / b = c) : a = b * c := by rw [← H2, Nat.mul_div_cancel' H1]
protected theorem eq_mul_of_div_eq_left {a b c : Nat} (H1 : b ∣ a) (H2 : a / b = c) : a = c * b := by rw [← H2, Nat.div_mul_cancel H1]
protected theorem div_eq_iff_eq_mul_right {a b c : Nat} (H : 0 < b) (H' : b ∣ a) : a / b = c ↔ a = b * c :=
  ⟨Nat.eq_mul_of_div_eq_right' H', Nat.div_eq_of_eq_mul_right H⟩
protected theorem div_eq_iff_eq_mul_left {a b c : Nat} (H : 0 < b) (H' : b ∣ a) : a / b = c ↔ a = c * b :=
  ⟨Nat.eq_mul_of_div_eq_left H', Nat.div_eq_of_eq_mul_left H⟩
protected theorem mul_div_assoc {k n : Nat} (m : Nat) (H : k ∣ n) : m * n / k = m * (n / k) := by
  obtain ⟨d, rfl⟩ := H
  rcases Nat.eq_zero_or_pos k with rfl | hk
  · rw [Nat.div_zero, Nat.div_zero]; rfl
  · rw [Nat.mul_div_cancel_left d hk, Nat.mul_left_comm, Nat.mul_div_cancel_left _ hk]
protected theorem mul_div_right_comm {a b : Nat} (hab : b ∣ a) (c : Nat) : a * c / b = a / b * c := by
  rw [Nat.mul_comm, Nat.mul_div_assoc c hab, Nat.mul_comm]
protected theorem add_div_of_dvd_right {a b c : Nat} (hc : 0 < c) (h : c ∣ a) : (a + b) / c = a / c + b / c := by
  obtain ⟨d, rfl⟩ := h
  rw [mul_add_div hc, Nat.mul_div_cancel_left d hc]
protected theorem div_dvd_of_dvd {n m : Nat} (h : n ∣ m) : m / n ∣ m := ⟨n, (Nat.div_mul_cancel h).symm⟩
protected theorem mul_dvd_mul {a b c d : Nat} (h : a ∣ b) (k : c ∣ d) : a * c ∣ b * d := by
  obtain ⟨e, rfl⟩ := h
  obtain ⟨f, rfl⟩ := k
  exact ⟨e * f, Nat.mul_mul_mul_comm a e c f⟩
protected theorem mul_dvd_mul_left {b c : Nat} (a : Nat) (h : b ∣ c) : a * b ∣ a * c := Nat.mul_dvd_mul (Nat.dvd_refl a) h
protected theorem mul_dvd_mul_right {a b : Nat} (h : a ∣ b) (c : Nat) : a * c ∣ b * c := Nat.mul_dvd_mul h (Nat.dvd_refl c)
protected theorem dvd_of_mul_dvd_mul_left {k m n : Nat} (kpos : 0 < k) (H : k * m ∣ k * n) : m ∣ n := by
  obtain ⟨c, e⟩ := H
  exact ⟨c, Nat.eq_of_mul_eq_mul_left kpos (by rw [e, Nat.mul_assoc])⟩
protected theorem dvd_of_mul_dvd_mul_right {k m n : Nat} (kpos : 0 < k) (H : m * k ∣ n * k) : m ∣ n := by
  rw [Nat.mul_comm m, Nat.mul_comm n] at H; exact Nat.dvd_of_mul_dvd_mul_left kpos H
protected theorem mul_dvd_mul_iff_left {a b c : Nat} (h : 0 < a) : a * b ∣ a * c ↔ b ∣ c := ⟨Nat.dvd_of_mul_dvd_mul_left h, Nat.mul_dvd_mul_left a⟩
protected theorem mul_dvd_mul_iff_right {a b c : Nat} (h : 0 < c) : a * c ∣ b * c ↔ a ∣ b :=
  ⟨Nat.dvd_of_mul_dvd_mul_right h, fun k => Nat.mul_dvd_mul_right k c⟩
theorem dvd_of_mul_right_dvd {m n k : Nat} (h : m * k ∣ n) : m ∣ n := Nat.dvd_trans (Nat.dvd_mul_right m k) h
theorem dvd_of_mul_left_dvd {m n k : Nat} (h : k * m ∣ n) : m ∣ n := Nat.dvd_trans (Nat.dvd_mul_left m k) h
theorem div_mul_div_comm {a b c d : Nat} (hb : b ∣ a) (hd : d ∣ c) : a / b * (c / d) = a * c / (b * d) := by
  obtain ⟨x, rfl⟩ := hb
  obtain ⟨y, rfl⟩ := hd
  rcases Nat.eq_zero_or_pos b with rfl | hb
  · simp only [Nat.zero_mul, Nat.div_zero]
  rcases Nat.eq_zero_or_pos d with rfl | hd
  · simp only [Nat.zero_mul, Nat.mul_zero, Nat.div_zero]
  rw [Nat.mul_mul_mul_comm, Nat.mul_div_cancel_left _ hb, Nat.mul_div_cancel_left _ hd, Nat.mul_div_cancel_left _ (Nat.mul_pos hb hd)]
theorem two_dvd_or_two_dvd_add_one (n : Nat) : 2 ∣ n ∨ 2 ∣ n + 1 := by
  rcases mod_two_eq_zero_or_one n with h | h
  · exact .inl (dvd_of_mod_eq_zero h)
  · exact .inr (dvd_of_mod_eq_zero (by rw [add_mod, h]))
end Nat
