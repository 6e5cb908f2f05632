/-! Order on the natural numbers: proofs as a person writes them. -/
namespace NatOrder
theorem le_of_add (a b c : Nat) (h : a + b = c) : a ≤ c := by
  rw [← h]
  exact Nat.le_add_right a b
theorem lt_trans' (a b c : Nat) (h₁ : a < b) (h₂ : b < c) : a < c := Nat.lt_trans h₁ h₂
theorem chain (a b c d : Nat) (h₁ : a ≤ b) (h₂ : b < c) (h₃ : c ≤ d) : a < d := calc
  a ≤ b := h₁
  _ < c := h₂
  _ ≤ d := h₃
theorem antisymm (a b : Nat) (h : a ≤ b) (k : b ≤ a) : a = b := Nat.le_antisymm h k
theorem total (a b : Nat) : a ≤ b ∨ b ≤ a := by
  cases Nat.lt_or_ge a b with
  | inl h => exact Or.inl (Nat.le_of_lt h)
  | inr h => exact Or.inr h
theorem trichotomy (a b : Nat) : a < b ∨ a = b ∨ b < a := Nat.lt_trichotomy a b
theorem not_lt_self (n : Nat) : ¬ n < n := by simp
theorem pos_of_ne_zero (n : Nat) (h : n ≠ 0) : 0 < n := by
  cases n with
  | zero => exact absurd rfl h
  | succ k => exact Nat.succ_pos k
theorem one_le_succ (n : Nat) : 1 ≤ n + 1 := by simp
theorem lt_succ_iff_le (m n : Nat) : m < n + 1 ↔ m ≤ n := by
  constructor
  · intro h
    exact Nat.le_of_lt_succ h
  · intro h
    exact Nat.lt_succ_of_le h
theorem add_le_add_both (a b c d : Nat) (h : a ≤ b) (k : c ≤ d) : a + c ≤ b + d := Nat.add_le_add h k
theorem add_lt_cancel (a b c : Nat) : a + c < b + c ↔ a < b := by simp
theorem add_lt_cancel_left (a b c : Nat) (h : c + a < c + b) : a < b := by
  simp at h
  exact h
theorem le_of_lt_or_eq (a b : Nat) (h : a < b ∨ a = b) : a ≤ b := by
  rcases h with h | rfl
  · exact Nat.le_of_lt h
  · exact Nat.le_refl a
theorem exists_diff (a b : Nat) (h : a ≤ b) : ∃ c, b = a + c := by
  obtain ⟨c, hc⟩ := Nat.le.dest h
  exact ⟨c, hc.symm⟩
theorem sub_add (a b : Nat) (h : b ≤ a) : a - b + b = a := Nat.sub_add_cancel h
theorem sub_self_add (a b : Nat) : a + b - a = b := by simp
theorem sub_eq_zero (a b : Nat) : a - b = 0 ↔ a ≤ b := Nat.sub_eq_zero_iff_le
theorem sub_pos (a b : Nat) (h : a < b) : 0 < b - a := by
  apply Nat.sub_pos_of_lt
  exact h
theorem sub_sub_comm (a b c : Nat) : a - b - c = a - c - b := by
  rw [Nat.sub_sub, Nat.add_comm b c, ← Nat.sub_sub]
theorem sub_lt_self' (n : Nat) (h : 0 < n) : n - 1 < n := Nat.sub_lt h Nat.one_pos
theorem pred_add_one (n : Nat) (h : n ≠ 0) : n - 1 + 1 = n := by
  apply Nat.sub_add_cancel
  exact Nat.pos_of_ne_zero h
theorem mul_le (a b c : Nat) (h : a ≤ b) : c * a ≤ c * b := Nat.mul_le_mul_left c h
theorem mul_lt (a b c : Nat) (h : a < b) (hc : 0 < c) : a * c < b * c := Nat.mul_lt_mul_of_pos_right h hc
theorem mul_self_le (n : Nat) : n ≤ n * n := by
  cases n with
  | zero => simp
  | succ k => exact Nat.le_mul_of_pos_left (k + 1) (Nat.succ_pos k)
theorem le_two_pow (n : Nat) : n + 1 ≤ 2 ^ n := by
  induction n with
  | zero => decide
  | succ n ih =>
    rw [Nat.pow_succ, Nat.mul_two]
    have h : 1 ≤ 2 ^ n := Nat.one_le_two_pow
    exact Nat.add_le_add ih h
theorem strong_induction (P : Nat → Prop) (h : ∀ n, (∀ m, m < n → P m) → P n) (n : Nat) : P n := by
  induction n using Nat.strongRecOn with
  | ind n ih => exact h n ih
theorem least_number (P : Nat → Prop) (h : ∃ n, P n) : ∃ n, P n ∧ ∀ m, P m → n ≤ m := by
  apply Classical.byContradiction
  intro hno
  have all : ∀ n, ¬ P n := by
    intro n
    induction n using Nat.strongRecOn with
    | ind n ih =>
      intro hn
      apply hno
      refine ⟨n, hn, fun m hm => ?_⟩
      cases Nat.lt_or_ge m n with
      | inl hlt => exact absurd hm (ih m hlt)
      | inr hge => exact hge
  obtain ⟨n, hn⟩ := h
  exact all n hn
theorem bounded_cases (x : Nat) (h : x ≤ 2) : x = 0 ∨ x = 1 ∨ x = 2 := by
  match x, h with
  | 0, _ => exact Or.inl rfl
  | 1, _ => exact Or.inr (Or.inl rfl)
  | 2, _ => exact Or.inr (Or.inr rfl)
theorem no_between (n m : Nat) : ¬ (n < m ∧ m < n + 1) := by
  rintro ⟨h, k⟩
  exact Nat.lt_irrefl n (Nat.lt_of_lt_of_le h (Nat.le_of_lt_succ k))
theorem min_le_max (a b : Nat) : min a b ≤ max a b := Nat.le_trans (Nat.min_le_left a b) (Nat.le_max_left a b)
theorem min_add_max (a b : Nat) : min a b + max a b = a + b := by
  cases Nat.le_total a b with
  | inl h => simp [h]
  | inr h => simp [h, Nat.add_comm]
theorem max_idem (a : Nat) : max a a = a := by simp
theorem max_lt_iff (a b c : Nat) : max a b < c ↔ a < c ∧ b < c := Nat.max_lt
theorem offset_eq (x : Nat) (h : x + 2 = 5) : x = 3 := by
  simp at h
  exact h
theorem offset_le (x : Nat) (h : x + 2 ≤ 5) : x ≤ 3 := by
  simp at h
  exact h
theorem linear (x y : Nat) : 2 * x + y + 1 ≤ x + y + x + 2 := by simp +arith
theorem linear_false (x y : Nat) : ¬ (x + y + 3 ≤ y + x) := by simp +arith
theorem eq_of_both (a b c : Nat) (h : a + b = a + c) : b = c := by
  simp at h
  exact h
theorem add_pos (a b : Nat) (h : 0 < a) : 0 < a + b := Nat.add_pos_left h b
theorem ne_of_lt' (a b : Nat) (h : a < b) : a ≠ b := by
  intro e
  rw [e] at h
  exact Nat.lt_irrefl b h
theorem induct_from (P : Nat → Prop) (k : Nat) (base : P k) (step : ∀ n, k ≤ n → P n → P (n + 1)) : ∀ n, k ≤ n → P n := by
  intro n h
  induction h with
  | refl => exact base
  | step h ih => exact step _ h ih
end NatOrder
