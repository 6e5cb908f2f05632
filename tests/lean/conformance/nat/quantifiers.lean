--- case: decide on a bounded universal statement
--- expect: ok
example : ∀ n, n < 50 → n * n < 2500 := by decide
--- case: decide with the short notation for bounds
--- expect: ok
example : ∀ n ≤ 20, n % 3 < 3 := by decide
--- case: decide on a bounded existential statement
--- expect: ok
example : ∃ n, n < 50 ∧ n * n = 49 := by decide
--- case: decide on a bounded existential with the short notation
--- expect: ok
example : ∃ n ≤ 5, n * n = 25 := by decide
--- case: decide refutes a bounded existential statement
--- expect: ok
example : ¬ ∃ n, n < 10 ∧ n * n = 26 := by decide
--- case: decide on nested bounds
--- expect: ok
example : ∀ a, a < 8 → ∀ b, b < 8 → a + b = b + a := by decide
--- case: decide on a statement about Fin
--- expect: ok
example : ∀ i j : Fin 8, i + j = j + i := by decide
--- case: decide finds an element of Fin
--- expect: ok
example : ∃ i : Fin 5, i * i = 4 := by decide
--- case: decide refuses a false bounded statement
--- expect: error tactic_failed
example : ∀ n, n < 50 → n * n < 2400 := by decide
