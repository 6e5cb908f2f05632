prelude
import Init.Data.Nat.Sub
/-! Natural numbers: minimum and maximum. -/
namespace Nat
protected abbrev max (n m : Nat) : Nat := Max.max n m
protected theorem min_def {n m : Nat} : min n m = if n ≤ m then n else m := rfl
protected theorem max_def {n m : Nat} : max n m = if n ≤ m then m else n := rfl
protected theorem min_eq_left {a b : Nat} (h : a ≤ b) : min a b = a := if_pos h
protected theorem min_eq_right {a b : Nat} (h : b ≤ a) : min a b = b := by
  rw [Nat.min_def]
  by_cases k : a ≤ b
  · rw [if_pos k]; exact Nat.le_antisymm k h
  · rw [if_neg k]
protected theorem max_eq_right {a b : Nat} (h : a ≤ b) : max a b = b := if_pos h
protected theorem max_eq_left {a b : Nat} (h : b ≤ a) : max a b = a := by
  rw [Nat.max_def]
  by_cases k : a ≤ b
  · rw [if_pos k]; exact Nat.le_antisymm h k
  · rw [if_neg k]
attribute [simp] Nat.min_eq_left Nat.min_eq_right Nat.max_eq_left Nat.max_eq_right
protected theorem min_eq_left_of_lt {a b : Nat} (h : a < b) : min a b = a := Nat.min_eq_left (le_of_lt h)
protected theorem min_eq_right_of_lt {a b : Nat} (h : b < a) : min a b = b := Nat.min_eq_right (le_of_lt h)
protected theorem min_comm (a b : Nat) : min a b = min b a := by
  rcases Nat.le_total a b with h | h
  · rw [Nat.min_eq_left h, Nat.min_eq_right h]
  · rw [Nat.min_eq_left h, Nat.min_eq_right h]
protected theorem max_comm (a b : Nat) : max a b = max b a := by
  rcases Nat.le_total a b with h | h
  · rw [Nat.max_eq_left h, Nat.max_eq_right h]
  · rw [Nat.max_eq_left h, Nat.max_eq_right h]
protected theorem min_le_left (a b : Nat) : min a b ≤ a := by
  rcases Nat.le_total a b with h | h
  · rw [Nat.min_eq_left h]
  · rw [Nat.min_eq_right h]; exact h
protected theorem min_le_right (a b : Nat) : min a b ≤ b := by rw [Nat.min_comm]; exact Nat.min_le_left b a
protected theorem le_max_left (a b : Nat) : a ≤ max a b := by
  rcases Nat.le_total a b with h | h
  · rw [Nat.max_eq_right h]; exact h
  · rw [Nat.max_eq_left h]
protected theorem le_max_right (a b : Nat) : b ≤ max a b := by rw [Nat.max_comm]; exact Nat.le_max_left b a
protected theorem le_min_of_le_of_le {a b c : Nat} (h : a ≤ b) (k : a ≤ c) : a ≤ min b c := by
  rcases Nat.le_total b c with l | l
  · rw [Nat.min_eq_left l]; exact h
  · rw [Nat.min_eq_right l]; exact k
protected theorem le_min {a b c : Nat} : a ≤ min b c ↔ a ≤ b ∧ a ≤ c :=
  ⟨fun h => ⟨Nat.le_trans h (Nat.min_le_left b c), Nat.le_trans h (Nat.min_le_right b c)⟩, fun h => Nat.le_min_of_le_of_le h.1 h.2⟩
protected theorem lt_min {a b c : Nat} : a < min b c ↔ a < b ∧ a < c := Nat.le_min
protected theorem max_le_of_le_of_le {a b c : Nat} (h : a ≤ c) (k : b ≤ c) : max a b ≤ c := by
  rcases Nat.le_total a b with l | l
  · rw [Nat.max_eq_right l]; exact k
  · rw [Nat.max_eq_left l]; exact h
protected theorem max_le {a b c : Nat} : max a b ≤ c ↔ a ≤ c ∧ b ≤ c :=
  ⟨fun h => ⟨Nat.le_trans (Nat.le_max_left a b) h, Nat.le_trans (Nat.le_max_right a b) h⟩, fun h => Nat.max_le_of_le_of_le h.1 h.2⟩
protected theorem max_lt {a b c : Nat} : max a b < c ↔ a < c ∧ b < c := by
  rcases Nat.le_total a b with l | l
  · rw [Nat.max_eq_right l]; exact ⟨fun h => ⟨Nat.lt_of_le_of_lt l h, h⟩, And.right⟩
  · rw [Nat.max_eq_left l]; exact ⟨fun h => ⟨h, Nat.lt_of_le_of_lt l h⟩, And.left⟩
