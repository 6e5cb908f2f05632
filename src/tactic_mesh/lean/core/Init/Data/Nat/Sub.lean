prelude
import Init.Data.Nat.Order
/-! Natural numbers: truncated subtraction and predecessor. -/
namespace Nat

/-! ### Computing -/

@[simp] theorem pred_zero : pred 0 = 0 := rfl
@[simp] theorem pred_succ (n : Nat) : pred (succ n) = n := rfl
@[simp] protected theorem sub_zero (n : Nat) : n - 0 = n := rfl
theorem sub_succ (n m : Nat) : n - succ m = pred (n - m) := rfl
theorem sub_add_one (n m : Nat) : n - (m + 1) = n - m - 1 := rfl
protected theorem sub_one (n : Nat) : n - 1 = pred n := rfl
@[simp] theorem pred_eq_sub_one {n : Nat} : pred n = n - 1 := rfl
theorem succ_sub_one (n : Nat) : succ n - 1 = n := rfl
@[simp] protected theorem add_one_sub_one (n : Nat) : n + 1 - 1 = n := rfl
theorem succ_sub_succ_eq_sub (n m : Nat) : succ n - succ m = n - m := by
  induction m with
  | zero => rfl
  | succ m ih => exact congrArg pred ih
theorem succ_sub_succ (n m : Nat) : succ n - succ m = n - m := succ_sub_succ_eq_sub n m
theorem add_one_sub_add_one (n m : Nat) : n + 1 - (m + 1) = n - m := succ_sub_succ_eq_sub n m
@[simp] protected theorem zero_sub : ∀ n : Nat, 0 - n = 0
  | 0 => rfl
  | n + 1 => congrArg pred (Nat.zero_sub n)
@[simp] protected theorem sub_self (n : Nat) : n - n = 0 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [add_one_sub_add_one, ih]
@[simp] protected theorem add_sub_add_right (n k m : Nat) : (n + k) - (m + k) = n - m := by
  induction k with
  | zero => rfl
  | succ k ih => exact (succ_sub_succ_eq_sub (n + k) (m + k)).trans ih
@[simp] protected theorem add_sub_add_left (k n m : Nat) : (k + n) - (k + m) = n - m := by
  rw [Nat.add_comm k n, Nat.add_comm k m, Nat.add_sub_add_right]
@[simp] protected theorem add_sub_cancel (n m : Nat) : n + m - m = n := by
  have h := Nat.add_sub_add_right n m 0
  rw [Nat.zero_add] at h; exact h
@[simp] protected theorem add_sub_cancel_left (n m : Nat) : n + m - n = m := by
  rw [Nat.add_comm, Nat.add_sub_cancel]
protected theorem add_sub_self_left (a b : Nat) : a + b - a = b := Nat.add_sub_cancel_left a b
protected theorem add_sub_self_right (a b : Nat) : a + b - b = a := Nat.add_sub_cancel a b
theorem sub_add_eq (a b c : Nat) : a - (b + c) = a - b - c := by
  induction c with
  | zero => rfl
  | succ c ih => exact congrArg pred ih
protected theorem sub_sub (n m k : Nat) : n - m - k = n - (m + k) := (sub_add_eq n m k).symm
protected theorem sub_right_comm (m n k : Nat) : m - n - k = m - k - n := by
  rw [Nat.sub_sub, Nat.sub_sub, Nat.add_comm]
theorem sub_sub_right_comm (m n k : Nat) : m - n - k = m - k - n := Nat.sub_right_comm m n k
theorem pred_sub (n m : Nat) : pred n - m = pred (n - m) := Nat.sub_right_comm n 1 m
protected theorem succ_sub_sub_succ (n m k : Nat) : succ n - m - succ k = n - m - k := by
  rw [Nat.sub_sub, Nat.add_succ, succ_sub_succ, Nat.sub_sub]

/-! ### Below and above -/

theorem pred_le : ∀ n : Nat, pred n ≤ n
  | 0 => .refl
  | n + 1 => le_succ n
@[simp] theorem sub_le (n m : Nat) : n - m ≤ n := by
  induction m with
  | zero => exact .refl
  | succ m ih => exact Nat.le_trans (pred_le (n - m)) ih
