prelude
import Init.Core
/-! This module: arithmetic on natural numbers. -/
universe u
namespace Nat
@[elab_as_elim, induction_eliminator] protected def recAux {motive : Nat → Sort u}
    (zero : motive 0) (succ : ∀ n, motive n → motive (n + 1)) (t : Nat) : motive t :=
  match t with
  | .zero => zero
  | .succ n => succ n (Nat.recAux zero succ n)
@[elab_as_elim, cases_eliminator] protected abbrev casesAuxOn {motive : Nat → Sort u} (t : Nat)
    (zero : motive 0) (succ : ∀ n, motive (n + 1)) : motive t :=
  match t with
  | .zero => zero
  | .succ n => succ n
protected theorem add_zero (n : Nat) : n + 0 = n := rfl
theorem add_succ (n m : Nat) : n + succ m = succ (n + m) := rfl
theorem add_one (n : Nat) : n + 1 = succ n := rfl
theorem succ_eq_add_one (n : Nat) : succ n = n + 1 := rfl
protected theorem zero_add (n : Nat) : 0 + n = n := by
  induction n with
  | zero => rfl
  | succ n ih => exact congrArg succ ih
theorem succ_add (n m : Nat) : succ n + m = succ (n + m) := by
  induction m with
  | zero => rfl
  | succ m ih => exact congrArg succ ih
protected theorem add_comm (n m : Nat) : n + m = m + n := by
  induction m with
  | zero => exact (Nat.zero_add n).symm
  | succ m ih => rw [succ_add, ← ih]; rfl
protected theorem add_assoc (n m k : Nat) : n + m + k = n + (m + k) := by
  induction k with
  | zero => rfl
  | succ k ih => exact congrArg succ ih
protected theorem add_left_comm (n m k : Nat) : n + (m + k) = m + (n + k) := by
  rw [← Nat.add_assoc, Nat.add_comm n m, Nat.add_assoc]
protected theorem add_right_comm (n m k : Nat) : n + m + k = n + k + m := by
  rw [Nat.add_assoc, Nat.add_comm m k, ← Nat.add_assoc]
protected theorem mul_zero (n : Nat) : n * 0 = 0 := rfl
theorem mul_succ (n m : Nat) : n * succ m = n * m + n := rfl
protected theorem zero_mul (n : Nat) : 0 * n = 0 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [mul_succ, ih]
theorem succ_mul (n m : Nat) : succ n * m = n * m + m := by
  induction m with
  | zero => rfl
  | succ m ih =>
    rw [mul_succ, mul_succ, ih, add_succ, add_succ, Nat.add_assoc, Nat.add_comm m n, ← Nat.add_assoc]
protected theorem mul_comm (n m : Nat) : n * m = m * n := by
  induction m with
  | zero => exact (Nat.zero_mul n).symm
  | succ m ih => rw [mul_succ, succ_mul, ih]
protected theorem mul_one (n : Nat) : n * 1 = n := Nat.zero_add n
protected theorem one_mul (n : Nat) : 1 * n = n := by rw [Nat.mul_comm, Nat.mul_one]
protected theorem left_distrib (n m k : Nat) : n * (m + k) = n * m + n * k := by
  induction k with
  | zero => rfl
  | succ k ih => rw [add_succ, mul_succ, ih, mul_succ, Nat.add_assoc]
protected theorem mul_add (n m k : Nat) : n * (m + k) = n * m + n * k := Nat.left_distrib n m k
protected theorem add_mul (n m k : Nat) : (n + m) * k = n * k + m * k := by
  rw [Nat.mul_comm, Nat.left_distrib, Nat.mul_comm k n, Nat.mul_comm k m]
protected theorem mul_assoc (n m k : Nat) : n * m * k = n * (m * k) := by
  induction k with
  | zero => rfl
  | succ k ih => rw [mul_succ, ih, mul_succ, Nat.left_distrib]
attribute [simp] Nat.add_zero Nat.zero_add Nat.mul_zero Nat.zero_mul Nat.mul_one Nat.one_mul
protected theorem add_left_cancel {n m k : Nat} (h : n + m = n + k) : m = k := by
  induction n with
  | zero => rw [Nat.zero_add, Nat.zero_add] at h; exact h
  | succ n ih =>
    rw [succ_add, succ_add] at h
    exact ih (succ.inj h)
protected theorem add_right_cancel {n m k : Nat} (h : n + m = k + m) : n = k := by
  rw [Nat.add_comm n, Nat.add_comm k] at h; exact Nat.add_left_cancel h
@[simp] protected theorem add_right_cancel_iff {m k n : Nat} : m + n = k + n ↔ m = k := ⟨Nat.add_right_cancel, fun h => by rw [h]⟩
@[simp] protected theorem add_left_cancel_iff {m k n : Nat} : n + m = n + k ↔ m = k := ⟨Nat.add_left_cancel, fun h => by rw [h]⟩
protected theorem le_refl (n : Nat) : n ≤ n := .refl
attribute [simp] Nat.le_refl Nat.zero_le
protected theorem le_of_eq {n m : Nat} (h : n = m) : n ≤ m := h ▸ .refl
theorem le_add_right : (n k : Nat) → n ≤ n + k
  | _, 0 => .refl
  | n, k + 1 => .step (le_add_right n k)
