prelude
import Init.Data.Nat.Gcd
/-! Natural numbers: coprimality. -/
namespace Nat
@[reducible] def Coprime (m n : Nat) : Prop := gcd m n = 1
instance instDecidableCoprime (m n : Nat) : Decidable (Coprime m n) := inferInstanceAs (Decidable (gcd m n = 1))
theorem coprime_iff_gcd_eq_one {m n : Nat} : gcd m n = 1 ↔ Coprime m n := .rfl
theorem Coprime.gcd_eq_one {m n : Nat} (h : Coprime m n) : gcd m n = 1 := h
theorem Coprime.symm {m n : Nat} (h : Coprime m n) : Coprime n m := (gcd_comm n m).trans h
theorem coprime_comm {m n : Nat} : Coprime n m ↔ Coprime m n := ⟨Coprime.symm, Coprime.symm⟩
@[simp] theorem coprime_one_left (n : Nat) : Coprime 1 n := gcd_one_left n
@[simp] theorem coprime_one_right (n : Nat) : Coprime n 1 := gcd_one_right n
theorem coprime_one_left_eq_true (n : Nat) : Coprime 1 n = True := eq_true (coprime_one_left n)
theorem coprime_one_right_eq_true (n : Nat) : Coprime n 1 = True := eq_true (coprime_one_right n)
@[simp] theorem coprime_zero_left (n : Nat) : Coprime 0 n ↔ n = 1 := by rw [Coprime, gcd_zero_left]
@[simp] theorem coprime_zero_right (n : Nat) : Coprime n 0 ↔ n = 1 := by rw [Coprime, gcd_zero_right]
@[simp] theorem coprime_self (n : Nat) : Coprime n n ↔ n = 1 := by rw [Coprime, gcd_self]
theorem Coprime.gcd_mul_left_cancel_right' {k m n : Nat} (h : Coprime k n) (H : k ∣ m * n) : k ∣ m := by
  have e : gcd (m * k) (m * n) = m := by rw [gcd_mul_left, h, Nat.mul_one]
  rw [← e]; exact dvd_gcd (Nat.dvd_mul_left k m) H
theorem Coprime.dvd_of_dvd_mul_right {k n m : Nat} (H1 : Coprime k n) (H2 : k ∣ m * n) : k ∣ m := gcd_mul_left_cancel_right' H1 H2
theorem Coprime.dvd_of_dvd_mul_left {k m n : Nat} (H1 : Coprime k m) (H2 : k ∣ m * n) : k ∣ n :=
  H1.dvd_of_dvd_mul_right (Nat.mul_comm m n ▸ H2)
theorem Coprime.gcd_mul_left_cancel {k n : Nat} (m : Nat) (H : Coprime k n) : gcd (k * m) n = gcd m n := by
  refine gcd_unique ?_ (gcd_dvd_right m n) fun d hd hn => dvd_gcd ?_ hn
  · exact dvd_mul_left_of_dvd (gcd_dvd_left m n) k
  · have hc : Coprime d k := eq_one_of_dvd_one (H ▸ dvd_gcd (gcd_dvd_right d k) (Nat.dvd_trans (gcd_dvd_left d k) hn))
    exact hc.dvd_of_dvd_mul_left hd
theorem Coprime.gcd_mul_right_cancel {k n : Nat} (m : Nat) (H : Coprime k n) : gcd (m * k) n = gcd m n := by
  rw [Nat.mul_comm, H.gcd_mul_left_cancel m]
theorem Coprime.gcd_mul_left_cancel_right {k m : Nat} (n : Nat) (H : Coprime k m) : gcd m (k * n) = gcd m n := by
  rw [gcd_comm, H.gcd_mul_left_cancel n, gcd_comm]
theorem Coprime.gcd_mul_right_cancel_right {k m : Nat} (n : Nat) (H : Coprime k m) : gcd m (n * k) = gcd m n := by
  rw [Nat.mul_comm, H.gcd_mul_left_cancel_right n]
theorem coprime_div_gcd_div_gcd {m n : Nat} (H : 0 < gcd m n) : Coprime (m / gcd m n) (n / gcd m n) := by
  rw [Coprime, gcd_div (gcd_dvd_left m n) (gcd_dvd_right m n), Nat.div_self H]
theorem exists_coprime (m n : Nat) : ∃ m' n', Coprime m' n' ∧ m = m' * gcd m n ∧ n = n' * gcd m n := by
  rcases Nat.eq_zero_or_pos (gcd m n) with h | h
  · obtain ⟨rfl, rfl⟩ := gcd_eq_zero_iff.mp h
    exact ⟨1, 1, rfl, rfl, rfl⟩
  · exact ⟨_, _, coprime_div_gcd_div_gcd h, (Nat.div_mul_cancel (gcd_dvd_left m n)).symm, (Nat.div_mul_cancel (gcd_dvd_right m n)).symm⟩
