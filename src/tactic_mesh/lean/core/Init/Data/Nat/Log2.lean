prelude
import Init.Data.Nat.Pow
/-! Natural numbers: the binary logarithm. The kernel computes `Nat.log2` on literals by itself; `Nat.log2_def`
says that the definition here is the function it computes. -/
namespace Nat
/-- Counts halvings; the first argument bounds their number. -/
def log2.go : Nat → Nat → Nat
  | 0, _ => 0
  | fuel + 1, n => if 2 ≤ n then log2.go fuel (n / 2) + 1 else 0
@[extern "lean_nat_log2"] def log2 (n : @& Nat) : Nat := log2.go n n
theorem log2_terminates {n : Nat} (h : 2 ≤ n) : n / 2 < n := div_lt_self (Nat.lt_of_lt_of_le Nat.two_pos h) (by decide)
theorem log2.go_fuel : ∀ {f g n : Nat}, n ≤ f → n ≤ g → log2.go f n = log2.go g n
  | 0, 0, _, _, _ => rfl
  | 0, _ + 1, _, h, _ => by rw [eq_zero_of_le_zero h]; rfl
  | _ + 1, 0, _, _, h => by rw [eq_zero_of_le_zero h]; rfl
  | f + 1, g + 1, n, h, k => by
    rw [log2.go, log2.go]
    by_cases c : 2 ≤ n
    · have l := log2_terminates c
      rw [if_pos c, if_pos c, log2.go_fuel (le_of_lt_succ (Nat.lt_of_lt_of_le l h)) (le_of_lt_succ (Nat.lt_of_lt_of_le l k))]
    · rw [if_neg c, if_neg c]
theorem log2_def (n : Nat) : n.log2 = if 2 ≤ n then (n / 2).log2 + 1 else 0 := by
  show log2.go n n = if 2 ≤ n then log2.go (n / 2) (n / 2) + 1 else 0
  rw [log2.go_fuel (Nat.le_refl n) (le_succ n), log2.go, log2.go_fuel (div_le_self n 2) (Nat.le_refl _)]
@[simp] theorem log2_zero : log2 0 = 0 := rfl
@[simp] theorem log2_one : log2 1 = 0 := rfl
theorem le_log2 {n k : Nat} (h : n ≠ 0) : k ≤ n.log2 ↔ 2 ^ k ≤ n := by
  induction k generalizing n with
  | zero => exact ⟨fun _ => Nat.pos_of_ne_zero h, fun _ => zero_le _⟩
  | succ k ih =>
    rw [log2_def]
    by_cases c : 2 ≤ n
    · have hn : n / 2 ≠ 0 := ne_zero_of_lt (div_pos c Nat.two_pos)
      rw [if_pos c, Nat.add_one_le_add_one_iff, ih hn, Nat.pow_succ, le_div_iff_mul_le Nat.two_pos]
    · rw [if_neg c]
      refine ⟨fun l => absurd l (not_add_one_le_zero k), fun l => absurd (Nat.le_trans ?_ l) c⟩
      exact Nat.pow_le_pow_right (i := 1) Nat.two_pos (le_add_left 1 k)
theorem log2_lt {n k : Nat} (h : n ≠ 0) : n.log2 < k ↔ n < 2 ^ k := by
  rw [← Nat.not_le, ← Nat.not_le, le_log2 h]
theorem log2_self_le {n : Nat} (h : n ≠ 0) : 2 ^ n.log2 ≤ n := (le_log2 h).mp (Nat.le_refl _)
theorem lt_log2_self {n : Nat} : n < 2 ^ (n.log2 + 1) := by
  rcases Nat.eq_zero_or_pos n with rfl | h
  · exact pow_pos Nat.two_pos
  · exact (log2_lt (ne_zero_of_lt h)).mp (lt_succ_self _)
theorem log2_eq_iff {n k : Nat} (h : n ≠ 0) : n.log2 = k ↔ 2 ^ k ≤ n ∧ n < 2 ^ (k + 1) := by
  rw [← le_log2 h, ← log2_lt h, Nat.lt_add_one_iff, Nat.le_antisymm_iff]
  exact ⟨fun ⟨a, b⟩ => ⟨b, a⟩, fun ⟨a, b⟩ => ⟨b, a⟩⟩
@[simp] theorem log2_two_pow {n : Nat} : (2 ^ n).log2 = n :=
  (log2_eq_iff (ne_zero_of_lt (Nat.two_pow_pos n))).mpr ⟨Nat.le_refl _, Nat.pow_lt_pow_succ (by decide)⟩
theorem log2_two_mul {n : Nat} (h : n ≠ 0) : (2 * n).log2 = n.log2 + 1 := by
  rw [log2_def, if_pos (Nat.le_mul_of_pos_right 2 (Nat.pos_of_ne_zero h)), Nat.mul_div_cancel_left n Nat.two_pos]
theorem log2_le_self (n : Nat) : n.log2 ≤ n := by
  rcases Nat.eq_zero_or_pos n with rfl | h
  · exact Nat.le_refl 0
  · exact le_of_lt (Nat.lt_of_lt_of_le Nat.lt_two_pow_self (log2_self_le (ne_zero_of_lt h)))
end Nat
