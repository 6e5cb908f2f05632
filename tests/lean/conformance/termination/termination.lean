--- case: structural recursion on a list
--- expect: ok
def total : List Nat → Nat
  | [] => 0
  | x :: xs => x + total xs
example : total [1, 2, 3] = 6 := rfl
--- case: structural recursion on two arguments at once
--- expect: ok
def zipSum : List Nat → List Nat → List Nat
  | x :: xs, y :: ys => (x + y) :: zipSum xs ys
  | _, _ => []
example : zipSum [1, 2] [3, 4, 5] = [4, 6] := rfl
--- case: structural recursion on a tree
--- expect: ok
inductive Tree (α : Type) | leaf | node (l : Tree α) (v : α) (r : Tree α)
def Tree.size {α : Type} : Tree α → Nat
  | .leaf => 0
  | .node l _ r => l.size + 1 + r.size
example : (Tree.node .leaf 1 (.node .leaf 2 .leaf)).size = 2 := rfl
--- case: two steps at a time
--- expect: ok
def fib : Nat → Nat
  | 0 => 0
  | 1 => 1
  | n + 2 => fib (n + 1) + fib n
example : fib 20 = 6765 := by decide
--- case: mutual recursion
--- expect: ok
mutual
def isEven : Nat → Bool
  | 0 => true
  | n + 1 => isOdd n
def isOdd : Nat → Bool
  | 0 => false
  | n + 1 => isEven n
end
example : isEven 10 = true := rfl
--- case: mutual recursion with measures
--- expect: ok
mutual
def even' (n : Nat) : Bool := if n = 0 then true else odd' (n - 1)
termination_by n
def odd' (n : Nat) : Bool := if n = 0 then false else even' (n - 1)
termination_by n
end
#eval (even' 11, odd' 11)
--- output:
(false, true)
--- case: the size decreases by halving
--- expect: ok
def log (n : Nat) : Nat := if n < 2 then 0 else 1 + log (n / 2)
#eval log 1000
--- output:
9
--- case: halving below a bound that is not strict
--- expect: ok
def bits (n : Nat) : List Bool := if n ≤ 0 then [] else (n % 2 == 1) :: bits (n / 2)
#eval bits 6
--- output:
[false, true, true]
--- case: subtraction under a negated hypothesis
--- expect: ok
def thirds (n : Nat) : Nat := if n < 3 then 0 else thirds (n - 3) + 1
#eval thirds 10
--- output:
3
--- case: counting up to a bound
--- expect: ok
def upTo (i n : Nat) : List Nat := if i < n then i :: upTo (i + 1) n else []
termination_by n - i
#eval upTo 2 5
--- output:
[2, 3, 4]
--- case: a measure of two lists
--- expect: ok
def interleave : List Nat → List Nat → List Nat
  | [], ys => ys
  | x :: xs, ys => x :: interleave ys xs
termination_by xs ys => xs.length + ys.length
#eval interleave [1, 3] [2, 4, 5]
--- output:
[1, 2, 3, 4, 5]
--- case: a lexicographic measure
--- expect: ok
def ack : Nat → Nat → Nat
  | 0, n => n + 1
  | m + 1, 0 => ack m 1
  | m + 1, n + 1 => ack m (ack (m + 1) n)
termination_by m n => (m, n)
#eval ack 2 3
--- output:
9
--- case: Euclid's algorithm needs a proof
--- expect: ok
def gcd' (m n : Nat) : Nat := if _h : m = 0 then n else gcd' (n % m) m
termination_by m
decreasing_by exact Nat.mod_lt n (Nat.pos_of_ne_zero _h)
#eval gcd' 12 18
--- output:
6
--- case: the proof may be given before the call
--- expect: ok
def gcd' (m n : Nat) : Nat :=
  if h : m = 0 then n
  else
    have : n % m < m := Nat.mod_lt n (Nat.pos_of_ne_zero h)
    gcd' (n % m) m
termination_by m
#eval gcd' 12 18
--- output:
6
--- case: without the proof the goal is shown
--- expect: error tactic_failed
def gcd' (m n : Nat) : Nat := if h : m = 0 then n else gcd' (n % m) m
termination_by m
--- output:
failed to prove termination, possible solutions:
  - Use `have`-expressions to prove the remaining goals
  - Use `termination_by` to specify a different well-founded relation
  - Use `decreasing_by` to specify your own tactic for discharging this kind of goal
m n : Nat
h : ¬m = 0
⊢ n % m < m
--- case: a function that does not end
--- expect: error other
def up (n : Nat) : Nat := up (n + 1)
--- case: recursion through a list by map
--- expect: ok
inductive Rose | node (value : Nat) (children : List Rose)
def Rose.flip : Rose → Rose
  | .node v cs => .node (v + 1) (cs.map Rose.flip)
