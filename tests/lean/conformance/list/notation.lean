--- case: literals print as literals
--- expect: ok
#check [1, 2, 3]
--- output:
[1, 2, 3] : List Nat
--- case: cons prints as cons
--- expect: error unsolved_goals
example (x : Nat) (xs : List Nat) : x :: xs = [] := by
  skip
--- output:
unsolved goals
x : Nat
xs : List Nat
⊢ x :: xs = []
--- case: append prints as append
--- expect: error unsolved_goals
example (xs : List Nat) : xs ++ [1] = [] := by
  skip
--- output:
unsolved goals
xs : List Nat
⊢ xs ++ [1] = []
--- case: membership prints as membership
--- expect: error unsolved_goals
example (xs : List Nat) : 1 ∈ xs := by
  skip
--- output:
unsolved goals
xs : List Nat
⊢ 1 ∈ xs
--- case: indexing prints as indexing
--- expect: error unsolved_goals
example (xs : List Nat) (h : 0 < xs.length) : xs[0] = 1 := by
  skip
--- output:
unsolved goals
xs : List Nat
h : 0 < xs.length
⊢ xs[0] = 1
--- case: optional indexing prints as indexing
--- expect: ok
#check fun (xs : List Nat) => xs[2]?
--- output:
fun xs => xs[2]? : List Nat → Option Nat
--- case: prefix notation
--- expect: ok
example : [1] <+: [1, 2] := ⟨[2], rfl⟩
--- case: suffix notation
--- expect: ok
example : [2] <:+ [1, 2] := ⟨[1], rfl⟩
--- case: infix notation
--- expect: ok
example : [2] <:+: [1, 2, 3] := ⟨[1], [3], rfl⟩
--- case: sublist notation after open
--- expect: ok
open List in
example : [1, 3] <+ [1, 2, 3] := by decide
--- case: permutation notation after open
--- expect: ok
open List in
example : [1, 2, 3] ~ [3, 1, 2] := by decide
--- case: subset notation
--- expect: ok
example : [1, 1] ⊆ [1, 2] := by decide
--- case: nested literals
--- expect: ok
example : [[1], [], [2, 3]].flatten = [1, 2, 3] := rfl
--- case: cons patterns and literal patterns
--- expect: ok
def f : List Nat → Nat
  | [] => 0
  | [x] => x
  | x :: y :: _ => x + y
example : f [1, 2, 3] = 3 := rfl
--- case: index with an addition, no spaces
--- expect: ok
example (xs : List Nat) (i : Nat) (h : i + 1 < xs.length) : xs[i+1] = xs[i+1] := rfl
--- case: bounded quantifiers are decidable
--- expect: ok
example : (∀ x ∈ [1, 2, 3], x < 4) ∧ ∃ x ∈ [1, 2, 3], x * x = 9 := by decide
--- case: a false bounded quantifier
--- expect: error tactic_failed
example : ∀ x ∈ [1, 2, 3], x < 3 := by decide
--- case: membership is decidable
--- expect: ok
example : 2 ∈ [1, 2] ∧ ¬3 ∈ [1, 2] ∧ 3 ∉ [1, 2] := by decide
--- case: equality is decidable
--- expect: ok
example : [1, 2] ≠ [2, 1] := by decide
--- case: different lists are not equal by rfl
--- expect: error tactic_failed
example : [1, 2] = [2, 1] := by rfl
--- case: Nodup and Pairwise are decidable
--- expect: ok
example : [1, 2, 3].Nodup ∧ ¬[1, 1].Nodup ∧ [1, 2, 2].Pairwise (· ≤ ·) := by decide
--- case: elements of different types
--- expect: error type_mismatch
example : List Nat := [1, "a"]
--- case: unknown list function
--- expect: error unknown_identifier
example : [1].frobnicate = [1] := rfl
