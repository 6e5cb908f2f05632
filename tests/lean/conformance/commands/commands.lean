--- case: check shows a type
--- expect: ok
#check Nat.add_comm
--- output:
Nat.add_comm (n m : Nat) : n + m = m + n
--- case: check of a term
--- expect: ok
#check fun (n : Nat) => n + 1
--- output:
fun n => n + 1 : Nat → Nat
--- case: print a definition
--- expect: ok
def double (n : Nat) : Nat := n + n
#print double
--- output:
def double : Nat → Nat :=
fun n => n + n
--- case: print an inductive type
--- expect: ok
inductive Colour | red | green
#print Colour
--- output:
inductive Colour : Type
number of parameters: 0
constructors:
Colour.red : Colour
Colour.green : Colour
--- case: print a structure
--- expect: ok
structure Point where
  x : Nat
  y : Nat := 0
#print Point
--- output:
structure Point : Type
number of parameters: 0
fields:
  Point.x : Nat
  Point.y : Nat :=
    0
constructor:
  Point.mk (x y : Nat) : Point
--- case: print the axioms of a theorem
--- expect: ok
theorem t (p : Prop) : p ∨ ¬p := Classical.em p
#print axioms t
--- output:
't' depends on axioms: [propext, Classical.choice, Quot.sound]
--- case: no axioms
--- expect: ok
theorem t : 2 + 2 = 4 := rfl
#print axioms t
--- output:
't' does not depend on any axioms
--- case: reduce
--- expect: ok
#reduce (fun n => n + 2) 3
--- output:
5
--- case: synth
--- expect: ok
#synth Inhabited Nat
--- output:
instInhabitedNat
--- case: an expected failure of check
--- expect: ok
#check_failure (1 + true : Nat)
--- case: guard
--- expect: ok
#guard 2 + 2 == 4
--- case: guard of a falsehood
--- expect: error other
#guard 2 + 2 == 5
--- case: guard_msgs
--- expect: ok
/-- info: 4 -/
#guard_msgs in
#eval 2 + 2
--- case: guard_msgs notices a difference
--- expect: error other
/-- info: 5 -/
#guard_msgs in
#eval 2 + 2
--- case: sections and variables
--- expect: ok
section
variable (α : Type) (xs : List α)
theorem app : xs ++ [] = xs := List.append_nil xs
end
#check @app
--- output:
app : ∀ (α : Type) (xs : List α), xs ++ [] = xs
--- case: namespaces
--- expect: ok
namespace A.B
def c := 3
end A.B
open A in
#eval B.c
--- output:
3
--- case: open scoped names
--- expect: ok
namespace A
def one := 1
end A
open A (one)
example : one = 1 := rfl
--- case: private names
--- expect: ok
private def secret := 3
example : secret = 3 := rfl
--- case: protected names keep their prefix
--- expect: error unknown_identifier
namespace A
protected def one := 1
end A
open A
#eval one
--- case: notation
--- expect: ok
notation:65 a " ⊞ " b:66 => Nat.add a b
example : 2 ⊞ 3 = 5 := rfl
#check 2 ⊞ 3
--- output:
2 ⊞ 3 : Nat
--- case: infix operators
--- expect: ok
infixl:65 " ⊞ " => fun (a b : Nat) => a * 10 + b
example : 1 ⊞ 2 ⊞ 3 = 123 := rfl
--- case: prefix and postfix operators
--- expect: ok
prefix:max "√" => Nat.succ
postfix:max "!" => Nat.pred
example : √3 = 4 ∧ 3 ! = 2 := ⟨rfl, rfl⟩
--- case: a macro for terms
--- expect: ok
macro "twice " t:term : term => `($t + $t)
example : (twice 3) = 6 := rfl
--- case: a macro for tactics
--- expect: ok
macro "split_and" : tactic => `(tactic| constructor <;> assumption)
example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by split_and
--- case: syntax and macro rules
--- expect: ok
syntax "sum! " "(" term,* ")" : term
macro_rules
  | `(sum! ()) => `(0)
  | `(sum! ($x)) => `($x)
  | `(sum! ($x, $ys,*)) => `($x + sum! ($ys,*))
