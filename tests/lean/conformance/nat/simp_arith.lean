--- case: simp +arith proves an inequality
--- expect: ok
example (x y : Nat) : x + y + 2 ≤ y + x + 3 := by simp +arith
--- case: simp +arith proves an equation
--- expect: ok
example (x y : Nat) : x + y + 2 = y + 2 + x := by simp +arith
--- case: simp +arith refutes an inequality
--- expect: ok
example (x y : Nat) : ¬ (x + y + 4 ≤ y + x + 3) := by simp +arith
--- case: simp +arith refutes an equation
--- expect: ok
example (x y : Nat) : ¬ (x + y + 4 = y + x + 3) := by simp +arith
--- case: simp +arith multiplies by literals
--- expect: ok
example (x z : Nat) : x * 3 + z = x + z + 2 * x := by simp +arith
--- case: simp +arith takes unknown terms as atoms
--- expect: ok
example (f : Nat → Nat) (x y z : Nat) : f x + y + f z ≤ y + f z + f x + 1 := by simp +arith
--- case: simp +arith normalises a strict order
--- expect: ok
example (x : Nat) : x + 3 < 5 ↔ x < 2 := by simp +arith
--- case: simp +arith cancels in a hypothesis
--- expect: ok
example (x y z : Nat) (h : x + y = z + x) : y = z := by
  simp +arith at h
  exact h
--- case: simp +arith does not prove what is not so
--- expect: error unsolved_goals
example (x y : Nat) : x + y + 1 ≤ y + 2 := by simp +arith
