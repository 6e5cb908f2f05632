--- case: induction shows zero and n + 1
--- expect: ok
example (n : Nat) : 0 + n = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [← Nat.add_assoc, ih]
--- case: cases shows zero and n + 1
--- expect: ok
example (n : Nat) (h : n ≠ 0) : ∃ k, n = k + 1 := by
  cases n with
  | zero => exact absurd rfl h
  | succ k => exact ⟨k, rfl⟩
--- case: strong induction
--- expect: ok
example (P : Nat → Prop) (h : ∀ n, (∀ m, m < n → P m) → P n) (n : Nat) : P n := by
  induction n using Nat.strongRecOn with
  | ind n ih => exact h n ih
--- case: the successor case of an unfinished induction
--- expect: error unsolved_goals
example (n : Nat) : n * 0 = 0 := by
  induction n with
  | zero => rfl
  | succ n ih => skip
--- case: injection on successors
--- expect: ok
example (a b : Nat) (h : a + 1 = b + 1) : a = b := by
  injection h
--- case: contradiction from zero and a successor
--- expect: ok
example (a : Nat) (h : a + 1 = 0) : False := by
  contradiction
--- case: nomatch on zero and a successor
--- expect: ok
example (a : Nat) (h : 0 = a + 1) : False := nomatch h
--- case: halving terminates by a given proof
--- expect: ok
def halvings (n : Nat) : Nat :=
  if h : n < 2 then 0 else halvings (n / 2) + 1
termination_by n
decreasing_by exact Nat.div_lt_self (Nat.lt_of_lt_of_le (by decide) (Nat.le_of_not_lt h)) (by decide)
example : halvings 1 = 0 := by rw [halvings]; rfl
--- case: calc with mixed orders
--- expect: ok
example (a b c d : Nat) (h₁ : a ≤ b) (h₂ : b < c) (h₃ : c = d) : a < d := calc
  a ≤ b := h₁
  _ < c := h₂
  _ = d := h₃
--- case: calc with divisibility
--- expect: ok
example (a b c : Nat) (h₁ : a ∣ b) (h₂ : b ∣ c) : a ∣ c := calc
  a ∣ b := h₁
  _ ∣ c := h₂
--- case: an unknown lemma
--- expect: error unknown_identifier
example (a b : Nat) : a + b = b + a := Nat.add_commutes a b
--- case: a lemma for another statement
--- expect: error type_mismatch
example (a b : Nat) : a * b = b * a := Nat.add_comm a b
