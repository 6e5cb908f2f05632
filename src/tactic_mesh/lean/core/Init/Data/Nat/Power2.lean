prelude
import Init.Data.Nat.Log2
/-! Natural numbers: powers of two. -/
namespace Nat
def isPowerOfTwo (n : Nat) : Prop := ∃ k, n = 2 ^ k
theorem isPowerOfTwo_one : isPowerOfTwo 1 := ⟨0, rfl⟩
theorem isPowerOfTwo_mul_two_of_isPowerOfTwo {n : Nat} (h : isPowerOfTwo n) : isPowerOfTwo (n * 2) :=
  let ⟨k, e⟩ := h
  ⟨k + 1, by rw [e, Nat.pow_succ]⟩
theorem pos_of_isPowerOfTwo {n : Nat} (h : isPowerOfTwo n) : 0 < n := by
  obtain ⟨k, rfl⟩ := h
  exact Nat.two_pow_pos k
theorem isPowerOfTwo_iff {n : Nat} : isPowerOfTwo n ↔ n = 2 ^ n.log2 :=
  ⟨fun ⟨k, e⟩ => by rw [e, log2_two_pow], fun h => ⟨_, h⟩⟩
instance instDecidableIsPowerOfTwo {n : Nat} : Decidable (isPowerOfTwo n) := decidable_of_iff (n = 2 ^ n.log2) isPowerOfTwo_iff.symm
/-- The least power of two that is not below `n`. -/
def nextPowerOfTwo (n : Nat) : Nat := if n ≤ 1 then 1 else 2 ^ ((n - 1).log2 + 1)
theorem isPowerOfTwo_nextPowerOfTwo (n : Nat) : (nextPowerOfTwo n).isPowerOfTwo := by
  rw [nextPowerOfTwo]
  by_cases h : n ≤ 1
  · rw [if_pos h]; exact isPowerOfTwo_one
  · rw [if_neg h]; exact ⟨_, rfl⟩
theorem le_nextPowerOfTwo (n : Nat) : n ≤ nextPowerOfTwo n := by
  rw [nextPowerOfTwo]
  by_cases h : n ≤ 1
  · rw [if_pos h]; exact h
  · rw [if_neg h]
    have k := lt_log2_self (n := n - 1)
    have p : 1 ≤ n := le_of_lt (Nat.lt_of_not_le h)
    exact Nat.sub_add_cancel p ▸ succ_le_of_lt k
end Nat