theorem sub_one_le (n : Nat) : n - 1 ≤ n := pred_le n
theorem pred_lt : ∀ {n : Nat}, n ≠ 0 → pred n < n
  | 0, h => absurd rfl h
  | n + 1, _ => lt_succ_self n
theorem sub_one_lt {n : Nat} (h : n ≠ 0) : n - 1 < n := pred_lt h
theorem pred_lt_of_lt {n m : Nat} (h : m < n) : pred n < n := pred_lt (ne_zero_of_lt h)
theorem sub_one_lt_of_lt {n m : Nat} (h : m < n) : n - 1 < n := pred_lt_of_lt h
theorem pred_lt_self {n : Nat} (h : 0 < n) : pred n < n := pred_lt_of_lt h
theorem sub_lt {n m : Nat} (hn : 0 < n) (hm : 0 < m) : n - m < n := by
  obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_lt hm
  rw [Nat.zero_add, sub_add_one]
  exact Nat.lt_of_le_of_lt (pred_le_pred (sub_le n k)) (pred_lt (ne_zero_of_lt hn))
theorem sub_lt_self {a b : Nat} (h₀ : 0 < a) (h₁ : a ≤ b) : b - a < b := sub_lt (Nat.lt_of_lt_of_le h₀ h₁) h₀
theorem sub_lt_of_lt {a b c : Nat} (h : a < c) : a - b < c := Nat.lt_of_le_of_lt (sub_le a b) h
theorem sub_lt_of_not_lt {n m k : Nat} (h : ¬n < m) (hm : 0 < m) (hk : 0 < k) : n - k < n :=
  sub_lt (Nat.lt_of_lt_of_le hm (Nat.le_of_not_lt h)) hk
theorem sub_succ_lt_self {a i : Nat} (h : i < a) : a - (i + 1) < a - i := by
  rw [sub_add_one]
  refine pred_lt fun e => ?_
  obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_lt h
  rw [Nat.add_assoc, Nat.add_sub_cancel_left] at e
  exact add_one_ne_zero k e
theorem sub_add_lt_sub {n m k : Nat} (h₁ : m + k ≤ n) (h₂ : 0 < k) : n - (m + k) < n - m := by
  rw [sub_add_eq]
  obtain ⟨d, rfl⟩ := Nat.exists_eq_add_of_le h₁
  rw [Nat.add_assoc, Nat.add_sub_cancel_left, Nat.add_sub_cancel_left]
  exact Nat.lt_add_of_pos_left h₂
theorem succ_pred {a : Nat} (h : a ≠ 0) : a.pred.succ = a := ((eq_zero_or_eq_succ_pred a).elim (absurd · h) id).symm
theorem succ_pred_eq_of_pos {v : Nat} (h : 0 < v) : succ (pred v) = v := succ_pred (ne_zero_of_lt h)
theorem sub_one_add_one {a : Nat} (h : a ≠ 0) : a - 1 + 1 = a := succ_pred h
theorem sub_one_add_one_eq_of_pos {n : Nat} (h : 0 < n) : n - 1 + 1 = n := sub_one_add_one (ne_zero_of_lt h)
theorem pred_inj : ∀ {a b : Nat}, 0 < a → 0 < b → pred a = pred b → a = b
  | 0, _, h, _, _ => absurd h (Nat.lt_irrefl 0)
  | _ + 1, 0, _, h, _ => absurd h (Nat.lt_irrefl 0)
  | _ + 1, _ + 1, _, _, h => congrArg succ h
theorem pred_ne_self : ∀ {a : Nat}, a ≠ 0 → pred a ≠ a
  | 0, h, _ => h rfl
  | a + 1, _, h => ne_self_add_one a h
theorem pred_le_iff : ∀ {n m : Nat}, pred n ≤ m ↔ n ≤ succ m
  | 0, _ => ⟨fun _ => zero_le _, fun _ => zero_le _⟩
  | _ + 1, _ => succ_le_succ_iff.symm
