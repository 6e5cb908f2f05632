theorem of_exact_search (f : Nat → Nat) : f 1 = 1 := by exact?
theorem of_rfl (n : Nat) : n = 1 := by rfl
theorem of_decide (n : Nat) : n = 1 := by decide
theorem of_decide_false : 1 = 2 := by decide
theorem of_simp (f : Nat → Nat) : f 1 = 1 := by simp
theorem of_simp_at (n m : Nat) (h : n = m) : n = 1 := by simp at h
theorem of_assumption (n : Nat) : n = 1 := by assumption
theorem of_omega (a b : Nat) (h : a < b) : a = b + a := by omega
theorem of_rw (n m : Nat) (h : n = m) : 1 = 1 := by rw [h]
theorem of_rw_order (a b : Nat) (h : a ≤ b) : a = b := by rw [h]
theorem of_contradiction (n : Nat) : n = 1 := by contradiction
theorem of_constructor (n : Nat) : n = 1 := by constructor
theorem of_apply (n : Nat) (h : 1 = 1) : n = 1 := by apply h
theorem of_intro (n : Nat) : n = 1 := by intro x
theorem of_left (n : Nat) : n = 1 := by left
theorem of_injection (n : Nat) : n = 1 := by injection n
theorem of_split (n : Nat) : n = 1 := by split
theorem of_subst (n : Nat) : n = 1 := by subst n
theorem of_trivial (n : Nat) : n = 1 := by trivial
theorem of_ext (n : Nat) : n = 1 := by ext
theorem of_show (p q : Prop) : p ∧ q := by show q ∧ p
theorem of_change (p q : Prop) : p ∧ q := by change q ∧ p
theorem of_clear (p : Prop) (hp : p) : p := by clear p
theorem of_case (p : Prop) : p := by case left => exact hp
theorem of_rename_i (p : Prop) : p := by rename_i x
theorem of_fail (p q : Prop) (hp : p) : p ∧ q := by fail
theorem of_rcases (p q : Prop) (hp : p) : p ∧ q := by
  obtain ⟨a, b⟩ := hp
theorem of_induction (p : Prop) (n : Nat) : p := by induction p
theorem no_goals (n : Nat) : n = n := by
  rfl
  rfl
theorem missing_case (n : Nat) : n = 3 := by
  induction n with
  | zero => sorry
theorem wrong_case (n : Nat) : n = 3 := by
  cases n with
  | zero => sorry
  | succ k => sorry
  | foo k => sorry
theorem names_of_case (n : Nat) : n = n := by
  cases n with
  | zero a b => rfl
  | succ => rfl
