--- case: strict order is asymmetric on Int
--- expect: ok
example (x y : Int) (h : x < y) (k : y < x) : False := by omega
--- case: strict order is asymmetric on Nat
--- expect: ok
example (x y : Nat) (h : x < y) (k : y < x) : False := by omega
--- case: a strict bound gives the next number
--- expect: ok
example (x y : Nat) (h : x < y) : x + 1 ≤ y := by omega
--- case: parity contradiction
--- expect: ok
example (x y : Int) (h : 2 * x + 1 = 2 * y) : False := by omega
--- case: two equations in two unknowns
--- expect: ok
example (x y : Nat) (h : x + y = 10) (k : x = y + 2) : x = 6 ∧ y = 4 := by omega
--- case: a Diophantine equation with a bound
--- expect: ok
example (x y : Int) (h : 7 * x + 12 * y = 1) (k : 0 ≤ x) (l : x < 5) : False := by omega
--- case: a Diophantine equation with one solution in range
--- expect: ok
example (i j : Int) (h : 5 * i + 7 * j = 1) (h2 : 0 ≤ j) (h3 : j < 5) : j = 3 := by omega
--- case: solving for a variable
--- expect: ok
example (i j : Int) (h : 3 * i + 5 * j = 7) (g : i = 4) : j = -1 := by omega
--- case: a chain of eleven strict bounds
--- expect: ok
example (a b c d e f g h i j k l : Nat) (h1 : a < b) (h2 : b < c) (h3 : c < d) (h4 : d < e) (h5 : e < f) (h6 : f < g) (h7 : g < h) (h8 : h < i) (h9 : i < j) (h10 : j < k) (h11 : k < l) : a + 11 ≤ l := by omega
--- case: twelve integer unknowns
--- expect: ok
example (a b c d e f g h i j k l : Int) (h1 : a < b) (h2 : b < c) (h3 : c < d) (h4 : d < e) (h5 : e < f) (h6 : f < g) (h7 : g < h) (h8 : h < i) (h9 : i < j) (h10 : j < k) (h11 : k < l) : a + 11 ≤ l := by omega
--- case: multiplication by a literal distributes
--- expect: ok
example (i j : Int) : 3 * (i + j) - 2 * i = i + 3 * j := by omega
--- case: multiplication by a literal from the right
--- expect: ok
example (i j : Int) : (i + j) * 3 = 3 * i + j * 3 := by omega
--- case: negation and subtraction
--- expect: ok
example (i j : Int) : -i - -j = j - i := by omega
--- case: scaled equation
--- expect: ok
example (x : Nat) (h : x * 2 = 6) : x = 3 := by omega
--- case: a product of variables is an atom
--- expect: ok
example (x y : Nat) (h : 0 < x * y) : x * y ≠ 0 := by omega
--- case: numerals raised to numerals
--- expect: ok
example (x : Nat) : 2 ^ 3 * x = 8 * x := by omega
--- case: a large power of two as a bound
--- expect: ok
example (x : Nat) (h : x < 2 ^ 32) : x < 4294967296 := by omega
--- case: a power with a variable exponent is an atom
--- expect: ok
example (n k : Nat) (h : n < 2 ^ k) : n + 1 ≤ 2 ^ k := by omega
--- case: a power of a successor exponent
--- expect: ok
example (k : Nat) : 2 ^ (k + 1) = 2 * 2 ^ k := by omega
--- case: successor as addition
--- expect: ok
example (x : Nat) : x.succ = x + 1 := by omega
--- case: other terms are atoms
--- expect: ok
example (t : List Nat) (h : t.length < 3) : t.length ≤ 2 := by omega
--- case: local functions are atoms
--- expect: ok
example (f : Nat → Nat) (h : f 3 < f 4) : f 3 ≠ f 4 := by omega
--- case: natural numbers are not negative
--- expect: ok
example (x : Nat) : (x : Int) ≥ 0 := by omega
--- case: casts of sums and products
--- expect: ok
example (x y : Nat) : ((x + 3 * y : Nat) : Int) = x + 3 * y := by omega
--- case: a comparison of casts
--- expect: ok
example (x y : Nat) (h : (x : Int) < y) : x < y := by omega
--- case: a hypothesis between Nat and Int
--- expect: ok
example (n : Nat) (i : Int) (h : i = n) (k : i < 5) : n < 5 := by omega
--- case: greater than
--- expect: ok
example (i j : Int) (h : i + j > 0) (h2 : i - j > 0) : i > 0 := by omega
--- case: a false statement about Nat is refused
--- expect: error tactic_failed
example (x y : Nat) : x < y := by omega
--- case: a false statement about Int is refused
--- expect: error tactic_failed
example (i : Int) : 0 ≤ i := by omega
--- case: a statement true of rationals only is refused
--- expect: error tactic_failed
example (i : Int) : ∃ j : Int, 2 * j = i := by omega
--- case: a nonlinear fact is out of reach
--- expect: error tactic_failed
example (i : Int) : 0 ≤ i * i := by omega
--- case: commutativity of two variables' product is out of reach
--- expect: error tactic_failed
example (x y z : Nat) (h : x * y < z) : (x + 1) * y < z + y + 1 := by omega
--- case: a missing hypothesis is refused
--- expect: error tactic_failed
example (x y z : Nat) (h : x < y) : x < z := by omega
--- case: off by one is refused
--- expect: error tactic_failed
example (x y : Nat) (h : x < y) : x + 2 ≤ y := by omega
--- case: a goal without arithmetic is refused
--- expect: error tactic_failed
example (p q : Prop) (h : p) : q := by omega
--- case: a satisfiable system is refused
--- expect: error tactic_failed
example (x y : Int) (h : 2 * x + 3 * y = 7) : False := by omega
