--- case: commutativity
--- expect: ok
example (a b : Int) : a + b = b + a := Int.add_comm a b
--- case: associativity and commutativity by ac_rfl
--- expect: ok
example (a b c : Int) : a + b + c = c + (b + a) := by ac_rfl
--- case: products by ac_rfl
--- expect: ok
example (a b c : Int) : a * b * c = c * (b * a) := by ac_rfl
--- case: distributivity
--- expect: ok
example (a b c : Int) : a * (b + c) = a * b + a * c := Int.mul_add a b c
--- case: simp removes neutral elements
--- expect: ok
example (x : Int) : x * 1 - 0 + 0 = x := by simp
--- case: simp cancels
--- expect: ok
example (x y : Int) : x + y - y = x := by simp
--- case: simp and double negation
--- expect: ok
example (x : Int) : - -x = x := by simp
--- case: a square
--- expect: ok
example (x : Int) : x ^ 2 = x * x := Int.pow_two x
--- case: no zero divisors
--- expect: ok
example (a b : Int) (h : a * b = 0) : a = 0 ∨ b = 0 := Int.mul_eq_zero.mp h
--- case: cancelling a factor
--- expect: ok
example (a b c : Int) (h : a ≠ 0) (e : a * b = a * c) : b = c := Int.eq_of_mul_eq_mul_left h e
--- case: order and products
--- expect: ok
example (a b c : Int) (h : a ≤ b) (k : 0 ≤ c) : c * a ≤ c * b := Int.mul_le_mul_of_nonneg_left h k
--- case: antisymmetry
--- expect: ok
example (a b : Int) (h : a ≤ b) (k : b ≤ a) : a = b := Int.le_antisymm h k
--- case: strict order is the next number
--- expect: ok
example (a b : Int) : a < b ↔ a + 1 ≤ b := Int.lt_iff_add_one_le
--- case: calc with mixed relations
--- expect: ok
example (a b c d : Int) (h : a ≤ b) (k : b < c) (l : c = d) : a < d := calc
  a ≤ b := h
  _ < c := k
  _ = d := l
--- case: quotient and remainder
--- expect: ok
example (a b : Int) : b * (a / b) + a % b = a := Int.mul_ediv_add_emod a b
--- case: the remainder is not negative
--- expect: ok
example (a b : Int) (h : b ≠ 0) : 0 ≤ a % b := Int.emod_nonneg a h
--- case: the remainder is less than a positive divisor
--- expect: ok
example (a b : Int) (h : 0 < b) : a % b < b := Int.emod_lt_of_pos a h
--- case: divisibility is transitive
--- expect: ok
example (a b c : Int) (h : a ∣ b) (k : b ∣ c) : a ∣ c := Int.dvd_trans h k
--- case: simp and self-division
--- expect: ok
example (x : Int) (h : x ≠ 0) : x / x = 1 ∧ x % x = 0 := by simp [h]
--- case: the sum of casts
--- expect: ok
example (n m : Nat) : ((n + m : Nat) : Int) = n + m := by push_cast; rfl
--- case: norm_cast on an equation
--- expect: ok
example (n m : Nat) (h : (n : Int) + 3 = m * 2) : n + 3 = m * 2 := by exact_mod_cast h
--- case: norm_cast on disequality
--- expect: ok
example (x : Nat) (h : (x : Int) ≠ 0) : x ≠ 0 := by exact_mod_cast h
--- case: norm_cast on order
--- expect: ok
example (n m : Nat) (h : (n : Int) < m) : n < m := by exact_mod_cast h
--- case: norm_cast on division
--- expect: ok
example (x y : Nat) : ((x / y : Nat) : Int) = x / y := by norm_cast
--- case: norm_cast on powers
--- expect: ok
example (x : Nat) : ((x ^ 2 : Nat) : Int) = x ^ 2 := by norm_cast
--- case: norm_cast on divisibility
--- expect: ok
example (x y : Nat) : ((x : Int) ∣ y) ↔ x ∣ y := by norm_cast
--- case: push_cast with a side condition
--- expect: ok
example (x y : Nat) (h : y ≤ x) : ((x - y : Nat) : Int) = x - y := by push_cast [h]; rfl
--- case: cases into natural numbers
--- expect: ok
example (a : Int) : a = a.natAbs ∨ a = -a.natAbs := Int.natAbs_eq a
--- case: cases names the constructors
--- expect: ok
example (a : Int) : 0 ≤ a.natAbs := by
  cases a with
  | ofNat n => exact Nat.zero_le _
  | negSucc n => exact Nat.zero_le _
--- case: subtraction is not commutative
--- expect: error type_mismatch
example (a b : Int) : a - b = b - a := Int.add_comm a b
--- case: rfl does not prove commutativity
--- expect: error tactic_failed
example (a b : Int) : a + b = b + a := by rfl
--- case: an unknown lemma
--- expect: error unknown_identifier
example (a b : Int) : a + b = b + a := Int.add_commutes a b
