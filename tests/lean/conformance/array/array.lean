--- case: literals have their size
--- expect: ok
example : #[1, 2, 3].size = 3 := rfl
--- case: literals print as literals
--- expect: ok
#eval #[1, 2, 3]
--- output:
#[1, 2, 3]
--- case: push and pop compute
--- expect: ok
example : (#[1].push 2).pop = #[1] := by decide
--- case: indexing computes
--- expect: ok
example : #[1, 2, 3][1] = 2 := rfl
--- case: index with a hypothesis
--- expect: ok
example (xs : Array Nat) (i : Nat) (h : i < xs.size) : xs[i]? = some xs[i] := by simp
--- case: index out of range
--- expect: error tactic_failed
example : Nat := #[1, 2][2]
--- case: optional index and default
--- expect: ok
example : #[1, 2][2]? = none ∧ #[1, 2][0]! = 1 := by decide
--- case: set takes its proof from the context
--- expect: ok
example (xs : Array Nat) (h : 0 < xs.size) : (xs.set 0 5).size = xs.size := by simp
--- case: set computes
--- expect: ok
example : #[1, 2].set 0 5 = #[5, 2] := by decide
--- case: map, filter, foldl compute
--- expect: ok
example : (#[1, 2, 3].map (· + 1)).filter (· > 2) = #[3, 4] ∧ #[1, 2, 3].foldl (· + ·) 0 = 6 := by decide
--- case: append computes
--- expect: ok
example : #[1] ++ #[2, 3] = #[1, 2, 3] := by decide
--- case: size of append by simp
--- expect: ok
example (xs ys : Array Nat) : (xs ++ ys).size = xs.size + ys.size := by simp
--- case: size of push by simp
--- expect: ok
example (xs : Array Nat) : (xs.push 1).size = xs.size + 1 := by simp
--- case: toList of push by simp
--- expect: ok
example (xs : Array Nat) : (xs.push 1).toList = xs.toList ++ [1] := by simp
--- case: arrays are equal when their entries are
--- expect: ok
example (xs ys : Array Nat) (h : xs.size = ys.size) (k : ∀ (i : Nat) (h₁ : i < xs.size) (h₂ : i < ys.size), xs[i] = ys[i]) : xs = ys := by
  apply Array.ext h k
--- case: membership is decidable
--- expect: ok
example : 2 ∈ #[1, 2] ∧ ¬3 ∈ #[1, 2] := by decide
--- case: toArray and back
--- expect: ok
example (xs : List Nat) : xs.toArray.toList = xs := by simp
--- case: foldl of a literal by simp
--- expect: ok
example : #[1, 2, 3].foldl (· + ·) 0 = 6 := by simp
--- case: any, all, contains compute
--- expect: ok
example : #[1, 2].any (· > 1) ∧ #[1, 2].all (· > 0) ∧ #[1, 2].contains 2 := by decide
--- case: eval of array functions
--- expect: ok
#eval (Array.range 4).map (· * 2)
--- output:
#[0, 2, 4, 6]
--- case: reverse and extract compute
--- expect: ok
example : #[1, 2, 3].reverse = #[3, 2, 1] ∧ #[1, 2, 3].extract 1 3 = #[2, 3] := by decide
--- case: different arrays
--- expect: error tactic_failed
example : #[1, 2] = #[2, 1] := by decide
--- case: equality of arrays is decidable
--- expect: ok
example : #[1, 2] ≠ #[2, 1] := by decide