theorem le_add_left (n k : Nat) : n ≤ k + n := Nat.add_comm n k ▸ le_add_right n k
theorem lt_succ_self (n : Nat) : n < succ n := .refl
theorem lt_succ_of_le {n m : Nat} (h : n ≤ m) : n < succ m := succ_le_succ h
theorem le_of_lt_succ {n m : Nat} (h : n < succ m) : n ≤ m := le_of_succ_le_succ h
theorem le_of_lt {n m : Nat} (h : n < m) : n ≤ m := Nat.le_trans (le_succ n) h
protected theorem lt_trans {n m k : Nat} (h : n < m) (l : m < k) : n < k := Nat.le_trans (.step h) l
theorem lt_of_lt_of_le {n m k : Nat} (h : n < m) (l : m ≤ k) : n < k := Nat.le_trans h l
theorem lt_of_le_of_lt {n m k : Nat} (h : n ≤ m) (l : m < k) : n < k := Nat.le_trans (succ_le_succ h) l
instance : Trans (α := Nat) (· ≤ ·) (· ≤ ·) (· ≤ ·) := ⟨Nat.le_trans⟩
instance : Trans (α := Nat) (· < ·) (· < ·) (· < ·) := ⟨Nat.lt_trans⟩
instance : Trans (α := Nat) (· < ·) (· ≤ ·) (· < ·) := ⟨Nat.lt_of_lt_of_le⟩
instance : Trans (α := Nat) (· ≤ ·) (· < ·) (· < ·) := ⟨Nat.lt_of_le_of_lt⟩
theorem le_antisymm {n m : Nat} (h : n ≤ m) (k : m ≤ n) : n = m := by
  cases h with
  | refl => rfl
  | step h => exact absurd (Nat.lt_of_lt_of_le (lt_succ_of_le h) k) (Nat.lt_irrefl _)
theorem lt_or_ge (n m : Nat) : n < m ∨ n ≥ m := by
  induction m with
  | zero => exact .inr (zero_le n)
  | succ m ih =>
    rcases ih with h | h
    · exact .inl (.step h)
    · rcases Nat.decEq n m with ⟨_ | _, e⟩
      · cases h with
        | refl => exact absurd rfl e
        | step h => exact .inr (succ_le_succ h)
      · exact .inl (e ▸ .refl)
protected theorem le_total (n m : Nat) : n ≤ m ∨ m ≤ n := (lt_or_ge n m).elim (fun h => .inl (le_of_lt h)) .inr
protected theorem not_le {n m : Nat} : ¬n ≤ m ↔ m < n :=
  ⟨fun h => (lt_or_ge m n).elim id (fun k => absurd k h), fun h k => Nat.lt_irrefl _ (Nat.lt_of_lt_of_le h k)⟩
protected theorem not_lt {n m : Nat} : ¬n < m ↔ m ≤ n :=
  ⟨fun h => (lt_or_ge n m).elim (fun k => absurd k h) id, fun h k => Nat.lt_irrefl _ (Nat.lt_of_lt_of_le k h)⟩
protected theorem pos_of_ne_zero {n : Nat} (h : n ≠ 0) : 0 < n := by
  cases n with
  | zero => contradiction
  | succ n => exact succ_le_succ (zero_le n)
theorem succ_ne_zero (n : Nat) : succ n ≠ 0 := fun h => Nat.noConfusion h
@[simp] theorem add_one_ne_zero (n : Nat) : n + 1 ≠ 0 := succ_ne_zero n
@[simp] protected theorem sub_zero (n : Nat) : n - 0 = n := rfl
theorem succ_sub_succ_eq_sub (n m : Nat) : succ n - succ m = n - m := by
  induction m with
  | zero => rfl
  | succ m ih => exact congrArg pred ih
@[simp] protected theorem sub_self (n : Nat) : n - n = 0 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [succ_sub_succ_eq_sub, ih]
theorem add_le_add_left {n m : Nat} (h : n ≤ m) (k : Nat) : k + n ≤ k + m := by
  induction h with
  | refl => exact .refl
  | step _ ih => exact .step ih
theorem add_le_add_right {n m : Nat} (h : n ≤ m) (k : Nat) : n + k ≤ m + k := by
  rw [Nat.add_comm n, Nat.add_comm m]; exact add_le_add_left h k
theorem add_le_add {a b c d : Nat} (h : a ≤ b) (k : c ≤ d) : a + c ≤ b + d :=
  Nat.le_trans (add_le_add_right h c) (add_le_add_left k b)
protected theorem lt_or_gt_of_ne {a b : Nat} (h : a ≠ b) : a < b ∨ a > b := by
  rcases Nat.lt_or_ge a b with k | k
  · exact .inl k
  · rcases Nat.lt_or_ge b a with l | l
    · exact .inr l
    · exact absurd (Nat.le_antisymm l k) h
def div.go : Nat → Nat → Nat → Nat
  | 0, _, _ => 0
  | fuel + 1, x, y => if 0 < y ∧ y ≤ x then div.go fuel (x - y) y + 1 else 0
@[extern "lean_nat_div"] protected def div (x y : @& Nat) : Nat := div.go x x y
instance : Div Nat := ⟨Nat.div⟩
@[extern "lean_nat_mod"] protected def mod (x y : @& Nat) : Nat := x - y * (x / y)
instance : Mod Nat := ⟨Nat.mod⟩
instance : Dvd Nat := ⟨fun a b => ∃ c, b = a * c⟩
def digitsAux : Nat → Nat → List Char → List Char
  | 0, _, acc => acc
  | fuel + 1, n, acc =>
    let acc := Char.ofNat (48 + n % 10) :: acc
    if n < 10 then acc else digitsAux fuel (n / 10) acc
protected def repr (n : Nat) : String := String.ofList (digitsAux (n + 1) n [])
end Nat
instance : ToString Nat := ⟨Nat.repr⟩
theorem eq_true_of_decide {p : Prop} [Decidable p] (h : decide p = true) : p = True := eq_true (of_decide_eq_true h)
theorem eq_false_of_decide {p : Prop} {_ : Decidable p} (h : decide p = false) : p = False := eq_false (of_decide_eq_false h)
