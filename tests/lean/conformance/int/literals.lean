--- case: a negative literal
--- expect: ok
example : (-3 : Int) + 5 = 2 := by rfl
--- case: a negative literal without a type is an integer
--- expect: ok
example : -3 + 5 = 2 := by decide
--- case: decide on order
--- expect: ok
example : (-3 : Int) < 5 ∧ ¬ (5 : Int) ≤ -3 := by decide
--- case: decide on products
--- expect: ok
example : (-3 : Int) * 5 = -15 := by decide
--- case: division rounds down
--- expect: ok
example : (-7 : Int) / 2 = -4 := by decide
--- case: the remainder is not negative
--- expect: ok
example : (-7 : Int) % 2 = 1 ∧ (-7 : Int) % (-2) = 1 := by decide
--- case: division by zero is zero
--- expect: ok
example : (5 : Int) / 0 = 0 ∧ (5 : Int) % 0 = 5 := by decide
--- case: division to zero
--- expect: ok
example : (-7 : Int).tdiv 2 = -3 ∧ (-7 : Int).tmod 2 = -1 := by decide
--- case: division down
--- expect: ok
example : (7 : Int).fdiv (-2) = -4 ∧ (7 : Int).fmod (-2) = -1 := by decide
--- case: the balanced remainder
--- expect: ok
example : (-7 : Int).bmod 4 = 1 ∧ (6 : Int).bmod 4 = -2 := by decide
--- case: simp computes with literals
--- expect: ok
example : (-7 : Int) / 2 = -4 ∧ (2 : Int) ^ 10 = 1024 ∧ (-7 : Int).natAbs = 7 := by simp
--- case: simp computes order
--- expect: ok
example : (3 : Int) ≤ 4 ∧ (3 : Int) > -4 ∧ (3 : Int) ≠ 4 := by simp
--- case: simp computes divisibility
--- expect: ok
example : (2 : Int) ∣ 6 ∧ ¬ (4 : Int) ∣ 6 := by simp
--- case: decide on divisibility
--- expect: ok
example : (2 : Int) ∣ 6 ∧ ¬ (4 : Int) ∣ 6 := by decide
--- case: minimum and maximum compute
--- expect: ok
example : min (-3 : Int) 5 = -3 ∧ max (-3 : Int) 5 = 5 := by decide
--- case: sign and natural part compute
--- expect: ok
example : (-3 : Int).sign = -1 ∧ (-3 : Int).toNat = 0 ∧ (3 : Int).toNat = 3 := by decide
--- case: the greatest common divisor computes
--- expect: ok
example : Int.gcd (-12) 18 = 6 := by decide
--- case: equality of integers is decidable
--- expect: ok
example : (-3 : Int) ≠ 3 := by decide
--- case: pattern matching on constructors
--- expect: ok
def isNeg : Int → Bool
  | .ofNat _ => false
  | .negSucc _ => true
example : isNeg (-1) = true := rfl
--- case: a false computation is refused
--- expect: error tactic_failed
example : (-3 : Int) + 5 = 3 := by decide
--- case: a false order is refused
--- expect: error unsolved_goals
example : (3 : Int) ≤ -4 := by simp
