--- case: a disjunction in a hypothesis
--- expect: ok
example (x y : Nat) (h : x < y ∨ y < x) : x ≠ y := by omega
--- case: a disequality on Nat splits
--- expect: ok
example (x y : Nat) (h : x ≠ y) : x < y ∨ y < x := by omega
--- case: a disequality on Int splits
--- expect: ok
example (i j : Int) (h : i ≠ j) : i < j ∨ i > j := by omega
--- case: a negated conjunction
--- expect: ok
example (x y : Nat) : ¬ (x < y ∧ y < x) := by omega
--- case: an implication as the goal
--- expect: ok
example (x y : Nat) : x < y → x ≤ y := by omega
--- case: an equivalence in a hypothesis
--- expect: ok
example (x y z n : Nat) (h : x < y ↔ z < n) (k : x < y) : z < n := by omega
--- case: a negated equivalence
--- expect: ok
example (x y z n : Nat) (h : ¬ (x < y ↔ z < n)) (k : x < y) : ¬ z < n := by omega
--- case: a negated implication
--- expect: ok
example (x y z n : Nat) (h : ¬ (x < y → z < n)) : x < y := by omega
--- case: an implication in a hypothesis
--- expect: ok
example (x y z n : Nat) (h : x < y → z < n) (k : x < y) : z < n := by omega
--- case: an equivalence as the goal
--- expect: ok
example (i : Int) : i.natAbs = 0 ↔ i = 0 := by omega
--- case: a conjunction as the goal
--- expect: ok
example (x : Nat) (h : x = 2 ∨ x = 3 ∨ x = 5) : 1 < x ∧ x < 6 := by omega
--- case: finitely many values
--- expect: ok
example (x : Nat) (h : 1 ≤ x ∧ x ≤ 3) : x = 1 ∨ x = 2 ∨ x = 3 := by omega
--- case: negated bounds
--- expect: ok
example (i : Int) (h : ¬ (i ≤ 3)) (k : ¬ (i ≥ 5)) : i = 4 := by omega
--- case: an existential hypothesis
--- expect: ok
example (x : Nat) (h : ∃ t, x = 2 * t) : x % 2 = 0 := by omega
--- case: minimum and maximum on Nat
--- expect: ok
example (x y : Nat) : min x y ≤ max x y ∧ (max x y = x ∨ max x y = y) := by omega
--- case: minimum and maximum on Int
--- expect: ok
example (i j : Int) : min i j ≤ max i j ∧ min i j + max i j = i + j := by omega
--- case: an if-then-else on Int
--- expect: ok
example (i j : Int) : (if i < j then i else j) = min i j := by omega
--- case: truncated subtraction
--- expect: ok
example (x y : Nat) (h : x - y = 3) : x ≥ 3 := by omega
--- case: truncated subtraction that is zero
--- expect: ok
example (x y : Nat) (h : x - y = 0) : x ≤ y := by omega
--- case: truncated subtraction twice
--- expect: ok
example (x y z : Nat) : x - y - z = x - (y + z) := by omega
--- case: the cast of a subtraction
--- expect: ok
example (x y : Nat) (h : y ≤ x) : ((x - y : Nat) : Int) = x - y := by omega
--- case: the natural part
--- expect: ok
example (i : Int) (h : 0 ≤ i) : (i.toNat : Int) = i := by omega
--- case: the natural part of a negative number
--- expect: ok
example (i : Int) : i.toNat = 0 ∨ 0 < i := by omega
--- case: the absolute value
--- expect: ok
example (i : Int) : i ≤ i.natAbs ∧ -i ≤ i.natAbs := by omega
--- case: the absolute value is the number up to sign
--- expect: ok
example (i : Int) : i = i.natAbs ∨ i = -i.natAbs := by omega
--- case: Fin values are bounded
--- expect: ok
example (f : Fin 5) : f.val < 5 := by omega
--- case: order on Fin
--- expect: ok
example (f g : Fin 5) (h : f < g) : f.val + 1 ≤ g := by omega
--- case: disequality on Fin
--- expect: ok
example (f g : Fin 5) (h : f ≠ g) (k : f ≤ g) : f < g := by omega
--- case: negated order on Fin
--- expect: ok
example (f g : Fin 5) (h : ¬ f < g) : g ≤ f := by omega
--- case: addition on Fin wraps
--- expect: ok
example (f g : Fin 5) (h : f + g = 0) : (f.val + g.val) % 5 = 0 := by omega
--- case: numerals in Fin are reduced
--- expect: ok
example (f : Fin 5) (h : f = 8) : f.val = 3 := by omega
--- case: pairs reduce
--- expect: ok
example (x y : Nat) (h : (x, y).1 = 3) : x = 3 := by omega
--- case: lexicographic order on pairs
--- expect: ok
example (p q : Nat × Nat) (h : Prod.Lex (· < ·) (· < ·) p q) : p.1 ≤ q.1 := by omega
--- case: omega inside a termination proof
--- expect: ok
def halve (n : Nat) : Nat := if h : n < 2 then 0 else halve (n - 2) + 1
termination_by n
decreasing_by omega
--- case: a proof by omega needs no choice
--- expect: ok
theorem t (x y : Nat) (h : x - y = 3) : x ≥ 3 := by omega
example : 3 - 0 ≥ 3 := t 3 0 rfl
--- case: a disjunction that is not covered is refused
--- expect: error tactic_failed
example (x : Nat) (h : x = 2 ∨ x = 3 ∨ x = 5) : x < 5 := by omega
--- case: a converse is refused
--- expect: error tactic_failed
example (x y : Nat) (h : x < y → y < 3) : x < y := by omega
--- case: truncated subtraction does not cancel
--- expect: error tactic_failed
example (x y : Nat) : x - y + y = x := by omega