theorem pred_le_of_le_succ {n m : Nat} (h : n ≤ succ m) : pred n ≤ m := pred_le_iff.mpr h
theorem lt_pred_iff : ∀ {n m : Nat}, n < pred m ↔ succ n < m
  | _, 0 => ⟨fun h => absurd h (not_lt_zero _), fun h => absurd h (not_lt_zero _)⟩
  | _, _ + 1 => succ_lt_succ_iff.symm
theorem lt_sub_one_iff {n m : Nat} : n < m - 1 ↔ n + 1 < m := lt_pred_iff
theorem succ_lt_of_lt_pred {n m : Nat} (h : n < pred m) : succ n < m := lt_pred_iff.mp h
theorem lt_pred_of_succ_lt {n m : Nat} (h : succ n < m) : n < pred m := lt_pred_iff.mpr h
theorem le_pred_of_lt {n m : Nat} (h : n < m) : n ≤ pred m := pred_le_pred h
theorem le_sub_one_of_lt {n m : Nat} (h : n < m) : n ≤ m - 1 := pred_le_pred h
theorem le_sub_one_iff_lt {a b : Nat} (h : 0 < b) : a ≤ b - 1 ↔ a < b := by
  obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_lt h
  rw [Nat.add_one_sub_one]; exact Nat.lt_add_one_iff.symm
theorem le_of_pred_lt : ∀ {m n : Nat}, pred m < n → m ≤ n
  | 0, _, _ => zero_le _
  | _ + 1, _, h => h
theorem lt_of_sub_one_lt_sub_one {n m : Nat} (h : n - 1 < m - 1) : n < m := Nat.lt_of_not_le fun k => Nat.not_le_of_gt h (pred_le_pred k)

/-! ### With addition -/

protected theorem sub_add_cancel {n m : Nat} (h : m ≤ n) : n - m + m = n := by
  obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le' h
  rw [Nat.add_sub_cancel]
protected theorem add_sub_cancel' {n m : Nat} (h : m ≤ n) : m + (n - m) = n := by
  rw [Nat.add_comm, Nat.sub_add_cancel h]
protected theorem add_sub_of_le {a b : Nat} (h : a ≤ b) : a + (b - a) = b := Nat.add_sub_cancel' h
attribute [simp] Nat.sub_add_cancel
theorem sub_eq_zero_of_le {n m : Nat} (h : n ≤ m) : n - m = 0 := by
  obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le h
  rw [sub_add_eq, Nat.sub_self, Nat.zero_sub]
@[simp] protected theorem sub_self_add (n m : Nat) : n - (n + m) = 0 := sub_eq_zero_of_le (le_add_right n m)
@[simp] protected theorem sub_add_self (n m : Nat) : n - (m + n) = 0 := sub_eq_zero_of_le (le_add_left n m)
protected theorem le_of_sub_eq_zero {n m : Nat} (h : n - m = 0) : n ≤ m := by
  rcases Nat.le_total n m with k | k
  · exact k
  · have e := Nat.sub_add_cancel k
    rw [h, Nat.zero_add] at e; exact Nat.le_of_eq e.symm
protected theorem sub_eq_zero_iff_le {n m : Nat} : n - m = 0 ↔ n ≤ m := ⟨Nat.le_of_sub_eq_zero, sub_eq_zero_of_le⟩
protected theorem sub_pos_iff_lt {m n : Nat} : 0 < n - m ↔ m < n :=
  ⟨fun h => Nat.lt_of_not_le fun k => ne_zero_of_lt h (sub_eq_zero_of_le k),
   fun h => Nat.pos_of_ne_zero fun e => Nat.not_le_of_gt h (Nat.le_of_sub_eq_zero e)⟩
