--- case: simp knows zero of addition
--- expect: ok
example (n : Nat) : 0 + n + 0 = n := by simp
--- case: simp knows zero and one of multiplication
--- expect: ok
example (n : Nat) : 1 * n * 1 + 0 * n = n := by simp
--- case: simp knows a successor is not zero
--- expect: ok
example (n : Nat) : n + 1 ≠ 0 := by simp
--- case: simp knows a successor is positive
--- expect: ok
example (n : Nat) : 0 < n + 1 := by simp
--- case: simp cancels a common summand
--- expect: ok
example (a b c : Nat) : a + b = a + c ↔ b = c := by simp
--- case: simp cancels a common summand in an order
--- expect: ok
example (a b c : Nat) : a + c < b + c ↔ a < b := by simp
--- case: simp knows a sum is at least its part
--- expect: ok
example (a b : Nat) : a ≤ a + b ∧ b ≤ a + b := by simp
--- case: simp knows when a sum is zero
--- expect: ok
example (a b : Nat) : a + b = 0 ↔ a = 0 ∧ b = 0 := by simp
--- case: simp knows when a product is zero
--- expect: ok
example (a b : Nat) : a * b = 0 ↔ a = 0 ∨ b = 0 := by simp
--- case: simp knows when a sum is its part
--- expect: ok
example (a b : Nat) : a + b = a ↔ b = 0 := by simp
--- case: simp subtracts equals
--- expect: ok
example (n : Nat) : n - n = 0 := by simp
--- case: simp subtracts what was added
--- expect: ok
example (a b : Nat) : a + b - b = a ∧ a + b - a = b := by simp
--- case: simp negates an order
--- expect: ok
example (a b : Nat) : ¬ a < b ↔ b ≤ a := by simp
--- case: simp negates a weak order
--- expect: ok
example (a b : Nat) : ¬ a ≤ b ↔ b < a := by simp
--- case: simp knows nothing is below zero
--- expect: ok
example (n : Nat) : ¬ n < 0 := by simp
--- case: simp knows what is at most zero
--- expect: ok
example (n : Nat) : n ≤ 0 ↔ n = 0 := by simp
--- case: simp knows what is below one
--- expect: ok
example (n : Nat) : n < 1 ↔ n = 0 := by simp
--- case: simp knows order is irreflexive
--- expect: ok
example (n : Nat) : ¬ n < n := by simp
--- case: simp knows remainders of multiples
--- expect: ok
example (a b : Nat) : a * b % a = 0 ∧ a % a = 0 ∧ a % 1 = 0 := by simp
--- case: simp adds multiples before a remainder
--- expect: ok
example (a b c : Nat) : (a + b * c) % b = a % b := by simp
--- case: simp reduces a double remainder
--- expect: ok
example (a b : Nat) : a % b % b = a % b := by simp
--- case: simp knows zero and one of division
--- expect: ok
example (a : Nat) : a / 1 = a ∧ 0 / a = 0 ∧ a / 0 = 0 := by simp
--- case: simp cancels a positive factor
--- expect: ok
example (a : Nat) : a * 3 / 3 = a := by simp
--- case: simp knows divisors of zero and itself
--- expect: ok
example (a b : Nat) : a ∣ 0 ∧ a ∣ a ∧ 1 ∣ a ∧ a ∣ a * b := by simp
--- case: simp knows idempotence of min and max
--- expect: ok
example (a : Nat) : min a a = a ∧ max a a = a := by simp
--- case: simp uses an order to compute min
--- expect: ok
example (a b : Nat) (h : a ≤ b) : min a b = a ∧ max a b = b := by simp [h]
--- case: simp knows powers with exponents zero and one
--- expect: ok
example (a : Nat) : a ^ 0 = 1 ∧ a ^ 1 = a ∧ 1 ^ a = 1 := by simp
--- case: simp knows gcd with zero, one and itself
--- expect: ok
example (a : Nat) : Nat.gcd 0 a = a ∧ Nat.gcd 1 a = 1 ∧ Nat.gcd a a = a := by simp
--- case: simp normalises sums by commutativity
--- expect: ok
example (a b c : Nat) : a + b + c = c + b + a := by simp [Nat.add_comm, Nat.add_left_comm]
