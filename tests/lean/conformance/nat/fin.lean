--- case: numerals of Fin wrap around
--- expect: ok
example : (12 : Fin 10) = 2 := by rfl
--- case: arithmetic in Fin by decide
--- expect: ok
example : (7 : Fin 10) + 5 = 2 ∧ (7 : Fin 10) * 3 = 1 ∧ (3 : Fin 10) - 5 = 8 := by decide
--- case: arithmetic in Fin by simp
--- expect: ok
example : (7 : Fin 10) + 5 = 2 := by simp
--- case: order in Fin by simp
--- expect: ok
example : (3 : Fin 5) < 4 := by simp
--- case: ext reduces to values
--- expect: ok
example (n : Nat) (a b : Fin n) (h : a.val = b.val) : a = b := by
  ext
  exact h
--- case: matching on the elements of Fin 3
--- expect: ok
example (p : Fin 3 → Prop) (h : p 0 ∧ p 1 ∧ p 2) : ∀ i, p i := by
  intro i
  match i with
  | 0 => exact h.1
  | 1 => exact h.2.1
  | 2 => exact h.2.2
--- case: cases with Fin.cases
--- expect: ok
example (n : Nat) (i : Fin (n + 1)) : i = 0 ∨ ∃ j : Fin n, i = j.succ := by
  cases i using Fin.cases with
  | zero => exact .inl rfl
  | succ j => exact .inr ⟨j, rfl⟩
--- case: Fin 0 is empty
--- expect: ok
example (i : Fin 0) : False := by exact i.elim0
--- case: a value is below the bound
--- expect: ok
example (n : Nat) (i : Fin n) : i.val < n := by exact i.isLt
--- case: Fin 0 has no numerals
--- expect: error type_mismatch
example : Fin 0 := 3
--- case: rfl refuses different elements of Fin
--- expect: error tactic_failed
example : (12 : Fin 10) = 3 := by rfl