attribute [simp] Nat.sub_pos_iff_lt
protected theorem sub_pos_of_lt {m n : Nat} (h : m < n) : 0 < n - m := Nat.sub_pos_iff_lt.mpr h
theorem zero_lt_sub_of_lt {i a : Nat} (h : i < a) : 0 < a - i := Nat.sub_pos_of_lt h
protected theorem lt_of_sub_pos {m n : Nat} (h : 0 < n - m) : m < n := Nat.sub_pos_iff_lt.mp h
protected theorem lt_of_sub_ne_zero {n m : Nat} (h : n - m ≠ 0) : m < n := Nat.lt_of_sub_pos (Nat.pos_of_ne_zero h)
theorem sub_ne_zero_of_lt {a b : Nat} (h : a < b) : b - a ≠ 0 := ne_zero_of_lt (Nat.sub_pos_of_lt h)
protected theorem sub_ne_zero_iff_lt {m n : Nat} : n - m ≠ 0 ↔ m < n := ⟨Nat.lt_of_sub_ne_zero, sub_ne_zero_of_lt⟩
theorem lt_of_sub_eq_succ {m n l : Nat} (h : m - n = succ l) : n < m := Nat.lt_of_sub_ne_zero (h ▸ succ_ne_zero l)
theorem lt_of_sub_eq_sub_one {m n l : Nat} (h : m - n = l + 1) : n < m := lt_of_sub_eq_succ h
protected theorem add_sub_assoc {m k : Nat} (h : k ≤ m) (n : Nat) : n + m - k = n + (m - k) := by
  obtain ⟨l, rfl⟩ := Nat.exists_eq_add_of_le' h
  rw [Nat.add_sub_cancel, ← Nat.add_assoc, Nat.add_sub_cancel]
protected theorem sub_add_comm {n m k : Nat} (h : k ≤ n) : n + m - k = n - k + m := by
  rw [Nat.add_comm n m, Nat.add_sub_assoc h, Nat.add_comm]
theorem succ_sub {m n : Nat} (h : n ≤ m) : succ m - n = succ (m - n) := Nat.sub_add_comm (m := 1) h
theorem sub_add_eq_add_sub {a b c : Nat} (h : b ≤ a) : a - b + c = a + c - b := (Nat.sub_add_comm h).symm
protected theorem sub_sub_self {m n : Nat} (h : m ≤ n) : n - (n - m) = m := by
  obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le h
  rw [Nat.add_sub_cancel_left, Nat.add_sub_cancel]
protected theorem sub_eq_of_eq_add {a b c : Nat} (h : a = c + b) : a - b = c := by rw [h, Nat.add_sub_cancel]
protected theorem sub_eq_of_eq_add' {a b c : Nat} (h : a = b + c) : a - b = c := by rw [h, Nat.add_sub_cancel_left]
protected theorem eq_sub_of_add_eq {a b c : Nat} (h : a + b = c) : a = c - b := (Nat.sub_eq_of_eq_add h.symm).symm
protected theorem eq_sub_of_add_eq' {a b c : Nat} (h : b + a = c) : a = c - b := (Nat.sub_eq_of_eq_add' h.symm).symm
protected theorem eq_add_of_sub_eq {a b c : Nat} (hle : b ≤ a) (h : a - b = c) : a = c + b := by rw [← h, Nat.sub_add_cancel hle]
protected theorem sub_eq_iff_eq_add {a b c : Nat} (h : b ≤ a) : a - b = c ↔ a = c + b := ⟨Nat.eq_add_of_sub_eq h, Nat.sub_eq_of_eq_add⟩
protected theorem sub_eq_iff_eq_add' {a b c : Nat} (h : b ≤ a) : a - b = c ↔ a = b + c := by
  rw [Nat.add_comm]; exact Nat.sub_eq_iff_eq_add h
protected theorem eq_sub_iff_add_eq {a b c : Nat} (h : c ≤ b) : a = b - c ↔ a + c = b :=
  ⟨fun e => by rw [e, Nat.sub_add_cancel h], Nat.eq_sub_of_add_eq⟩
theorem sub_add_sub_cancel {n m k : Nat} (h₁ : m ≤ n) (h₂ : k ≤ m) : n - m + (m - k) = n - k := by
  rw [← Nat.add_sub_assoc h₂, Nat.sub_add_cancel h₁]
theorem add_sub_sub_cancel {a c : Nat} (h : c ≤ a) (b : Nat) : a + b - (a - c) = b + c := by
  obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le h
  rw [Nat.add_sub_cancel_left, Nat.add_right_comm, Nat.add_sub_cancel, Nat.add_comm]
