--- case: grind adds inequalities of integers
--- expect: ok
example (a b c : Int) (h : a < b) (k : b < c) : a + 1 < c := by grind
--- case: grind adds inequalities of natural numbers
--- expect: ok
example (a b c : Nat) (h : a < b) (k : b < c) : a + 1 < c := by grind
--- case: grind sees parity in the integers
--- expect: ok
example (a b : Int) (h : 2 * a = 2 * b + 1) : False := by grind
--- case: grind sees parity in the natural numbers
--- expect: ok
example (a b : Nat) (h : 2 * a = 2 * b + 1) : False := by grind
--- case: grind sees that a divisor divides no remainder
--- expect: ok
example (a b : Int) (h : 3 * a + 6 * b = 2) : False := by grind
--- case: grind finds no integer between two bounds
--- expect: ok
example (x y : Int) : 27 ≤ 11*x + 13*y → 11*x + 13*y ≤ 45 → -10 ≤ 7*x - 9*y → 7*x - 9*y ≤ 4 → False := by grind
--- case: grind combines divisors
--- expect: ok
example (a : Nat) (h : 2 ∣ a) (k : 3 ∣ a) : 6 ∣ a := by grind
--- case: grind combines remainders
--- expect: ok
example (a : Nat) (h : a % 2 = 1) (k : a % 3 = 2) : a % 6 = 5 := by grind
--- case: grind splits a remainder
--- expect: ok
example (a : Int) : a % 2 = 0 ∨ a % 2 = 1 := by grind
--- case: grind knows truncated subtraction
--- expect: ok
example (a b c : Nat) (h : a ≤ b) : a + c - b ≤ c := by grind
--- case: grind knows division by a numeral
--- expect: ok
example (a : Nat) : a / 2 ≤ a := by grind
--- case: grind knows toNat
--- expect: ok
example (a : Int) (n : Nat) (h : a.toNat < n) (k : 0 ≤ a) : a < n := by grind
--- case: grind passes from bounds to equal arguments
--- expect: ok
example (f : Int → Int) (a b : Int) (h : a ≤ b) (k : b ≤ a) : f a = f b := by grind
--- case: grind passes from rounded bounds to equal arguments
--- expect: ok
example (f : Int → Int) (a b : Int) (h : 2 * a ≤ 2 * b + 1) (k : 2 * b ≤ 2 * a + 1) : f a = f b := by grind
--- case: grind counts with values of a function
--- expect: ok
example (f : Nat → Nat) (a b : Nat) (h : f a = a + 1) (k : a = b) : f b = b + 1 := by grind
--- case: grind counts with lengths of lists
--- expect: ok
example (xs ys : List Nat) (h : xs.length < ys.length) : xs ≠ ys := by grind
--- case: grind instantiates a universal fact at a bound
--- expect: ok
example (p : Nat → Prop) (a b : Nat) (h : ∀ x, x > 3 → p x) (k : a + b = 10) (l : b < 5) : p a := by grind
--- case: grind unrolls a recursion that is given
--- expect: ok
example (f : Nat → Nat) (h : ∀ n, f (n + 1) = f n + 2) (k : f 0 = 1) : f 3 = 7 := by grind
--- case: grind sharpens a bound by a disequality
--- expect: ok
example (a b : Int) (h : a ≠ b) (k : a ≤ b) : a + 1 ≤ b := by grind
--- case: grind splits cases and adds
--- expect: ok
example (p : Prop) (a b : Nat) (h : p → a < b) (k : ¬p → a + 2 < b) : a < b := by grind
--- case: grind square of a sum of integers
--- expect: ok
example (a b : Int) : (a + b)^2 = a^2 + 2*a*b + b^2 := by grind
--- case: grind square of a sum of natural numbers
--- expect: ok
example (a b : Nat) : (a + b)^2 = a^2 + 2*a*b + b^2 := by grind
--- case: grind difference of squares
--- expect: ok
example (x y : Int) : x^2 - y^2 = (x - y) * (x + y) := by grind
--- case: grind sum of squares from sum and product
--- expect: ok
example (x y : Int) (h : x + y = 5) (k : x * y = 6) : x^2 + y^2 = 13 := by grind
--- case: grind sum of squares from sum and product of natural numbers
--- expect: ok
example (x y : Nat) (h : x + y = 5) (k : x * y = 6) : x^2 + y^2 = 13 := by grind
--- case: grind multiplies by a known value
--- expect: ok
example (x y z : Int) (h : x * y = z) (k : x = 3) : 3 * y = z := by grind
--- case: grind computes in any commutative ring
--- expect: ok
example (α : Type) [Lean.Grind.CommRing α] (a b c : α) (h : a * b = 1) : a * b * c = c := by grind
--- case: grind computes in characteristic two
--- expect: ok
example (α : Type) [Lean.Grind.CommRing α] [Lean.Grind.IsCharP α 2] (a b : α) : (a + b)^2 = a^2 + b^2 := by grind
--- case: grind chains a linear order
--- expect: ok
example (α : Type) [LE α] [LT α] [Std.LawfulOrderLT α] [Std.IsLinearOrder α] (a b c : α) (h : a < b) (k : ¬c ≤ b) : a < c := by grind
--- case: grind does not close a gap
--- expect: error tactic_failed
example (a b : Int) (h : a < b) : a + 2 ≤ b := by grind
--- case: grind does not subtract below zero
--- expect: error tactic_failed
example (a b : Nat) : a - b + b = a := by grind
--- case: grind does not halve an odd number
--- expect: error tactic_failed
example (a : Nat) : a / 2 + a / 2 = a := by grind
--- case: grind does not take a false divisor
--- expect: error tactic_failed
example (a : Nat) (h : 2 ∣ a) (k : 4 ∣ a) : 8 ∣ a := by grind
--- case: grind does not drop the mixed term
--- expect: error tactic_failed
example (a b : Int) : (a + b)^2 = a^2 + b^2 := by grind
--- case: grind does not divide by a number that may be zero
--- expect: error tactic_failed
example (a b c : Int) (h : a * b = a * c) : b = c := by grind
--- case: grind does not take values for arguments
--- expect: error tactic_failed
example (f : Nat → Nat) (a b : Nat) (h : f a = f b) : a = b := by grind
--- case: grind adds inequalities in any ordered ring
--- expect: ok
example (α : Type) [Lean.Grind.CommRing α] [LE α] [LT α] [Std.LawfulOrderLT α] [Std.IsLinearOrder α] [Lean.Grind.OrderedRing α]
    (a b c : α) (h : 2 * a + b < c) (k : c ≤ a + b) (l : 0 ≤ a) : False := by grind