--- case: recursion through a list by a fold
--- expect: ok
inductive Rose | node (value : Nat) (children : List Rose)
def Rose.depth : Rose → Nat
  | .node _ cs => 1 + cs.foldl (fun d c => max d c.depth) 0
#eval (Rose.node 1 [.node 2 [], .node 3 [.node 4 []]]).depth
--- output:
3
--- case: recursion through a list by attach
--- expect: ok
inductive Rose | node (value : Nat) (children : List Rose)
def Rose.values : Rose → List Nat
  | .node v cs => v :: cs.attach.flatMap fun ⟨c, _⟩ => c.values
#eval (Rose.node 1 [.node 2 [], .node 3 []]).values
--- output:
[1, 2, 3]
--- case: members are smaller
--- expect: ok
example (xs : List (List Nat)) (x : List Nat) (h : x ∈ xs) : sizeOf x < sizeOf xs := List.sizeOf_lt_of_mem h
--- case: the size of a constructor
--- expect: ok
inductive Shape | dot | both (a b : Shape)
example (a b : Shape) : sizeOf (Shape.both a b) = 1 + sizeOf a + sizeOf b := by simp
--- case: functional induction
--- expect: ok
def double : List Nat → List Nat
  | [] => []
  | x :: xs => x :: x :: double xs
theorem length_double (l : List Nat) : (double l).length = 2 * l.length := by
  fun_induction double l with
  | case1 => rfl
  | case2 x xs ih => simp only [List.length_cons, ih, Nat.mul_add]
--- case: the principle of functional induction
--- expect: ok
def log (n : Nat) : Nat := if n < 2 then 0 else 1 + log (n / 2)
#check log.induct
--- output:
log.induct (motive : Nat → Prop) (case1 : ∀ (x : Nat), x < 2 → motive x)
  (case2 : ∀ (x : Nat), ¬x < 2 → motive (x / 2) → motive x) (n : Nat) : motive n
--- case: cases on the branches of a function
--- expect: ok
def sign (n : Nat) : Bool := if n = 0 then false else true
theorem sign_pos (n : Nat) (h : n ≠ 0) : sign n = true := by
  fun_cases sign n with
  | case1 e => exact absurd e h
  | case2 => rfl
--- case: equations of a function
--- expect: ok
def total : List Nat → Nat
  | [] => 0
  | x :: xs => x + total xs
#check total.eq_2
--- output:
total.eq_2 (x_1 : Nat) (xs : List Nat) : total (x_1 :: xs) = x_1 + total xs
--- case: unfolding a well-founded function
--- expect: ok
def log (n : Nat) : Nat := if n < 2 then 0 else 1 + log (n / 2)
example : log 1 = 0 := by
  rw [log]
  rfl
--- case: simp unfolds a well-founded function on a numeral
--- expect: ok
def log (n : Nat) : Nat := if n < 2 then 0 else 1 + log (n / 2)
example : log 8 = 3 := by simp [log]
--- case: a partial function runs
--- expect: ok
partial def collatz (n : Nat) : Nat := if n == 1 then 0 else 1 + collatz (if n % 2 == 0 then n / 2 else 3 * n + 1)
#eval collatz 27
--- output:
111
--- case: a local recursive function
--- expect: ok
def rev (xs : List Nat) : List Nat :=
  let rec go : List Nat → List Nat → List Nat
    | [], acc => acc
    | x :: xs, acc => go xs (x :: acc)
  go xs []
example : rev [1, 2, 3] = [3, 2, 1] := rfl
--- case: a function under where
--- expect: ok
def rev (xs : List Nat) : List Nat := go xs []
where
  go : List Nat → List Nat → List Nat
    | [], acc => acc
    | x :: xs, acc => go xs (x :: acc)
#check @rev.go
--- output:
rev.go : List Nat → List Nat → List Nat
--- case: well-founded induction
--- expect: ok
theorem strong (p : Nat → Prop) (h : ∀ n, (∀ m, m < n → p m) → p n) (n : Nat) : p n :=
  Nat.lt_wfRel.wf.induction n h
--- case: a relation of the user's
--- expect: ok
def half (n : Nat) : Nat := if h : n = 0 then 0 else half (n / 2) + 1
termination_by n
decreasing_by exact Nat.div_lt_self (Nat.pos_of_ne_zero h) (by decide)
--- case: structural recursion asked for
--- expect: ok
def len (xs : List Nat) : Nat :=
  match xs with
  | [] => 0
  | _ :: xs => len xs + 1
termination_by structural xs