attribute [simp] Nat.min_le_left Nat.min_le_right Nat.le_max_left Nat.le_max_right
protected theorem le_max_left_of_le {a b c : Nat} (h : a ≤ b) : a ≤ max b c := Nat.le_trans h (Nat.le_max_left b c)
protected theorem le_max_right_of_le {a b c : Nat} (h : a ≤ c) : a ≤ max b c := Nat.le_trans h (Nat.le_max_right b c)
protected theorem min_le_of_left_le {a b c : Nat} (h : a ≤ c) : min a b ≤ c := Nat.le_trans (Nat.min_le_left a b) h
protected theorem min_le_of_right_le {a b c : Nat} (h : b ≤ c) : min a b ≤ c := Nat.le_trans (Nat.min_le_right a b) h
@[simp] protected theorem min_self (a : Nat) : min a a = a := Nat.min_eq_left (Nat.le_refl a)
@[simp] protected theorem max_self (a : Nat) : max a a = a := Nat.max_eq_left (Nat.le_refl a)
@[simp] protected theorem zero_min (a : Nat) : min 0 a = 0 := Nat.min_eq_left (zero_le a)
@[simp] protected theorem min_zero (a : Nat) : min a 0 = 0 := Nat.min_eq_right (zero_le a)
@[simp] protected theorem zero_max (a : Nat) : max 0 a = a := Nat.max_eq_right (zero_le a)
@[simp] protected theorem max_zero (a : Nat) : max a 0 = a := Nat.max_eq_left (zero_le a)
protected theorem min_assoc (a b c : Nat) : min (min a b) c = min a (min b c) :=
  Nat.le_antisymm
    (Nat.le_min.mpr ⟨Nat.min_le_of_left_le (Nat.min_le_left a b), Nat.le_min.mpr ⟨Nat.min_le_of_left_le (Nat.min_le_right a b), Nat.min_le_right _ c⟩⟩)
    (Nat.le_min.mpr ⟨Nat.le_min.mpr ⟨Nat.min_le_left a _, Nat.min_le_of_right_le (Nat.min_le_left b c)⟩, Nat.min_le_of_right_le (Nat.min_le_right b c)⟩)
protected theorem max_assoc (a b c : Nat) : max (max a b) c = max a (max b c) :=
  Nat.le_antisymm
    (Nat.max_le.mpr ⟨Nat.max_le.mpr ⟨Nat.le_max_left a _, Nat.le_max_right_of_le (Nat.le_max_left b c)⟩, Nat.le_max_right_of_le (Nat.le_max_right b c)⟩)
    (Nat.max_le.mpr ⟨Nat.le_max_left_of_le (Nat.le_max_left a b), Nat.max_le.mpr ⟨Nat.le_max_left_of_le (Nat.le_max_right a b), Nat.le_max_right _ c⟩⟩)
protected theorem min_left_comm (a b c : Nat) : min a (min b c) = min b (min a c) := by rw [← Nat.min_assoc, ← Nat.min_assoc, Nat.min_comm b]
protected theorem min_right_comm (a b c : Nat) : min (min a b) c = min (min a c) b := by rw [Nat.min_assoc, Nat.min_assoc, Nat.min_comm b]
protected theorem max_left_comm (a b c : Nat) : max a (max b c) = max b (max a c) := by rw [← Nat.max_assoc, ← Nat.max_assoc, Nat.max_comm b]
protected theorem max_right_comm (a b c : Nat) : max (max a b) c = max (max a c) b := by rw [Nat.max_assoc, Nat.max_assoc, Nat.max_comm b]
@[simp] protected theorem min_self_assoc {m n : Nat} : min m (min m n) = min m n := by rw [← Nat.min_assoc, Nat.min_self]
@[simp] protected theorem max_self_assoc {m n : Nat} : max m (max m n) = max m n := by rw [← Nat.max_assoc, Nat.max_self]
protected theorem eq_min {a b c : Nat} (h₁ : c ≤ a) (h₂ : c ≤ b) (h₃ : ∀ {d : Nat}, d ≤ a → d ≤ b → d ≤ c) : c = min a b :=
  Nat.le_antisymm (Nat.le_min.mpr ⟨h₁, h₂⟩) (h₃ (Nat.min_le_left a b) (Nat.min_le_right a b))
@[simp] protected theorem min_eq_left_iff {a b : Nat} : min a b = a ↔ a ≤ b := ⟨fun h => h ▸ Nat.min_le_right a b, Nat.min_eq_left⟩
@[simp] protected theorem min_eq_right_iff {a b : Nat} : min a b = b ↔ b ≤ a := ⟨fun h => h ▸ Nat.min_le_left a b, Nat.min_eq_right⟩
@[simp] protected theorem max_eq_left_iff {a b : Nat} : max a b = a ↔ b ≤ a := ⟨fun h => h ▸ Nat.le_max_right a b, Nat.max_eq_left⟩
@[simp] protected theorem max_eq_right_iff {a b : Nat} : max a b = b ↔ a ≤ b := ⟨fun h => h ▸ Nat.le_max_left a b, Nat.max_eq_right⟩
protected theorem add_min_add_right (a b c : Nat) : min (a + c) (b + c) = min a b + c := by
  rcases Nat.le_total a b with h | h
  · rw [Nat.min_eq_left h, Nat.min_eq_left (Nat.add_le_add_right h c)]
  · rw [Nat.min_eq_right h, Nat.min_eq_right (Nat.add_le_add_right h c)]
