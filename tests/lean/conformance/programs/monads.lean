--- case: a program of actions prints
--- expect: ok
def main : IO Unit := do
  IO.println "hello"
  IO.println (3 + 4)
#eval main
--- output:
hello
7
--- case: an error of the world
--- expect: error other
#eval (throw (IO.userError "boom") : IO Unit)
--- output:
boom
--- case: an error is caught
--- expect: ok
def careful : IO Unit := do
  try
    throw (IO.userError "e")
  catch e =>
    IO.println s!"caught {e}"
#eval careful
--- output:
caught e
--- case: a mutable cell
--- expect: ok
def count : IO Nat := do
  let cell ← IO.mkRef 0
  for i in [1, 2, 3] do
    cell.modify (· + i)
  cell.get
#eval count
--- output:
6
--- case: state
--- expect: ok
def tick : StateM Nat Unit := modify (· + 1)
def twice : StateM Nat Nat := do
  tick
  tick
  return (← get) * 10
#eval twice.run 3
--- output:
(50, 5)
--- case: state computes in the kernel
--- expect: ok
def tick : StateM Nat Unit := modify (· + 1)
example : (tick.run 3).2 = 4 := rfl
--- case: reading
--- expect: ok
def area : ReaderT Nat Id Nat := do
  let side ← read
  return side * side
#eval (area.run 4 : Nat)
--- output:
16
--- case: exceptions
--- expect: ok
def safeDiv (a b : Nat) : Except String Nat :=
  if b = 0 then throw "division by zero" else pure (a / b)
#eval safeDiv 10 2
--- output:
Except.ok 5
--- case: an exception ends the block
--- expect: ok
def safeDiv (a b : Nat) : Except String Nat :=
  if b = 0 then throw "division by zero" else pure (a / b)
#eval do
  let x ← safeDiv 10 0
  safeDiv x 2
--- output:
Except.error "division by zero"
--- case: exceptions over state
--- expect: ok
def step (n : Nat) : ExceptT String (StateM Nat) Nat := do
  set n
  if n > 5 then throw "big"
  try
    if n == 2 then throw "two"
    return n
  catch e =>
    modify (· + 100)
    return e.length
#eval (step 2).run.run 0
--- output:
(Except.ok 3, 102)
--- case: options in a block
--- expect: ok
def both (a b : Option Nat) : Option Nat := do
  let x ← a
  let y ← b
  guard (x < y)
  return y - x
#eval (both (some 2) (some 5), both (some 5) (some 2), both none (some 1))
--- output:
(some 3, none, none)
--- case: optional values over state
--- expect: ok
def take : OptionT (StateM Nat) Nat := do
  modify (· + 1)
  if (← get) > 3 then failure
  return 7
#eval take.run.run 3
--- output:
(none, 4)
--- case: alternatives
--- expect: ok
#eval (none <|> some 2 : Option Nat)
--- output:
some 2
--- case: a functor
--- expect: ok
#eval (· + 1) <$> some 3
--- output:
some 4
--- case: applicative style
--- expect: ok
#eval (· + ·) <$> some 3 <*> some 4
--- output:
some 7
--- case: a fish
--- expect: ok
def f := (fun x => some (x + 1)) >=> (fun y => if y > 9 then none else some (y * 2))
#eval (f 3, f 9)
--- output:
(some 8, none)
--- case: bind and sequence
--- expect: ok
#eval (some 3 >>= fun x => if x > 2 then none else some x, some 1 *> some 2, some 1 <* some 2)
--- output:
(none, some 2, some 1)
--- case: a monad of the user's
--- expect: ok
def Writer (α : Type) := α × List String
instance : Monad Writer where
  pure a := (a, [])
  bind x f := let (a, w) := x; let (b, w') := f a; (b, w ++ w')
def tell (s : String) : Writer Unit := ((), [s])
def log : Writer Nat := do
  tell "start"
  let x := 3
  tell s!"x = {x}"
  return x
#eval (show Nat × List String from log)
--- output:
(3, ["start", "x = 3"])
--- case: the laws of Option
--- expect: ok
example (x : Option Nat) : x >>= pure = x := by simp
--- case: associativity in any lawful monad
--- expect: ok
example {m : Type → Type} [Monad m] [LawfulMonad m] (x : m Nat) (f g : Nat → m Nat) :
    x >>= f >>= g = x >>= fun a => f a >>= g := bind_assoc x f g
--- case: running a bind of state
--- expect: ok
example (x : StateM Nat Nat) (f : Nat → StateM Nat Nat) (s : Nat) :
    (x >>= f).run s = x.run s >>= fun p => (f p.1).run p.2 := by simp
--- case: no monad instance
--- expect: error type_mismatch
def Pair (α : Type) := α × α
example : Pair Nat := do return 3
--- case: mapping an action over a list
--- expect: ok
#eval [1, 2, 3].mapM fun x => if x > 0 then some (x * 2) else none
--- output:
some [2, 4, 6]
--- case: a fold with actions
--- expect: ok
#eval [1, 2, 3].foldlM (fun s x => if x > 5 then none else some (s + x)) 10
--- output:
some 16
--- case: pattern in a binding
--- expect: ok
def first (o : Option (Nat × Nat)) : Except String Nat := do
  let some (a, _) := o | throw "nothing"
  return a
#eval (first none, first (some (3, 4)))
--- output:
(Except.error "nothing", Except.ok 3)
--- case: match in a block
--- expect: ok
def pred' (n : Nat) : Except String Nat := do
  match n with
  | 0 => throw "zero"
  | n + 1 => return n
#eval (pred' 0, pred' 4)
--- output:
(Except.error "zero", Except.ok 3)
--- case: panic goes on with the default value
--- expect: ok
def get (xs : List Nat) : Nat :=
  match xs with
  | [] => panic! "empty"
  | x :: _ => x
example : get [] = 0 := rfl
--- case: a trace
--- expect: ok
#eval dbgTrace "here" fun _ => 3
