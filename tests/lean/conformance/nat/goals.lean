--- case: goal after moving to a successor
--- expect: error unsolved_goals
example (n m : Nat) (h : n < m) : n + 1 ≤ m := by
  cases m with
  | zero => exact absurd h (Nat.not_lt_zero n)
  | succ k => skip
--- output:
unsolved goals
case succ
n k : Nat
h : n < k + 1
⊢ n + 1 ≤ k + 1
--- case: goal of a divisibility
--- expect: error unsolved_goals
example (a b : Nat) (h : a ∣ b) : a ∣ b * b := by
  obtain ⟨c, rfl⟩ := h
--- output:
unsolved goals
a c : Nat
⊢ a ∣ a * c * (a * c)
--- case: goal with operations on digits
--- expect: error unsolved_goals
example (a b : Nat) : a &&& b = b ||| a <<< 2 := by
  skip
--- output:
unsolved goals
a b : Nat
⊢ a &&& b = b ||| a <<< 2
--- case: goal about Fin
--- expect: error unsolved_goals
example (n : Nat) (i : Fin n) : i.val = 0 := by
  skip
--- output:
unsolved goals
n : Nat
i : Fin n
⊢ ↑i = 0