--- case: grind takes products for atoms in an ordered ring
--- expect: ok
example (α : Type) [Lean.Grind.CommRing α] [LE α] [LT α] [Std.LawfulOrderLT α] [Std.IsLinearOrder α] [Lean.Grind.OrderedRing α]
    (a b c : α) (h : a * b ≤ c) (k : 1 + c < a * b) : False := by grind
--- case: grind computes in modules
--- expect: ok
example (α : Type) [Lean.Grind.IntModule α] (a b c d : α) (h : a + b = c) (k : b + c = d) : a + b + b = d := by grind
--- case: grind_linarith is that solver alone
--- expect: ok
example (a b c : Int) (h : a < b) (k : b < c) : a < c := by grind_linarith
--- case: grind does not order a ring that is only ordered by name
--- expect: error tactic_failed
example (α : Type) [Lean.Grind.CommRing α] [LE α] [LT α] [Std.LawfulOrderLT α] [Std.IsLinearOrder α] (a b : α) (h : a < b) :
    a + 1 < b + 1 := by grind
--- case: grind does not divide in a module
--- expect: error tactic_failed
example (α : Type) [Lean.Grind.IntModule α] (a b : α) (h : a + a = b + b) : a = b := by grind
--- case: grind adds in modules without negation
--- expect: ok
example (α : Type) [Lean.Grind.NatModule α] (a b : α) : a + b + a = 2 • a + b := by grind
--- case: grind cancels where a module without negation lets it
--- expect: ok
example (α : Type) [Lean.Grind.NatModule α] [Lean.Grind.AddRightCancel α] (a b c : α) (h : a + b = c + b) : a = c := by grind
--- case: grind does not cancel where nothing says that it may
--- expect: error tactic_failed
example (α : Type) [Lean.Grind.NatModule α] (a b c : α) (h : a + b = c + b) : a = c := by grind
--- case: grind adds inequalities in modules without negation
--- expect: ok
example (α : Type) [Lean.Grind.NatModule α] [LE α] [LT α] [Std.LawfulOrderLT α] [Std.IsLinearOrder α] [Lean.Grind.OrderedAdd α]
    (a b c : α) (h : a + b ≤ c) (k : c < a) (l : 0 ≤ b) : False := by grind
--- case: grind computes in any commutative semiring
--- expect: ok
example (α : Type) [Lean.Grind.CommSemiring α] (a b : α) : (a + b)^2 = a^2 + 2 * a * b + b^2 := by grind
--- case: grind computes in any semiring
--- expect: ok
example (α : Type) [Lean.Grind.Semiring α] (a b : α) : (a + b) * (a + b) = a * a + b * a + a * b + b * b := by grind
--- case: grind does not commute where nothing says that it may
--- expect: error tactic_failed
example (α : Type) [Lean.Grind.Semiring α] (a b : α) : (a + b)^2 = a^2 + 2 * a * b + b^2 := by grind
