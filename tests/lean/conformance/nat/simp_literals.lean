--- case: simp adds literals
--- expect: ok
example : 2 + 3 = 5 := by simp
--- case: simp multiplies and subtracts literals
--- expect: ok
example : 7 * 6 - 2 = 40 := by simp
--- case: simp divides literals
--- expect: ok
example : 100 / 7 = 14 := by simp
--- case: simp takes remainders of literals
--- expect: ok
example : 10 % 3 = 1 := by simp
--- case: simp takes powers of literals
--- expect: ok
example : 2 ^ 10 = 1024 := by simp
--- case: simp computes gcd
--- expect: ok
example : Nat.gcd 4 6 = 2 := by simp
--- case: simp compares literals
--- expect: ok
example : 3 < 10 ∧ 10 ≤ 10 ∧ 11 > 10 := by simp
--- case: simp decides divisibility of literals
--- expect: ok
example : 2 ∣ 10 ∧ ¬ 3 ∣ 10 := by simp
--- case: simp computes digits
--- expect: ok
example : 12 &&& 10 = 8 ∧ 12 ||| 10 = 14 ∧ 12 ^^^ 10 = 6 := by simp
--- case: simp shifts literals
--- expect: ok
example : 1 <<< 4 = 16 ∧ 256 >>> 4 = 16 := by simp
--- case: simp computes log2
--- expect: ok
example : Nat.log2 1000 = 9 := by simp
--- case: simp computes min and max
--- expect: ok
example : min 3 5 = 3 ∧ max 3 5 = 5 := by simp
--- case: simp computes successors
--- expect: ok
example : Nat.succ 4 = 5 := by simp
--- case: simp refutes a false equation of literals
--- expect: error unsolved_goals
example : 2 + 3 = 6 := by simp
--- case: simp uses a false hypothesis on literals
--- expect: ok
example (h : 2 + 3 = 6) : False := by simp at h
--- case: decide on large numerals
--- expect: ok
example : 123456789 * 987654321 = 121932631112635269 := by decide
--- case: decide on a large power modulo
--- expect: ok
example : 7 ^ 100 % 10 = 1 := by decide
--- case: decide refuses a false equation
--- expect: error tactic_failed
example : 2 + 2 = 5 := by decide
--- case: rfl on literals
--- expect: ok
example : 2 + 2 = 4 := by rfl
--- case: rfl refuses different literals
--- expect: error tactic_failed
example : 2 + 2 = 5 := by rfl
