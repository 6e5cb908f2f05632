--- case: append_nil and append_assoc
--- expect: ok
variable {α : Type}
example (xs ys : List α) : (xs ++ []) ++ (ys ++ []) = xs ++ ys := by simp
--- case: length of append, map, reverse
--- expect: ok
example (xs ys : List Nat) : (xs ++ ys.reverse.map (· + 1)).length = xs.length + ys.length := by simp
--- case: map_map and comp
--- expect: ok
example (xs : List Nat) : (xs.map (· + 1)).map (· * 2) = xs.map fun x => (x + 1) * 2 := by simp
--- case: membership in append
--- expect: ok
example (a : Nat) (xs ys : List Nat) : a ∈ xs ++ ys ↔ a ∈ xs ∨ a ∈ ys := by simp
--- case: membership in map
--- expect: ok
example (xs : List Nat) (y : Nat) : y ∈ xs.map (· + 1) ↔ ∃ x, x ∈ xs ∧ x + 1 = y := by simp
--- case: membership in filter
--- expect: ok
example (xs : List Nat) (p : Nat → Bool) (x : Nat) (h : x ∈ xs.filter p) : p x := by simp at h; exact h.2
--- case: membership in a literal
--- expect: ok
example (x : Nat) : x ∈ [1, 2] ↔ x = 1 ∨ x = 2 := by simp
--- case: reverse of reverse
--- expect: ok
variable {α : Type}
example (xs : List α) : xs.reverse.reverse = xs := by simp
--- case: reverse of cons
--- expect: ok
variable {α : Type}
example (x : α) (xs : List α) : (x :: xs).reverse = xs.reverse ++ [x] := by simp
--- case: nil is no cons
--- expect: ok
variable {α : Type}
example (x : α) (xs : List α) : x :: xs ≠ [] := by simp
--- case: cons equals cons
--- expect: ok
variable {α : Type}
example (x y : α) (xs ys : List α) : x :: xs = y :: ys ↔ x = y ∧ xs = ys := by simp
--- case: length zero
--- expect: ok
variable {α : Type}
example (xs : List α) : xs.length = 0 ↔ xs = [] := by simp
--- case: append equals nil
--- expect: ok
variable {α : Type}
example (xs ys : List α) : xs ++ ys = [] ↔ xs = [] ∧ ys = [] := by simp
--- case: append cancels
--- expect: ok
variable {α : Type}
example (xs ys zs : List α) (h : xs ++ ys = xs ++ zs) : ys = zs := by simpa using h
--- case: map of nil
--- expect: ok
variable {α β : Type}
example (f : α → β) (xs : List α) : xs.map f = [] ↔ xs = [] := by simp
--- case: foldl of append
--- expect: ok
example (xs ys : List Nat) (n : Nat) : (xs ++ ys).foldl (· + ·) n = ys.foldl (· + ·) (xs.foldl (· + ·) n) := by simp
--- case: take of length
--- expect: ok
variable {α : Type}
example (xs : List α) : xs.take xs.length = xs := by simp
--- case: take and drop together
--- expect: ok
variable {α : Type}
example (xs : List α) (n : Nat) : xs.take n ++ xs.drop n = xs := by simp
--- case: length of take
--- expect: ok
variable {α : Type}
example (xs : List α) (n : Nat) : (xs.take n).length = min n xs.length := by simp
--- case: length of drop
--- expect: ok
variable {α : Type}
example (xs : List α) (n : Nat) : (xs.drop n).length = xs.length - n := by simp
--- case: range has its length
--- expect: ok
example (n : Nat) : (List.range n).length = n := by simp
--- case: membership in range
--- expect: ok
example (m n : Nat) : m ∈ List.range n ↔ m < n := by simp
--- case: replicate has its length
--- expect: ok
variable {α : Type}
example (n : Nat) (a : α) : (List.replicate n a).length = n := by simp
--- case: zip has the smaller length
--- expect: ok
variable {α β : Type}
example (xs : List α) (ys : List β) : (xs.zip ys).length = min xs.length ys.length := by simp
--- case: filter of filter
--- expect: ok
variable {α : Type}
example (p : α → Bool) (xs : List α) : (xs.filter p).filter p = xs.filter p := by simp
--- case: filter with a known test
--- expect: ok
variable {α : Type}
example (p : α → Bool) (x : α) (xs : List α) (h : p x) : (x :: xs).filter p = x :: xs.filter p := by simp [h]
--- case: any and all as quantifiers
--- expect: ok
variable {α : Type}
example (p : α → Bool) (xs : List α) : xs.all p = true ↔ ∀ x, x ∈ xs → p x := by simp
--- case: contains as membership
--- expect: ok
example (a : Nat) (xs : List Nat) : xs.contains a = true ↔ a ∈ xs := by simp
--- case: flatten of map of singletons
--- expect: ok
variable {α : Type}
example (xs : List α) : (xs.map fun x => [x]).flatten = xs := by
  induction xs <;> simp_all
--- case: sum of cons
--- expect: ok
example (a : Nat) (xs : List Nat) : (a :: xs).sum = a + xs.sum := by simp
--- case: count of cons
--- expect: ok
example (a : Nat) (xs : List Nat) : (a :: xs).count a = xs.count a + 1 := by simp
--- case: head? of append
--- expect: ok
variable {α : Type}
example (x : α) (xs ys : List α) : (x :: xs ++ ys).head? = some x := by simp
--- case: getLast? of concat
--- expect: ok
variable {α : Type}
example (x : α) (xs : List α) : (xs ++ [x]).getLast? = some x := by simp
--- case: dropLast of concat
--- expect: ok
variable {α : Type}
example (x : α) (xs : List α) : (xs ++ [x]).dropLast = xs := by simp
--- case: simp does not prove commutativity of append
--- expect: error tactic_failed
example (xs ys : List Nat) : xs ++ ys = ys ++ xs := by simp
--- case: simp at a false hypothesis
--- expect: ok
example (xs : List Nat) (h : 1 :: xs = []) : False := by simp at h
--- case: simp_all with an equation
--- expect: ok
example (xs ys : List Nat) (h : xs = ys) : xs.length = ys.length := by simp_all
