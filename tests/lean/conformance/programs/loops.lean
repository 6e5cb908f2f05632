--- case: a loop over a list
--- expect: ok
def sum (xs : List Nat) : Nat := Id.run do
  let mut total := 0
  for x in xs do
    total := total + x
  return total
#eval sum [1, 2, 3]
--- output:
6
--- case: a loop computes in the kernel
--- expect: ok
def sum (xs : List Nat) : Nat := Id.run do
  let mut total := 0
  for x in xs do
    total := total + x
  return total
example : sum [1, 2, 3] = 6 := rfl
--- case: a loop is a fold
--- expect: ok
def sum (xs : List Nat) : Nat := Id.run do
  let mut total := 0
  for x in xs do
    total := total + x
  return total
example (xs : List Nat) : sum xs = xs.foldl (fun b a => b + a) 0 := by
  simp [sum]
--- case: a range
--- expect: ok
def squares (n : Nat) : List Nat := Id.run do
  let mut out := []
  for i in [0:n] do
    out := i * i :: out
  return out.reverse
#eval squares 5
--- output:
[0, 1, 4, 9, 16]
--- case: a range with a step
--- expect: ok
def stepped : List Nat := Id.run do
  let mut out := []
  for i in [2:10:3] do
    out := out ++ [i]
  return out
#eval stepped
--- output:
[2, 5, 8]
--- case: break and continue
--- expect: ok
def f (n : Nat) : Nat := Id.run do
  let mut s := 0
  for i in [0:n] do
    if i == 3 then continue
    if i == 6 then break
    s := s + i
  return s
#eval f 10
--- output:
12
--- case: early return
--- expect: ok
def find (p : Nat → Bool) (xs : List Nat) : Option Nat := do
  for x in xs do
    if p x then return x
  none
#eval (find (· > 3) [1, 5, 6], find (· > 9) [1])
--- output:
(some 5, none)
--- case: while
--- expect: ok
def digits (n : Nat) : Nat := Id.run do
  let mut n := n
  let mut c := 0
  while n > 0 do
    n := n / 10
    c := c + 1
  return c
#eval digits 12345
--- output:
5
--- case: repeat
--- expect: ok
def powerAbove (b : Nat) : Nat := Id.run do
  let mut p := 1
  repeat
    if p > b then break
    p := p * 2
  return p
#eval powerAbove 100
--- output:
128
--- case: nested loops
--- expect: ok
def pairs : List (Nat × Nat) := Id.run do
  let mut out := []
  for x in [1, 2] do
    for y in [3, 4] do
      out := out ++ [(x, y)]
  return out
#eval pairs
--- output:
[(1, 3), (1, 4), (2, 3), (2, 4)]
--- case: two lists at once
--- expect: ok
def dot (xs ys : List Nat) : Nat := Id.run do
  let mut s := 0
  for x in xs, y in ys do
    s := s + x * y
  return s
#eval dot [1, 2, 3] [4, 5, 6]
--- output:
32
--- case: membership in a loop
--- expect: ok
def all (xs : List Nat) : List {x // x ∈ xs} := Id.run do
  let mut out := []
  for h : x in xs do
    out := ⟨x, h⟩ :: out
  return out
#eval (all [1, 2]).map (·.val)
--- output:
[2, 1]
--- case: a pattern in a loop
--- expect: ok
def sums (xs : List (Nat × Nat)) : Nat := Id.run do
  let mut s := 0
  for (a, b) in xs do
    s := s + a * b
  return s
#eval sums [(1, 2), (3, 4)]
--- output:
14
--- case: if without else, unless and when
--- expect: ok
def classify (n : Nat) : String := Id.run do
  let mut s := "small"
  if n > 10 then
    s := "big"
  unless n % 2 == 0 do
    s := s ++ " odd"
  if let some k := [0, 1, 2][n]? then
    s := s ++ s!" {k}"
  return s
#eval (classify 1, classify 13)
--- output:
("small odd 1", "big odd")
--- case: reassigning an immutable variable
--- expect: error other
def f : Nat := Id.run do
  let x := 1
  x := 2
  return x
--- case: break outside of a loop
--- expect: error other
def f : Id Nat := do
  break
--- case: loops in state
--- expect: ok
def addAll (xs : List Nat) : StateM Nat Unit := do
  for x in xs do
    modify (· + x)
#eval ((addAll [1, 2, 3]).run 10).2
--- output:
16
--- case: a loop over an optional value
--- expect: ok
def orZero (o : Option Nat) : Nat := Id.run do
  for x in o do
    return x
  return 0
#eval (orZero (some 4), orZero none)
--- output:
(4, 0)
--- case: a loop over an array
--- expect: ok
def sum (xs : Array Nat) : Nat := Id.run do
  let mut t := 0
  for x in xs do
    t := t + x
  return t
#eval sum #[1, 2, 3]
--- output:
6
