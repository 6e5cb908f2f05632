--- case: both sides have the same normal form
--- expect: ok
example (x y : Int) : x + y + 2 = y + 1 + x + 1 := by simp +arith
--- case: multiples are collected
--- expect: ok
example (x y : Int) : 2 * x + y + x * 3 - y = 5 * x := by simp +arith
--- case: brackets, differences and negation
--- expect: ok
example (x y z : Int) : -(x - 2 * (y - z)) + 3 = 2 * y - (x + 2 * z - 3) := by simp +arith
--- case: an equation that cannot hold
--- expect: ok
example (x y : Int) : ¬x + y + 2 = y + x + 3 := by simp +arith
--- case: coefficients without the constant as a multiple
--- expect: ok
example (x y : Int) : 2 * x + 4 * y ≠ 7 := by simp +arith
--- case: a negative coefficient and an odd constant
--- expect: ok
example (x y : Int) : 6 * x - 9 * y + 1 ≠ 0 := by simp +arith
--- case: true inequalities
--- expect: ok
example (x y : Int) : x + y - 1 ≤ y + x + 2 ∧ x < x + 1 ∧ x + 1 > x ∧ x - 2 ≥ x - 3 := by simp +arith
--- case: false inequalities
--- expect: ok
example (x y : Int) : ¬x + y + 3 ≤ y + x + 2 ∧ ¬x < x ∧ ¬x - 1 > x ∧ ¬x - 3 ≥ x - 2 := by simp +arith
--- case: a common factor of an equation
--- expect: ok
example (x y : Int) (h : 2 * x + 4 * y = 6) : x + 2 * y = 3 := by
  simp +arith at h ⊢
  exact h
--- case: equality of variables
--- expect: ok
example (x y : Int) (h : x + 3 = y + 3) : x = y := by
  simp +arith at h
  exact h
--- case: value of a variable
--- expect: ok
example (x y : Int) (h : x + y + 3 = y - 4) : x = -7 := by
  simp +arith at h
  exact h
--- case: an inequality divided and rounded
--- expect: ok
example (x y : Int) (h : 2 * x + 4 * y ≤ 7) : x + 2 * y ≤ 3 := by
  simp +arith at h ⊢
  exact h
--- case: an inequality divided without rounding
--- expect: ok
example (x y : Int) (h : 3 * x ≤ 3 * y + 9) : x - y ≤ 3 := by
  simp +arith at h ⊢
  exact h
--- case: a strict inequality becomes a weak one
--- expect: ok
example (x y : Int) (h : x < y) : x + 1 ≤ y := by
  simp +arith at h ⊢
  exact h
--- case: negated inequalities
--- expect: ok
example (x y : Int) (h : ¬x ≤ y) (k : ¬x < y + 3) : y + 1 ≤ x ∧ y + 3 ≤ x := by
  simp +arith at h k ⊢
  exact ⟨h, k⟩
--- case: divisibility with a common factor
--- expect: ok
example (x y : Int) (h : 6 ∣ 4 * x + 2 * y + 2) : 3 ∣ 2 * x + y + 1 := by
  simp +arith at h ⊢
  exact h
--- case: divisibility of a sum in another order
--- expect: ok
example (x y : Int) (h : 5 ∣ y + x + y + 1) : 5 ∣ 1 + 2 * y + x := by
  simp +arith at h ⊢
  exact h
--- case: divisibility that cannot hold
--- expect: ok
example (x y : Int) : ¬(6 : Int) ∣ 4 * x - 2 * y + 3 := by simp +arith
--- case: terms under a function
--- expect: ok
example (f : Int → Int) (x y : Int) : f (x + y + x - 1) = f (2 * x + (y - 1)) := by simp +arith
--- case: products are atoms
--- expect: ok
example (x y : Int) : x * y + 2 * (x * y) ≤ 3 * (x * y) + 1 := by simp +arith
--- case: the normal form of an inequality
--- expect: error unsolved_goals
example (x y : Int) : x + y ≤ 2 * x + 3 - y := by simp +arith
--- output:
unsolved goals
x y : Int
⊢ -1 * x + 2 * y + -3 ≤ 0
--- case: a false equation is refuted
--- expect: error unsolved_goals
example (x : Int) : x + 2 = x + 3 := by simp +arith
--- output:
unsolved goals
x : Int
⊢ False