example : sum! (1, 2, 3) = 6 := rfl
--- case: attributes
--- expect: ok
def double (n : Nat) := n + n
@[simp] theorem double_zero : double 0 = 0 := rfl
example (f : Nat → Nat) : f (double 0) = f 0 := by simp
--- case: a local attribute
--- expect: ok
def f (n : Nat) := n
theorem f_eq (n : Nat) : f n = n := rfl
attribute [local simp] f_eq
example (n : Nat) : f n + 0 = n := by simp
--- case: extensionality of a structure
--- expect: ok
@[ext] structure Point where
  x : Nat
  y : Nat
example (p q : Point) (hx : p.x = q.x) (hy : p.y = q.y) : p = q := by
  ext
  · exact hx
  · exact hy
--- case: abbreviations are seen through
--- expect: ok
abbrev Pairs := List (Nat × Nat)
example (p : Pairs) : p ++ [] = p := List.append_nil p
--- case: an opaque constant
--- expect: ok
opaque secret : Nat
example : secret = secret := rfl
--- case: noncomputable definitions
--- expect: ok
noncomputable def pick (h : ∃ n : Nat, n > 3) : Nat := Classical.choose h
--- case: the compiler refuses what it cannot run
--- expect: error other
def pick (h : ∃ n : Nat, n > 3) : Nat := Classical.choose h
--- case: a deprecated name warns
--- expect: ok
@[deprecated Nat.succ (since := "2026-01-01")] def next (n : Nat) := n + 1
example : Nat := next 3
--- output:
`next` has been deprecated: Use `Nat.succ` instead

Hint: Replace the deprecated name:
  n̵e̵x̵t̵N̲a̲t̲.̲s̲u̲c̲c̲
--- case: instance priorities
--- expect: ok
class Weight (α : Type) where
  weight : Nat
instance (priority := low) a : Weight Nat := ⟨1⟩
instance b : Weight Nat := ⟨2⟩
example : Weight.weight Nat = 2 := rfl
--- case: default methods
--- expect: ok
class Shape (α : Type) where
  area : α → Nat
  double : α → Nat := fun a => 2 * area a
instance : Shape Nat where
  area n := n * n
example : Shape.double 3 = 18 := rfl
--- case: structures extend structures
--- expect: ok
structure Named where
  name : String := "x"
deriving Repr
structure Person extends Named where
  age : Nat
deriving Repr
#eval ({ age := 3 } : Person)
--- output:
{ toNamed := { name := "x" }, age := 3 }
--- case: the parent's field
--- expect: ok
structure Named where
  name : String := "x"
structure Person extends Named where
  age : Nat
example (p : Person) : p.name = p.toNamed.name := rfl
--- case: classes extend classes
--- expect: ok
class Semi (α : Type) extends Mul α where
  assoc : ∀ a b c : α, a * b * c = a * (b * c)
instance : Semi Nat where
  assoc := Nat.mul_assoc
example (a b c : Nat) : a * b * c = a * (b * c) := Semi.assoc a b c
--- case: updating a structure
--- expect: ok
structure Point where
  x : Nat
  y : Nat
example (p : Point) : { p with x := 3 }.y = p.y := rfl
--- case: a coercion
--- expect: ok
structure Even where
  half : Nat
instance : Coe Even Nat := ⟨fun e => 2 * e.half⟩
example (e : Even) : (e : Nat) = 2 * e.half := rfl
--- case: a function coercion
--- expect: ok
structure Adder where
  amount : Nat
instance : CoeFun Adder fun _ => Nat → Nat := ⟨fun a n => n + a.amount⟩
example : (Adder.mk 3) 4 = 7 := rfl
--- case: universes
--- expect: ok
universe u v
def swap {α : Type u} {β : Type v} (p : α × β) : β × α := (p.2, p.1)
example : swap (1, true) = (true, 1) := rfl
--- case: an option
--- expect: ok
set_option pp.all true in
#check (1 : Nat)
--- output:
@OfNat.ofNat.{0} Nat (nat_lit 1) (instOfNatNat (nat_lit 1)) : Nat
--- case: an unknown option
--- expect: error unknown_identifier
set_option no.such.option true
--- case: or-patterns and literals
--- expect: ok
def small : Nat → Bool
  | 0 | 1 | 2 => true
  | _ => false
example : small 2 = true ∧ small 3 = false := ⟨rfl, rfl⟩
--- case: named and nested patterns
--- expect: ok
def f : List (Nat × Nat) → List (Nat × Nat)
  | all@((a, _) :: _) => (a, 0) :: all
  | [] => []