theorem not_coprime_of_dvd_of_dvd {d m n : Nat} (dgt1 : d > 1) (Hm : d ∣ m) (Hn : d ∣ n) : ¬Coprime m n :=
  fun h => Nat.ne_of_gt dgt1 (eq_one_of_dvd_one (h ▸ dvd_gcd Hm Hn))
theorem Coprime.coprime_dvd_left {m k n : Nat} (H1 : m ∣ k) (H2 : Coprime k n) : Coprime m n :=
  eq_one_of_dvd_one (H2 ▸ gcd_dvd_gcd_of_dvd_left n H1)
theorem Coprime.coprime_dvd_right {n m k : Nat} (H1 : n ∣ m) (H2 : Coprime k m) : Coprime k n := (H2.symm.coprime_dvd_left H1).symm
theorem Coprime.coprime_mul_left {k m n : Nat} (H : Coprime (k * m) n) : Coprime m n := H.coprime_dvd_left (Nat.dvd_mul_left m k)
theorem Coprime.coprime_mul_right {k m n : Nat} (H : Coprime (m * k) n) : Coprime m n := H.coprime_dvd_left (Nat.dvd_mul_right m k)
theorem Coprime.coprime_mul_left_right {k m n : Nat} (H : Coprime m (k * n)) : Coprime m n := H.coprime_dvd_right (Nat.dvd_mul_left n k)
theorem Coprime.coprime_mul_right_right {k m n : Nat} (H : Coprime m (n * k)) : Coprime m n := H.coprime_dvd_right (Nat.dvd_mul_right n k)
theorem Coprime.mul_left {m n k : Nat} (H1 : Coprime m k) (H2 : Coprime n k) : Coprime (m * n) k := (H1.gcd_mul_left_cancel n).trans H2
theorem Coprime.mul {m n k : Nat} (H1 : Coprime m k) (H2 : Coprime n k) : Coprime (m * n) k := H1.mul_left H2
theorem Coprime.mul_right {k m n : Nat} (H1 : Coprime k m) (H2 : Coprime k n) : Coprime k (m * n) := (H1.symm.mul_left H2.symm).symm
theorem coprime_mul_iff_left {m n k : Nat} : Coprime (m * n) k ↔ Coprime m k ∧ Coprime n k :=
  ⟨fun h => ⟨h.coprime_mul_right, h.coprime_mul_left⟩, fun h => h.1.mul_left h.2⟩
theorem coprime_mul_iff_right {k m n : Nat} : Coprime k (m * n) ↔ Coprime k m ∧ Coprime k n :=
  ⟨fun h => ⟨h.coprime_mul_right_right, h.coprime_mul_left_right⟩, fun h => h.1.mul_right h.2⟩
theorem Coprime.mul_dvd_of_dvd_of_dvd {a n m : Nat} (k : Coprime a n) (H1 : a ∣ m) (H2 : n ∣ m) : a * n ∣ m := by
  obtain ⟨c, rfl⟩ := H1
  exact Nat.mul_dvd_mul_left a (k.symm.dvd_of_dvd_mul_left H2)
theorem Coprime.pow_left {m k : Nat} (n : Nat) (H1 : Coprime m k) : Coprime (m ^ n) k := by
  induction n with
  | zero => exact coprime_one_left k
  | succ n ih => exact ih.mul_left H1
theorem Coprime.pow_right {k m : Nat} (n : Nat) (H1 : Coprime k m) : Coprime k (m ^ n) := (H1.symm.pow_left n).symm
theorem Coprime.pow {k l : Nat} (m n : Nat) (H1 : Coprime k l) : Coprime (k ^ m) (l ^ n) := (H1.pow_left m).pow_right n
theorem Coprime.eq_one_of_self_dvd {k n : Nat} (H : Coprime k n) (d : k ∣ n) : k = 1 := by rw [← H, gcd_eq_left d]
theorem Coprime.eq_one_of_dvd {k n : Nat} (H : Coprime k n) (d : k ∣ n) : k = 1 := H.eq_one_of_self_dvd d
theorem coprime_add_mul_right_right (m n k : Nat) : Coprime m (n + k * m) ↔ Coprime m n := by rw [Coprime, gcd_add_mul_right_right]
theorem coprime_add_self_right {m n : Nat} : Coprime m (n + m) ↔ Coprime m n := by rw [Coprime, gcd_add_self_right]
theorem coprime_self_add_right {m n : Nat} : Coprime m (m + n) ↔ Coprime m n := by rw [Coprime, gcd_self_add_right]
theorem Coprime.gcd_mul {m n : Nat} (k : Nat) (h : Coprime m n) : gcd k (m * n) = gcd k m * gcd k n := by
  refine Nat.dvd_antisymm (gcd_mul_dvd_mul_gcd k m n) ?_
  have hc : Coprime (gcd k m) (gcd k n) := (h.coprime_dvd_left (gcd_dvd_right k m)).coprime_dvd_right (gcd_dvd_right k n)
  exact hc.mul_dvd_of_dvd_of_dvd (gcd_dvd_gcd_mul_right_right k m n) (gcd_dvd_gcd_mul_left_right k n m)
end Nat
