prelude
import Init.Data.Ord.Basic
import Init.Data.Nat.Lemmas
/-! Natural numbers: three-way comparison and the order. -/
namespace Nat
theorem compare_eq_ite_lt (a b : Nat) : compare a b = if a < b then .lt else if b < a then .gt else .eq := by
  show (if a < b then Ordering.lt else if a = b then .eq else .gt) = _
  by_cases h : a < b
  · rw [if_pos h, if_pos h]
  · rw [if_neg h, if_neg h]
    by_cases e : a = b
    · rw [if_pos e, if_neg (e ▸ Nat.lt_irrefl a)]
    · rw [if_neg e, if_pos (Nat.lt_of_le_of_ne (Nat.le_of_not_lt h) fun k => e k.symm)]
theorem compare_eq_lt {a b : Nat} : compare a b = .lt ↔ a < b := by
  rw [compare_eq_ite_lt]
  by_cases h : a < b
  · rw [if_pos h]; exact ⟨fun _ => h, fun _ => rfl⟩
  · rw [if_neg h]
    by_cases k : b < a
    · rw [if_pos k]; exact ⟨nofun, fun l => absurd l h⟩
    · rw [if_neg k]; exact ⟨nofun, fun l => absurd l h⟩
theorem compare_eq_gt {a b : Nat} : compare a b = .gt ↔ b < a := by
  rw [compare_eq_ite_lt]
  by_cases h : a < b
  · rw [if_pos h]; exact ⟨nofun, fun l => absurd h (Nat.lt_asymm l)⟩
  · rw [if_neg h]
    by_cases k : b < a
    · rw [if_pos k]; exact ⟨fun _ => k, fun _ => rfl⟩
    · rw [if_neg k]; exact ⟨nofun, fun l => absurd l k⟩
theorem compare_eq_eq {a b : Nat} : compare a b = .eq ↔ a = b := by
  rw [compare_eq_ite_lt]
  by_cases h : a < b
  · rw [if_pos h]; exact ⟨nofun, fun e => absurd e (Nat.ne_of_lt h)⟩
  · rw [if_neg h]
    by_cases k : b < a
    · rw [if_pos k]; exact ⟨nofun, fun e => absurd e (Nat.ne_of_gt k)⟩
    · rw [if_neg k]; exact ⟨fun _ => Nat.le_antisymm (Nat.le_of_not_lt k) (Nat.le_of_not_lt h), fun _ => rfl⟩
theorem compare_ne_gt {a b : Nat} : compare a b ≠ .gt ↔ a ≤ b := by rw [Ne, compare_eq_gt, Nat.not_lt]
theorem compare_ne_lt {a b : Nat} : compare a b ≠ .lt ↔ b ≤ a := by rw [Ne, compare_eq_lt, Nat.not_lt]
theorem compare_swap (a b : Nat) : (compare a b).swap = compare b a := by
  rw [compare_eq_ite_lt, compare_eq_ite_lt]
  by_cases h : a < b
  · rw [if_pos h, if_neg (Nat.lt_asymm h), if_pos h]; rfl
  · rw [if_neg h, if_neg h]
    by_cases k : b < a
    · rw [if_pos k, if_pos k]; rfl
    · rw [if_neg k, if_neg k]; rfl
end Nat