example : f [(1, 2)] = [(1, 0), (1, 2)] := rfl
--- case: matching several values
--- expect: ok
def cmp (m n : Nat) : Nat :=
  match m, n with
  | 0, 0 => 0
  | _, 0 => 1
  | 0, _ => 2
  | _, _ => 3
example : cmp 1 0 = 1 := rfl
--- case: matching on strings and characters
--- expect: ok
def code : String → Nat
  | "one" => 1
  | "two" => 2
  | _ => 0
#eval (code "two", code "x")
--- output:
(2, 0)
--- case: matching with a proof
--- expect: ok
def pred' (n : Nat) (h : 0 < n) : Nat :=
  match n, h with
  | n + 1, _ => n
example : pred' 3 (by decide) = 2 := rfl
--- case: matching remembers the equation
--- expect: ok
def f (n : Nat) : {m // m = n + 0} :=
  match h : n with
  | 0 => ⟨0, rfl⟩
  | k + 1 => ⟨k + 1, rfl⟩
example : (f 2).val = 2 := rfl
--- case: missing cases
--- expect: error other
def f : Nat → Nat
  | 0 => 0
  | 1 => 1
--- case: an inductive family with a dependent match
--- expect: ok
inductive Vec (α : Type) : Nat → Type
  | nil : Vec α 0
  | cons {n : Nat} (a : α) (v : Vec α n) : Vec α (n + 1)
def Vec.head {α : Type} {n : Nat} : Vec α (n + 1) → α
  | .cons a _ => a
def Vec.toList {α : Type} : {n : Nat} → Vec α n → List α
  | _, .nil => []
  | _, .cons a v => a :: v.toList
example : (Vec.cons 1 (.cons 2 .nil)).toList = [1, 2] := rfl
--- case: an inductive proposition
--- expect: ok
inductive Even : Nat → Prop
  | zero : Even 0
  | step {n : Nat} : Even n → Even (n + 2)
example : ¬Even 1 := fun h => nomatch h
--- case: a type that is not positive
--- expect: error other
inductive Bad where
  | mk (f : Bad → Nat)
--- case: if let and let patterns
--- expect: ok
def f (o : Option (Nat × Nat)) : Nat :=
  if let some (a, b) := o then a + b else 0
def g : Nat :=
  let (a, b) := (3, 4)
  a * b
example : f (some (1, 2)) = 3 ∧ g = 12 := ⟨rfl, rfl⟩
--- case: anonymous functions with dots
--- expect: ok
example : [1, 2, 3].map (· * 2) = [2, 4, 6] := rfl
--- case: pipes
--- expect: ok
example : ([1, 2, 3] |>.map (· + 1) |> List.length) = 3 := rfl
--- case: a failing tactic leaves the goal
--- expect: error unsolved_goals
example (p q : Prop) (hp : p) : p ∧ q := by
  constructor
  · exact hp
--- case: an unknown name
--- expect: error unknown_identifier
example : Nat := foo
--- case: an unbound variable is not made implicit
--- expect: error unknown_identifier
theorem t (n : Nat) : n = k := rfl
--- case: sorry is a warning
--- expect: ok
set_option warn.sorry false in
example : 1 = 2 := sorry
--- case: default instances and numerals
--- expect: ok
#check (3, -3)
--- output:
(3, -3) : Nat × Int
--- case: eval of a proposition that is decidable
--- expect: ok
#eval (∀ x, x ∈ [1, 2] → x < 3 : Bool)
--- output:
true
--- case: a macro over many terms
--- expect: ok
macro "listOf " xs:term,* : term => `([$xs,*])
#eval listOf 1, 2
--- output:
[1, 2]
--- case: a macro over names
--- expect: ok
macro "intros_all " xs:ident* : tactic => `(tactic| intro $xs*)
example : ∀ a _b : Nat, a = a := by intros_all a b; rfl
--- case: a macro with an optional part
--- expect: ok
macro "seven " n:(num)? : term =>
  match n with
  | some n => `($n)
  | none => `(7)
#eval (seven, seven 5)
--- output:
(7, 5)
--- case: a macro written as a function
--- expect: ok
syntax (name := succKind) "next_of " term:max : term
@[macro succKind] def expandNext : Lean.Macro := fun stx => do
  match stx with
  | `(next_of $t) => `($t + 1)
  | _ => Lean.Macro.throwUnsupported
#eval next_of 3
--- output:
4
