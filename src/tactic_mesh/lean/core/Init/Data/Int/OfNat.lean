prelude
import Init.Data.Int.DivMod.Lemmas
import Init.Omega
/-! Statements about natural numbers as statements about integers: each fact has the casts of its terms as hypotheses, so
that a solver can move them inwards as far as it likes. -/
namespace Nat.ToInt

theorem ofNat_toNat (a : Int) : (NatCast.natCast a.toNat : Int) = if a ≤ 0 then 0 else a := by
  show ((a.toNat : Nat) : Int) = _
  split <;> omega
theorem toNat_nonneg (x : Nat) : (-1 : Int) * NatCast.natCast x ≤ 0 := by
  show (-1 : Int) * (x : Int) ≤ 0
  omega
theorem natCast_ofNat (n : Nat) : (NatCast.natCast (OfNat.ofNat n : Nat) : Int) = OfNat.ofNat n := rfl

section
variable {a b : Nat} {a' b' : Int} (h₁ : NatCast.natCast a = a') (h₂ : NatCast.natCast b = b')
include h₁ h₂
theorem of_eq (h : a = b) : a' = b' := by rw [← h₁, h, h₂]
theorem of_diseq (h : a ≠ b) : a' ≠ b' := fun e => h (Int.ofNat_inj.1 (h₁.trans (e.trans h₂.symm)))
theorem of_le (h : a ≤ b) : a' ≤ b' := by rw [← h₁, ← h₂]; exact Int.ofNat_le.2 h
theorem of_not_le (h : ¬a ≤ b) : b' + 1 ≤ a' := by rw [← h₁, ← h₂]; exact Int.ofNat_le.2 (Nat.lt_of_not_le h)
theorem add_congr : NatCast.natCast (a + b) = a' + b' := by rw [← h₁, ← h₂]; rfl
theorem mul_congr : NatCast.natCast (a * b) = a' * b' := by rw [← h₁, ← h₂]; rfl
theorem div_congr : NatCast.natCast (a / b) = a' / b' := by rw [← h₁, ← h₂]; exact Int.natCast_ediv a b
theorem mod_congr : NatCast.natCast (a % b) = a' % b' := by rw [← h₁, ← h₂]; exact Int.natCast_emod a b
theorem eq_eq : (a = b) = (a' = b') := by rw [← h₁, ← h₂]; exact propext Int.ofNat_inj.symm
theorem lt_eq : (a < b) = (a' < b') := by rw [← h₁, ← h₂]; exact propext Int.ofNat_lt.symm
theorem le_eq : (a ≤ b) = (a' ≤ b') := by rw [← h₁, ← h₂]; exact propext Int.ofNat_le.symm
end
theorem of_dvd (d a : Nat) (d' a' : Int) (h₁ : NatCast.natCast d = d') (h₂ : NatCast.natCast a = a') (h : d ∣ a) : d' ∣ a' := by
  rw [← h₁, ← h₂]; exact Int.ofNat_dvd.2 h
theorem pow_congr {a : Nat} (k : Nat) (a' : Int) (h₁ : NatCast.natCast a = a') : NatCast.natCast (a ^ k) = a' ^ k := by
  rw [← h₁]; exact Int.natCast_pow a k
end Nat.ToInt

namespace Int.Nonneg
def num.cert (a : Int) : Bool := decide (0 ≤ a)
theorem num (a : Int) (h : num.cert a = true) : a ≥ 0 := of_decide_eq_true h
theorem add (a b : Int) (h₁ : a ≥ 0) (h₂ : b ≥ 0) : a + b ≥ 0 := Int.add_nonneg h₁ h₂
theorem mul (a b : Int) (h₁ : a ≥ 0) (h₂ : b ≥ 0) : a * b ≥ 0 := Int.mul_nonneg h₁ h₂
theorem div (a b : Int) (h₁ : a ≥ 0) (h₂ : b ≥ 0) : a / b ≥ 0 := Int.ediv_nonneg h₁ h₂
theorem mod (a b : Int) (h₁ : a ≥ 0) : a % b ≥ 0 := by
  rcases Classical.em (b = 0) with h | h
  · rw [h, Int.emod_zero]; exact h₁
  · exact Int.emod_nonneg a h
theorem pow (a : Int) (k : Nat) (h₁ : a ≥ 0) : a ^ k ≥ 0 := by
  induction k with
  | zero => exact Int.natCast_nonneg 1
  | succ k ih => exact Int.mul_nonneg ih h₁
theorem natCast (a : Nat) : (NatCast.natCast a : Int) ≥ 0 := Int.natCast_nonneg a
theorem toPoly (e : Int) (h : e ≥ 0) : -1 * e ≤ 0 := by omega
end Int.Nonneg