protected theorem sub_add_eq_sub_sub_comm {a b c : Nat} : a - (b + c) = a - c - b := by rw [Nat.add_comm, sub_add_eq]
theorem sub_sub_eq_add_sub {a b c : Nat} (h : c ≤ b) : a - (b - c) = a + c - b := by
  obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le' h
  rw [Nat.add_sub_cancel, Nat.add_sub_add_right]
protected theorem sub_sub_eq {a b c : Nat} (h : c ≤ b) : a - (b - c) = a + c - b := sub_sub_eq_add_sub h
protected theorem sub_sub_sub_cancel_right {a b c : Nat} (h : c ≤ b) : a - c - (b - c) = a - b := by
  rw [Nat.sub_sub, Nat.add_sub_cancel' h]
protected theorem sub_sub_sub_cancel_left {a b c : Nat} (h : b ≤ a) : a - c - (a - b) = b - c := by
  rw [Nat.sub_right_comm, Nat.sub_sub_self h]

/-! ### Monotonicity and moving across an inequality -/

protected theorem sub_le_sub_right {n m : Nat} (h : n ≤ m) (k : Nat) : n - k ≤ m - k := by
  induction k with
  | zero => exact h
  | succ k ih => exact pred_le_pred ih
protected theorem sub_le_sub_left {n m : Nat} (h : n ≤ m) (k : Nat) : k - m ≤ k - n := by
  obtain ⟨d, rfl⟩ := Nat.exists_eq_add_of_le h
  rw [sub_add_eq]; exact sub_le _ d
protected theorem sub_le_sub {n m k l : Nat} (h : n ≤ m) (h' : k ≤ l) : n - l ≤ m - k :=
  Nat.le_trans (Nat.sub_le_sub_right h l) (Nat.sub_le_sub_left h' m)
protected theorem sub_lt_sub_left {k m n : Nat} (h : k < m) (h' : k < n) : m - n < m - k := by
  refine Nat.lt_of_le_of_lt (Nat.sub_le_sub_left h' m) ?_
  exact sub_succ_lt_self h
theorem sub_le_of_le_add {a b c : Nat} (h : a ≤ c + b) : a - b ≤ c := by
  have k := Nat.sub_le_sub_right h b
  rw [Nat.add_sub_cancel] at k; exact k
protected theorem sub_le_of_le_add' {a b c : Nat} (h : a ≤ b + c) : a - b ≤ c := sub_le_of_le_add (Nat.add_comm b c ▸ h)
theorem le_add_of_sub_le {a b c : Nat} (h : a - b ≤ c) : a ≤ c + b := by
  rcases Nat.le_total a b with k | k
  · exact le_add_left_of_le k
  · rw [← Nat.sub_add_cancel k]; exact Nat.add_le_add_right h b
theorem le_sub_of_add_le {a b c : Nat} (h : a + b ≤ c) : a ≤ c - b := by
  have k := Nat.sub_le_sub_right h b
  rw [Nat.add_sub_cancel] at k; exact k
theorem le_sub_of_add_le' {n k m : Nat} (h : m + k ≤ n) : k ≤ n - m := le_sub_of_add_le (Nat.add_comm m k ▸ h)
theorem add_le_of_le_sub {a b c : Nat} (hle : b ≤ c) (h : a ≤ c - b) : a + b ≤ c := by
  rw [← Nat.sub_add_cancel hle]; exact Nat.add_le_add_right h b
theorem add_le_of_le_sub' {n k m : Nat} (hle : m ≤ k) (h : n ≤ k - m) : m + n ≤ k := Nat.add_comm n m ▸ add_le_of_le_sub hle h
protected theorem sub_le_iff_le_add {a b c : Nat} : a - b ≤ c ↔ a ≤ c + b := ⟨le_add_of_sub_le, sub_le_of_le_add⟩
protected theorem sub_le_iff_le_add' {a b c : Nat} : a - b ≤ c ↔ a ≤ b + c := by rw [Nat.add_comm]; exact Nat.sub_le_iff_le_add
theorem le_sub_iff_add_le {x y k : Nat} (h : k ≤ y) : x ≤ y - k ↔ x + k ≤ y := ⟨add_le_of_le_sub h, le_sub_of_add_le⟩
theorem le_sub_iff_add_le' {x y k : Nat} (h : k ≤ y) : x ≤ y - k ↔ k + x ≤ y := by rw [Nat.add_comm]; exact le_sub_iff_add_le h
protected theorem lt_sub_of_add_lt {a b c : Nat} (h : a + b < c) : a < c - b :=
  le_sub_of_add_le (a := a + 1) (by rw [Nat.add_right_comm]; exact h)
protected theorem add_lt_of_lt_sub {a b c : Nat} (h : a < c - b) : a + b < c := by
  have hle : b ≤ c := le_of_lt (Nat.lt_of_sub_pos (zero_lt_of_lt h))
  have k := add_le_of_le_sub hle h
  rw [Nat.add_right_comm] at k; exact k
protected theorem add_lt_of_lt_sub' {a b c : Nat} (h : b < c - a) : a + b < c := Nat.add_comm b a ▸ Nat.add_lt_of_lt_sub h
protected theorem lt_sub_of_add_lt' {a b c : Nat} (h : b + a < c) : a < c - b := Nat.lt_sub_of_add_lt (Nat.add_comm b a ▸ h)
protected theorem lt_sub_iff_add_lt {a b c : Nat} : a < c - b ↔ a + b < c := ⟨Nat.add_lt_of_lt_sub, Nat.lt_sub_of_add_lt⟩
protected theorem lt_sub_iff_add_lt' {a b c : Nat} : a < c - b ↔ b + a < c := by rw [Nat.add_comm]; exact Nat.lt_sub_iff_add_lt
protected theorem sub_lt_iff_lt_add {a b c : Nat} (h : b ≤ a) : a - b < c ↔ a < c + b := by
  obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le' h
  rw [Nat.add_sub_cancel]; exact Nat.add_lt_add_iff_right.symm
protected theorem sub_lt_iff_lt_add' {a b c : Nat} (h : b ≤ a) : a - b < c ↔ a < b + c := by
  rw [Nat.add_comm]; exact Nat.sub_lt_iff_lt_add h
protected theorem sub_lt_left_of_lt_add {n k m : Nat} (H : n ≤ k) (h : k < n + m) : k - n < m := (Nat.sub_lt_iff_lt_add' H).mpr h
protected theorem sub_lt_right_of_lt_add {n k m : Nat} (H : n ≤ k) (h : k < m + n) : k - n < m := (Nat.sub_lt_iff_lt_add H).mpr h
protected theorem lt_add_of_sub_lt_right {n k m : Nat} (h : k - n < m) : k < m + n :=
  Nat.lt_of_not_le fun l => Nat.not_le_of_gt h (le_sub_of_add_le l)
protected theorem lt_add_of_sub_lt_left {n k m : Nat} (h : k - n < m) : k < n + m := Nat.add_comm m n ▸ Nat.lt_add_of_sub_lt_right h
protected theorem le_of_sub_le_sub_right : ∀ {n m k : Nat}, k ≤ m → n - k ≤ m - k → n ≤ m := by
  intro n m k h l
  have r := le_add_of_sub_le l
  rw [Nat.sub_add_cancel h] at r; exact r
protected theorem sub_le_sub_iff_right {k m n : Nat} (h : k ≤ m) : n - k ≤ m - k ↔ n ≤ m := ⟨Nat.le_of_sub_le_sub_right h, fun l => Nat.sub_le_sub_right l k⟩
protected theorem le_of_sub_le_sub_left {n k m : Nat} (hn : n ≤ k) (h : k - m ≤ k - n) : n ≤ m :=
  Nat.le_of_not_lt fun l => Nat.not_le_of_gt (Nat.sub_lt_sub_left (Nat.lt_of_lt_of_le l hn) l) h
protected theorem sub_le_sub_iff_left {n m k : Nat} (hn : n ≤ k) : k - m ≤ k - n ↔ n ≤ m := ⟨Nat.le_of_sub_le_sub_left hn, fun h => Nat.sub_le_sub_left h k⟩
protected theorem sub_lt_sub_right : ∀ {a b c : Nat}, c ≤ a → a < b → a - c < b - c := by
  intro a b c h l
  rw [Nat.sub_lt_iff_lt_add h, Nat.sub_add_cancel (Nat.le_trans h (le_of_lt l))]; exact l
protected theorem sub_lt_sub_iff_right {a b c : Nat} (h : c ≤ a) : a - c < b - c ↔ a < b :=
  ⟨fun l => Nat.lt_of_not_le fun k => Nat.not_le_of_gt l (Nat.sub_le_sub_right k c), Nat.sub_lt_sub_right h⟩
protected theorem sub_left_inj {a b c : Nat} (h₁ : c ≤ a) (h₂ : c ≤ b) : a - c = b - c ↔ a = b :=
  ⟨fun e => by rw [← Nat.sub_add_cancel h₁, e, Nat.sub_add_cancel h₂], fun e => e ▸ rfl⟩
protected theorem sub_right_inj {x y z : Nat} (hy : y ≤ x) (hz : z ≤ x) : x - y = x - z ↔ y = z :=
  ⟨fun e => by rw [← Nat.sub_sub_self hy, e, Nat.sub_sub_self hz], fun e => e ▸ rfl⟩
theorem sub_one_sub_lt_of_lt {a b : Nat} (h : a < b) : b - 1 - a < b := by
  rw [Nat.sub_sub]; exact sub_lt (zero_lt_of_lt h) (Nat.add_pos_left Nat.zero_lt_one a)
theorem sub_one_lt_iff {n : Nat} : n - 1 < n ↔ 0 < n := ⟨zero_lt_of_lt, fun h => pred_lt_self h⟩
protected theorem sub_le_self (n m : Nat) : n - m ≤ n := sub_le n m
theorem sub_one_eq_self {n : Nat} : n - 1 = n ↔ n = 0 :=
  ⟨fun h => (Nat.eq_zero_or_pos n).elim id fun k => absurd h (Nat.ne_of_lt (pred_lt_self k)), fun h => h ▸ rfl⟩
theorem sub_eq_self_iff {n m : Nat} : n - m = n ↔ n = 0 ∨ m = 0 := by
  refine ⟨fun h => ?_, fun h => h.elim (fun e => e ▸ Nat.zero_sub m) (fun e => e ▸ rfl)⟩
  rcases Nat.eq_zero_or_pos n with hn | hn
  · exact .inl hn
  · rcases Nat.eq_zero_or_pos m with hm | hm
    · exact .inr hm
    · exact absurd h (Nat.ne_of_lt (sub_lt hn hm))

/-! ### With multiplication -/

protected theorem sub_mul (n m k : Nat) : (n - m) * k = n * k - m * k := by
  rcases Nat.le_total n m with h | h
  · rw [sub_eq_zero_of_le h, sub_eq_zero_of_le (Nat.mul_le_mul_right k h), Nat.zero_mul]
  · obtain ⟨d, rfl⟩ := Nat.exists_eq_add_of_le h
    rw [Nat.add_mul, Nat.add_sub_cancel_left, Nat.add_sub_cancel_left]
protected theorem mul_sub (k m n : Nat) : k * (m - n) = k * m - k * n := by
  rw [Nat.mul_comm, Nat.sub_mul, Nat.mul_comm m, Nat.mul_comm n]
protected theorem mul_sub_le (m n k : Nat) : k * m - k * n ≤ k * m := sub_le _ _
theorem sub_one_mul (n m : Nat) : (n - 1) * m = n * m - m := by rw [Nat.sub_mul, Nat.one_mul]
theorem mul_sub_one (n m : Nat) : n * (m - 1) = n * m - n := by rw [Nat.mul_sub, Nat.mul_one]
theorem pred_mul (n m : Nat) : pred n * m = n * m - m := sub_one_mul n m
theorem mul_pred (n m : Nat) : n * pred m = n * m - n := mul_sub_one n m
protected theorem mul_self_sub_mul_self_eq (a b : Nat) : a * a - b * b = (a + b) * (a - b) := by
  rw [Nat.mul_sub, Nat.add_mul, Nat.add_mul, Nat.mul_comm b a, Nat.add_comm (a * a), ← Nat.sub_sub, ← Nat.sub_add_eq, Nat.add_sub_add_left]
end Nat