protected theorem add_min_add_left (a b c : Nat) : min (a + b) (a + c) = a + min b c := by
  rw [Nat.add_comm a b, Nat.add_comm a c, Nat.add_min_add_right, Nat.add_comm]
protected theorem add_max_add_right (a b c : Nat) : max (a + c) (b + c) = max a b + c := by
  rcases Nat.le_total a b with h | h
  · rw [Nat.max_eq_right h, Nat.max_eq_right (Nat.add_le_add_right h c)]
  · rw [Nat.max_eq_left h, Nat.max_eq_left (Nat.add_le_add_right h c)]
protected theorem add_max_add_left (a b c : Nat) : max (a + b) (a + c) = a + max b c := by
  rw [Nat.add_comm a b, Nat.add_comm a c, Nat.add_max_add_right, Nat.add_comm]
protected theorem succ_min_succ (x y : Nat) : min (succ x) (succ y) = succ (min x y) := Nat.add_min_add_right x y 1
protected theorem succ_max_succ (x y : Nat) : max (succ x) (succ y) = succ (max x y) := Nat.add_max_add_right x y 1
protected theorem mul_min_mul_right (a b c : Nat) : min (a * c) (b * c) = min a b * c := by
  rcases Nat.le_total a b with h | h
  · rw [Nat.min_eq_left h, Nat.min_eq_left (Nat.mul_le_mul_right c h)]
  · rw [Nat.min_eq_right h, Nat.min_eq_right (Nat.mul_le_mul_right c h)]
protected theorem mul_min_mul_left (a b c : Nat) : min (a * b) (a * c) = a * min b c := by
  rw [Nat.mul_comm a, Nat.mul_comm a, Nat.mul_min_mul_right, Nat.mul_comm]
protected theorem mul_max_mul_right (a b c : Nat) : max (a * c) (b * c) = max a b * c := by
  rcases Nat.le_total a b with h | h
  · rw [Nat.max_eq_right h, Nat.max_eq_right (Nat.mul_le_mul_right c h)]
  · rw [Nat.max_eq_left h, Nat.max_eq_left (Nat.mul_le_mul_right c h)]
protected theorem mul_max_mul_left (a b c : Nat) : max (a * b) (a * c) = a * max b c := by
  rw [Nat.mul_comm a, Nat.mul_comm a, Nat.mul_max_mul_right, Nat.mul_comm]
theorem sub_eq_sub_min (n m : Nat) : n - m = n - min n m := by
  rcases Nat.le_total n m with h | h
  · rw [Nat.min_eq_left h, Nat.sub_self, sub_eq_zero_of_le h]
  · rw [Nat.min_eq_right h]
@[simp] protected theorem sub_add_min_cancel (n m : Nat) : n - m + min n m = n := by
  rw [sub_eq_sub_min, Nat.sub_add_cancel (Nat.min_le_left n m)]
protected theorem sub_add_eq_max {a b : Nat} : a - b + b = max a b := by
  rcases Nat.le_total a b with h | h
  · rw [Nat.max_eq_right h, sub_eq_zero_of_le h, Nat.zero_add]
  · rw [Nat.max_eq_left h, Nat.sub_add_cancel h]
protected theorem min_add_max (a b : Nat) : min a b + max a b = a + b := by
  rcases Nat.le_total a b with h | h
  · rw [Nat.min_eq_left h, Nat.max_eq_right h]
  · rw [Nat.min_eq_right h, Nat.max_eq_left h, Nat.add_comm]
protected theorem max_min_distrib_left (a b c : Nat) : max a (min b c) = min (max a b) (max a c) := by
  rcases Nat.le_total b c with h | h
  · rw [Nat.min_eq_left h, Nat.min_eq_left (Nat.max_le.mpr ⟨Nat.le_max_left a c, Nat.le_max_right_of_le h⟩)]
  · rw [Nat.min_eq_right h, Nat.min_eq_right (Nat.max_le.mpr ⟨Nat.le_max_left a b, Nat.le_max_right_of_le h⟩)]
protected theorem min_max_distrib_left (a b c : Nat) : min a (max b c) = max (min a b) (min a c) := by
  rcases Nat.le_total b c with h | h
  · rw [Nat.max_eq_right h, Nat.max_eq_right (Nat.le_min.mpr ⟨Nat.min_le_left a b, Nat.min_le_of_right_le h⟩)]
  · rw [Nat.max_eq_left h, Nat.max_eq_left (Nat.le_min.mpr ⟨Nat.min_le_left a c, Nat.min_le_of_right_le h⟩)]
end Nat
