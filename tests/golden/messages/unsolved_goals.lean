theorem skipped (a b : Nat) (h : a = b) : b = a := by skip
theorem two_goals (a b : Nat) : a = b ∧ b = a := by
  constructor
theorem one_case (p q : Prop) : p ∧ q → q := by
  intro h
  cases h with
  | intro hp hq => skip
theorem inaccessible (n : Nat) : n = n + 0 := by
  induction n
theorem nested_tags (n : Nat) : n = 3 ∨ n = 4 := by
  induction n with
  | zero => sorry
  | succ n ih => cases ih
theorem new_goals (n : Nat) : ∃ m, n < m := by
  refine ⟨?_, ?_⟩
theorem own_tag (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  refine ⟨?_, ?mine⟩
theorem not_done (n : Nat) : n = 2 := by
  done
theorem of_rw (a b : Nat) (h : a = a → b = b) : a = b := by
  rw [h]
theorem of_calc (a b c : Nat) (h1 : a = b) (h2 : b = c) : a = c := by
  calc a = b := h1
    _ = b := rfl
example : ∃ x : Nat, x = 2 := ⟨_, by skip⟩
theorem in_conv (n : Nat) : n = 3 ∨ n = 4 := by
  conv => { lhs; done }
