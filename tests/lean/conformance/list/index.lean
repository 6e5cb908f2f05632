--- case: an index with a hypothesis in context
--- expect: ok
example (xs : List Nat) (i : Nat) (h : i < xs.length) : xs[i]? = some xs[i] := by simp
--- case: an index without a proof
--- expect: error tactic_failed
example (xs : List Nat) : Nat := xs[0]
--- case: an index with an explicit proof
--- expect: ok
example (xs : List Nat) (h : xs ≠ []) : Nat := xs[0]'(List.length_pos_iff.mpr h)
--- case: literal index of a literal
--- expect: ok
example : [1, 2, 3][1] = 2 := rfl
--- case: literal index out of range
--- expect: error tactic_failed
example : Nat := [1, 2, 3][3]
--- case: index by Fin
--- expect: ok
example (xs : List Nat) (i : Fin xs.length) : xs[i] = xs.get i := rfl
--- case: index or default
--- expect: ok
example : [1, 2][5]! = 0 ∧ [1, 2][1]! = 2 ∧ [1, 2].getD 5 7 = 7 := by decide
--- case: index below a smaller bound
--- expect: ok
example (xs : List Nat) (i : Nat) (h : i < xs.length - 1) : Nat := xs[i]
--- case: index after the test
--- expect: ok
def get (xs : List Nat) (i : Nat) : Nat := if h : i < xs.length then xs[i] else 0
example : get [5, 6] 1 = 6 := rfl
--- case: getElem of append by simp
--- expect: ok
example (xs ys : List Nat) (i : Nat) (h : i < xs.length) : (xs ++ ys)[i]? = xs[i]? := by
  rw [List.getElem?_append_left h]
--- case: getElem of map by simp
--- expect: ok
example (xs : List Nat) (i : Nat) (h : i < xs.length) : (xs.map (· + 1))[i]'(by simpa using h) = xs[i] + 1 := by simp
--- case: getElem of a literal by simp
--- expect: ok
example (a b : Nat) : [a, b][1] = b := by simp
--- case: lists are equal when their entries are
--- expect: ok
example (xs ys : List Nat) (h : ∀ i : Nat, xs[i]? = ys[i]?) : xs = ys := by
  ext1 i
  exact h i
