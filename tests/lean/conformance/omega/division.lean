--- case: quotient and remainder by a literal
--- expect: ok
example (x : Nat) : x / 3 * 3 + x % 3 = x := by omega
--- case: a remainder is less than the divisor
--- expect: ok
example (x : Nat) : x % 5 < 5 := by omega
--- case: the integer remainder is between zero and the divisor
--- expect: ok
example (i : Int) : i % 7 < 7 ∧ 0 ≤ i % 7 := by omega
--- case: division rounds down
--- expect: ok
example (x : Nat) : x / 2 * 2 ≤ x := by omega
--- case: integer division rounds down
--- expect: ok
example (i : Int) : i / 2 * 2 ≤ i ∧ i < i / 2 * 2 + 2 := by omega
--- case: division by a negative literal
--- expect: ok
example (i : Int) : i / (-2) = -(i / 2) := by omega
--- case: division by zero on Int
--- expect: ok
example (i : Int) : i / 0 = 0 := by omega
--- case: division by zero on Nat
--- expect: ok
example (x : Nat) : x / 0 = 0 := by omega
--- case: remainder by zero on Int
--- expect: ok
example (i : Int) : i % 0 = i := by omega
--- case: remainder by zero on Nat
--- expect: ok
example (x : Nat) : x % 0 = x := by omega
--- case: parity of a sum
--- expect: ok
example (x y : Nat) : (x + y) % 2 = (x % 2 + y % 2) % 2 := by omega
--- case: repeated division
--- expect: ok
example (x : Nat) : x / 2 / 3 = x / 6 := by omega
--- case: repeated remainder
--- expect: ok
example (x : Nat) : (x % 6) % 3 = x % 3 := by omega
--- case: a remainder modulo four gives parity
--- expect: ok
example (x : Nat) (h : x % 4 = 3) : x % 2 = 1 := by omega
--- case: a quotient bounds the number
--- expect: ok
example (x y : Nat) (h : x / 2 = y) : 2 * y ≤ x ∧ x ≤ 2 * y + 1 := by omega
--- case: divisibility by two and three gives six
--- expect: ok
example (x : Nat) (h : 2 ∣ x) (g : 3 ∣ x) : 6 ∣ x := by omega
--- case: divisibility on Int
--- expect: ok
example (i : Int) (h : 2 ∣ i) (g : 3 ∣ i) : 6 ∣ i := by omega
--- case: not divisible by two means odd
--- expect: ok
example (x : Nat) (h : ¬ 2 ∣ x) : x % 2 = 1 := by omega
--- case: not divisible by two on Int
--- expect: ok
example (i : Int) (h : ¬ 2 ∣ i) : i % 2 = 1 := by omega
--- case: a remainder modulo a power of two
--- expect: ok
example (x k : Nat) : x % 2 ^ k < 2 ^ k := by omega
--- case: division commutes with the cast
--- expect: ok
example (x : Nat) : ((x : Int) / 2) = ((x / 2 : Nat) : Int) := by omega
--- case: remainder commutes with the cast
--- expect: ok
example (x : Nat) : ((x : Int) % 2) = ((x % 2 : Nat) : Int) := by omega
--- case: consecutive numbers: one is even
--- expect: ok
example (n : Nat) : n % 2 = 0 ∨ (n + 1) % 2 = 0 := by omega
--- case: the Chinese remainder of two residues
--- expect: ok
example (x : Nat) (h : x % 3 = 2) (k : x % 5 = 3) : x % 15 = 8 := by omega
--- case: shifts to the left multiply
--- expect: ok
example (x : Nat) : x <<< 3 = 8 * x := by omega
--- case: shifts to the right divide
--- expect: ok
example (x : Nat) : x >>> 2 = x / 4 := by omega
--- case: a wrong residue is refused
--- expect: error tactic_failed
example (x : Nat) (h : x % 4 = 3) : x % 8 = 3 := by omega
--- case: division by a variable is out of reach
--- expect: error tactic_failed
example (x y : Nat) : x / y * y ≤ x := by omega
--- case: division does not cancel
--- expect: error tactic_failed
example (x : Nat) : x / 2 * 2 = x := by omega
