--- case: induction on lists names its cases
--- expect: error unsolved_goals
example (xs : List Nat) : xs.length = 0 := by
  induction xs with
  | nil => rfl
  | cons x xs ih => skip
--- output:
unsolved goals
case cons
x : Nat
xs : List Nat
ih : xs.length = 0
⊢ (x :: xs).length = 0
--- case: cases on lists
--- expect: ok
example (xs : List Nat) (h : xs ≠ []) : ∃ y ys, xs = y :: ys := by
  cases xs with
  | nil => contradiction
  | cons y ys => exact ⟨y, ys, rfl⟩
--- case: induction generalizing the accumulator
--- expect: ok
example (xs ys : List Nat) : xs.foldl (fun acc x => x :: acc) ys = xs.reverse ++ ys := by
  induction xs generalizing ys with
  | nil => rfl
  | cons x xs ih => simp [ih]
--- case: injection on cons
--- expect: ok
example (x y : Nat) (xs ys : List Nat) (h : x :: xs = y :: ys) : xs = ys := by
  injection h
--- case: rcases on membership
--- expect: ok
example (a b : Nat) (h : a ∈ [b]) : a = b := by
  rcases List.mem_cons.mp h with h | h
  · exact h
  · cases h
--- case: induction on membership
--- expect: ok
example (a : Nat) (xs : List Nat) (h : a ∈ xs) : a ≤ xs.sum := by
  induction h with
  | head as => simp
  | tail b _ ih => exact Nat.le_trans ih (Nat.le_add_left ..)
--- case: induction on permutations
--- expect: ok
open List in
example (xs ys : List Nat) (h : xs ~ ys) : xs.length = ys.length := by
  induction h with
  | nil => rfl
  | cons _ _ ih => simp [ih]
  | swap => rfl
  | trans _ _ ih₁ ih₂ => rw [ih₁, ih₂]
--- case: structural recursion over two lists
--- expect: ok
variable {α β : Type}
def zip' : List α → List β → List (α × β)
  | a :: as, b :: bs => (a, b) :: zip' as bs
  | _, _ => []
example : zip' [1, 2] [3] = [(1, 3)] := rfl
--- case: recursion that halves a list
--- expect: ok
variable {α : Type}
def evens : List α → List α
  | [] => []
  | [x] => [x]
  | x :: _ :: xs => x :: evens xs
example : evens [1, 2, 3, 4, 5] = [1, 3, 5] := rfl
--- case: recursion on the length
--- expect: ok
def drops (xs : List Nat) : List Nat := match xs with
  | [] => []
  | x :: xs => x :: drops (xs.drop 1)
termination_by xs.length
decreasing_by simp; exact Nat.lt_succ_of_le (Nat.sub_le ..)
--- case: missing case of a match on lists
--- expect: error other
def f : List Nat → Nat
  | [] => 0
  | [x] => x
