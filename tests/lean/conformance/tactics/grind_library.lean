--- case: grind reorders an associative and commutative operation
--- expect: ok
example (a b c d e : Nat) (h : max a (max b c) = e) : max (max c d) (max b a) = max e d := by grind
--- case: grind completes equations of an associative operation
--- expect: ok
example (op : Nat → Nat → Nat) [Std.Associative op] (a b c d e : Nat) (h : op a b = c) (k : op b d = e) : op c d = op a e := by grind
--- case: grind cancels by a neutral element
--- expect: ok
example (op : Nat → Nat → Nat) (u : Nat) [Std.Associative op] [Std.LawfulIdentity op u] (a b c : Nat) (h : op a b = u) (k : op b c = u) : a = c := by grind
--- case: grind absorbs by idempotence
--- expect: ok
example (op : Nat → Nat → Nat) [Std.Associative op] [Std.Commutative op] [Std.IdempotentOp op] (a b c d : Nat) (h : op a (op b d) = c) : op b c = c := by grind
--- case: grind knows minimum and maximum
--- expect: ok
example (a b c : Int) (h : a ≤ c) (k : b ≤ c) : max a b ≤ c ∧ min a b ≤ b := by grind
--- case: grind knows the order of Fin
--- expect: ok
example (n : Nat) (i j : Fin n) (h : i ≤ j) (k : j ≤ i) : i = j := by grind
--- case: grind counts through append and map
--- expect: ok
example (a b c : List Nat) (f : Nat → Nat) : ((a ++ b).map f).length + c.length = (c ++ a ++ b).length := by grind
--- case: grind follows members through append
--- expect: ok
example (a b : List Nat) (x : Nat) (h : x ∈ a ++ b) (k : x ∉ a) : x ∈ b := by grind
--- case: grind reverses a concatenation
--- expect: ok
example (a b c : List Nat) : (a ++ b ++ c).reverse = c.reverse ++ b.reverse ++ a.reverse := by grind
--- case: grind bounds a filter
--- expect: ok
example (xs : List Nat) (p : Nat → Bool) : (xs.filter p).length ≤ xs.length := by grind
--- case: grind ends the cases of an induction
--- expect: ok
def sumTo : Nat → Nat
  | 0 => 0
  | n + 1 => sumTo n + (n + 1)
example (n : Nat) : 2 * sumTo n = n * (n + 1) := by induction n <;> grind [sumTo]
--- case: grind ends the cases of an induction on a tree
--- expect: ok
inductive Tree where
  | leaf
  | node (l : Tree) (v : Nat) (r : Tree)
def Tree.mirror : Tree → Tree
  | leaf => leaf
  | node l v r => node r.mirror v l.mirror
def Tree.toList : Tree → List Nat
  | leaf => []
  | node l v r => l.toList ++ v :: r.toList
example (t : Tree) : t.mirror.toList = t.toList.reverse := by induction t <;> grind [Tree.toList, Tree.mirror]
--- case: grind does not reorder a concatenation
--- expect: error tactic_failed
example (xs ys : List Nat) : xs ++ ys = ys ++ xs := by grind
--- case: grind does not absorb without idempotence
--- expect: error tactic_failed
example (op : Nat → Nat → Nat) [Std.Associative op] [Std.Commutative op] (a b c d : Nat) (h : op a (op b d) = c) : op b c = c := by grind
--- case: grind does not take a maximum for either side
--- expect: error tactic_failed
example (a b : Nat) : max a b = a := by grind
--- case: grind does not keep the length of a filter
--- expect: error tactic_failed
example (xs : List Nat) (p : Nat → Bool) : (xs.filter p).length = xs.length := by grind
--- case: grind reads a mapped list at a position
--- expect: ok
example (xs : List Nat) (f : Nat → Nat) (i : Nat) (h : i < xs.length) : (xs.map f)[i]'(by grind) = f xs[i] := by grind
--- case: grind reads a list that was changed elsewhere
--- expect: ok
example (xs : List Nat) (i j v : Nat) (h : i < xs.length) (k : j < xs.length) (l : i ≠ j) :
    (xs.set i v)[j]'(by grind) = xs[j] := by grind
--- case: grind reads an array that grew
--- expect: ok
example (xs : Array Nat) (v i : Nat) (h : i < xs.size) : (xs.push v)[i]'(by grind) = xs[i] := by grind
--- case: grind joins two filters
--- expect: ok
example (xs : List Nat) (p q : Nat → Bool) : (xs.filter p).filter q = xs.filter (fun x => p x && q x) := by
  induction xs <;> grind
--- case: grind does not read a list where it was changed
--- expect: error tactic_failed
example (xs : List Nat) (i j v : Nat) (h : i < xs.length) (k : j < xs.length) :
    (xs.set i v)[j]'(by grind) = xs[j] := by grind
--- case: lia is the linear solver alone
--- expect: ok
example (a b c : Int) (h : a < b) (k : b < c) : a + 1 < c := by lia
--- case: lia does not compute in rings
--- expect: error tactic_failed
example (x y : Int) (h : x + y = 5) (k : x * y = 6) : x^2 + y^2 = 13 := by lia
--- case: grobner is the ring solver alone
--- expect: ok
example (x y : Int) (h : x + y = 5) (k : x * y = 6) : x^2 + y^2 = 13 := by grobner
