prelude
import Init.Data.Nat.Gcd
/-! Natural numbers: the least common multiple. -/
namespace Nat
def lcm (m n : Nat) : Nat := m * n / gcd m n
theorem lcm_eq_mul_div (m n : Nat) : lcm m n = m * n / gcd m n := rfl
@[simp] theorem gcd_mul_lcm (m n : Nat) : gcd m n * lcm m n = m * n := Nat.mul_div_cancel' (dvd_mul_right_of_dvd (gcd_dvd_left m n) n)
@[simp] theorem lcm_mul_gcd (m n : Nat) : lcm m n * gcd m n = m * n := by rw [Nat.mul_comm, gcd_mul_lcm]
theorem lcm_comm (m n : Nat) : lcm m n = lcm n m := by rw [lcm, lcm, Nat.mul_comm, gcd_comm]
@[simp] theorem lcm_zero_left (m : Nat) : lcm 0 m = 0 := by rw [lcm, Nat.zero_mul, Nat.zero_div]
@[simp] theorem lcm_zero_right (m : Nat) : lcm m 0 = 0 := by rw [lcm_comm, lcm_zero_left]
@[simp] theorem lcm_one_left (m : Nat) : lcm 1 m = m := by rw [lcm, gcd_one_left, Nat.div_one, Nat.one_mul]
@[simp] theorem lcm_one_right (m : Nat) : lcm m 1 = m := by rw [lcm_comm, lcm_one_left]
@[simp] theorem lcm_self (m : Nat) : lcm m m = m := by
  rcases Nat.eq_zero_or_pos m with rfl | h
  · rfl
  · rw [lcm, gcd_self, Nat.mul_div_cancel m h]
theorem dvd_lcm_left (m n : Nat) : m ∣ lcm m n := ⟨n / gcd m n, Nat.mul_div_assoc m (gcd_dvd_right m n)⟩
theorem dvd_lcm_right (m n : Nat) : n ∣ lcm m n := lcm_comm n m ▸ dvd_lcm_left n m
theorem lcm_dvd {m n k : Nat} (H1 : m ∣ k) (H2 : n ∣ k) : lcm m n ∣ k := by
  rcases Nat.eq_zero_or_pos (gcd m n) with h | h
  · rw [eq_zero_of_gcd_eq_zero_left h] at H1 ⊢
    rw [lcm_zero_left]; exact H1
  · refine Nat.dvd_of_mul_dvd_mul_left h ?_
    rw [gcd_mul_lcm, ← gcd_mul_right]
    refine dvd_gcd ?_ ?_
    · exact Nat.mul_dvd_mul_left m H2
    · rw [Nat.mul_comm n k]; exact Nat.mul_dvd_mul_right H1 n
theorem lcm_dvd_iff {m n k : Nat} : lcm m n ∣ k ↔ m ∣ k ∧ n ∣ k :=
  ⟨fun h => ⟨Nat.dvd_trans (dvd_lcm_left m n) h, Nat.dvd_trans (dvd_lcm_right m n) h⟩, fun h => lcm_dvd h.1 h.2⟩
theorem lcm_assoc (m n k : Nat) : lcm (lcm m n) k = lcm m (lcm n k) :=
  Nat.dvd_antisymm
    (lcm_dvd (lcm_dvd (dvd_lcm_left m _) (Nat.dvd_trans (dvd_lcm_left n k) (dvd_lcm_right m _))) (Nat.dvd_trans (dvd_lcm_right n k) (dvd_lcm_right m _)))
    (lcm_dvd (Nat.dvd_trans (dvd_lcm_left m n) (dvd_lcm_left _ k)) (lcm_dvd (Nat.dvd_trans (dvd_lcm_right m n) (dvd_lcm_left _ k)) (dvd_lcm_right _ k)))
theorem lcm_ne_zero {m n : Nat} (hm : m ≠ 0) (hn : n ≠ 0) : lcm m n ≠ 0 := fun h =>
  Nat.mul_ne_zero hm hn (by rw [← gcd_mul_lcm, h, Nat.mul_zero])
theorem lcm_pos {m n : Nat} (hm : 0 < m) (hn : 0 < n) : 0 < lcm m n := Nat.pos_of_ne_zero (lcm_ne_zero (ne_zero_of_lt hm) (ne_zero_of_lt hn))
theorem eq_zero_of_lcm_eq_zero {m n : Nat} (h : lcm m n = 0) : m = 0 ∨ n = 0 := Nat.mul_eq_zero.mp (by rw [← gcd_mul_lcm, h, Nat.mul_zero])
@[simp] theorem lcm_eq_zero_iff {m n : Nat} : lcm m n = 0 ↔ m = 0 ∨ n = 0 :=
  ⟨eq_zero_of_lcm_eq_zero, fun h => h.elim (fun e => e ▸ lcm_zero_left n) (fun e => e ▸ lcm_zero_right m)⟩
theorem lcm_eq_left {m n : Nat} (h : n ∣ m) : lcm m n = m := Nat.dvd_antisymm (lcm_dvd (Nat.dvd_refl m) h) (dvd_lcm_left m n)
theorem lcm_eq_right {m n : Nat} (h : m ∣ n) : lcm m n = n := by rw [lcm_comm, lcm_eq_left h]
theorem lcm_dvd_mul (m n : Nat) : lcm m n ∣ m * n := lcm_dvd (Nat.dvd_mul_right m n) (Nat.dvd_mul_left n m)
theorem lcm_le_mul {m n : Nat} (hm : 0 < m) (hn : 0 < n) : lcm m n ≤ m * n := le_of_dvd (Nat.mul_pos hm hn) (lcm_dvd_mul m n)
theorem lcm_mul_left (m n k : Nat) : lcm (m * n) (m * k) = m * lcm n k := by
  rcases Nat.eq_zero_or_pos m with rfl | hm
  · simp only [Nat.zero_mul, lcm_zero_left]
  · rw [lcm, lcm, gcd_mul_left, Nat.mul_assoc m n, Nat.mul_div_mul_left _ _ hm, Nat.mul_left_comm, Nat.mul_div_assoc]
    exact dvd_mul_right_of_dvd (gcd_dvd_left n k) k
end Nat
