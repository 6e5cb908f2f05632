--- case: decidable equality of an enumeration
--- expect: ok
inductive Colour | red | green | blue
deriving DecidableEq
example : Colour.red ≠ Colour.blue := by decide
--- case: every handler on an enumeration
--- expect: ok
inductive Colour | red | green | blue
deriving Repr, DecidableEq, BEq, Inhabited, Hashable, Ord, Nonempty
#eval (Colour.red, Colour.red == .green, compare Colour.red Colour.blue, (default : Colour))
--- output:
(Colour.red, false, Ordering.lt, Colour.red)
--- case: a structure is shown with its fields
--- expect: ok
structure Point where
  x : Nat
  y : Nat
deriving Repr
#eval ({ x := 1, y := 2 } : Point)
--- output:
{ x := 1, y := 2 }
--- case: every handler on a structure
--- expect: ok
structure Point where
  x : Nat
  y : Nat
deriving Repr, DecidableEq, BEq, Inhabited, Hashable, Ord
#eval ((default : Point), compare (Point.mk 1 2) ⟨1, 3⟩, Point.mk 1 2 == ⟨1, 2⟩, hash (Point.mk 1 2) == hash (Point.mk 1 2))
--- output:
({ x := 0, y := 0 }, Ordering.lt, true, true)
--- case: a structure with a long content is broken into lines
--- expect: ok
structure Config where
  name : String := "a rather long name for a configuration, so that the line is full"
  numbers : List Nat := List.range 20
  flag : Option (Nat × Bool) := some (3, true)
deriving Repr
#eval ({} : Config)
--- output:
{ name := "a rather long name for a configuration, so that the line is full",
  numbers := [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
  flag := some (3, true) }
--- case: a recursive type
--- expect: ok
inductive Tree (α : Type) | leaf | node (l : Tree α) (v : α) (r : Tree α)
deriving Repr, DecidableEq, BEq, Inhabited, Hashable, Ord
#eval Tree.node .leaf 3 (.node .leaf 4 .leaf)
--- output:
Tree.node (Tree.leaf) 3 (Tree.node (Tree.leaf) 4 (Tree.leaf))
--- case: decidable equality of a recursive type is used
--- expect: ok
inductive Tree (α : Type) | leaf | node (l : Tree α) (v : α) (r : Tree α)
deriving DecidableEq
example : Tree.node .leaf 3 .leaf ≠ Tree.leaf := by decide
--- case: an indexed family
--- expect: ok
inductive Vec (α : Type) : Nat → Type
  | nil : Vec α 0
  | cons {n : Nat} (a : α) (v : Vec α n) : Vec α (n + 1)
deriving Repr, DecidableEq
#eval Vec.cons 1 (Vec.cons 2 .nil)
--- output:
Vec.cons 1 (Vec.cons 2 (Vec.nil))
--- case: a type that contains lists of itself
--- expect: ok
inductive Term | var (name : String) | app (f : String) (args : List Term)
deriving Repr, BEq, Inhabited
#eval Term.app "f" [.var "x", .app "c" []]
--- output:
Term.app "f" [Term.var "x", Term.app "c" []]
--- case: negative numbers inside a constructor
--- expect: ok
inductive Expr | num (n : Int) | add (a b : Expr)
deriving Repr
#eval Expr.add (.num (-3)) (.num 4)
--- output:
Expr.add (Expr.num (-3)) (Expr.num 4)
--- case: mutual types
--- expect: ok
mutual
inductive A | a (n : Nat) (b : B) | z
inductive B | b (a : A)
end
deriving instance Repr, BEq, DecidableEq for A, B
#eval A.a 1 (.b .z)
--- output:
A.a 1 (B.b (A.z))
--- case: deriving after the fact
--- expect: ok
inductive Colour | red | green
deriving instance DecidableEq, Repr for Colour
#eval if Colour.red = .green then 1 else 2
--- output:
2
--- case: lawful Boolean equality
--- expect: ok
inductive Colour | red | green
deriving BEq, ReflBEq, LawfulBEq
example (a b : Colour) (h : (a == b) = true) : a = b := eq_of_beq h
--- case: lawful Boolean equality of a recursive type
--- expect: ok
inductive Nats | nil | cons (n : Nat) (l : Nats)
deriving BEq, ReflBEq, LawfulBEq
example (a b : Nats) (h : (a == b) = true) : a = b := eq_of_beq h
--- case: a parameter without the instance
--- expect: error type_mismatch
structure Box (α : Type) where
  f : Nat → α
deriving DecidableEq
--- case: no handler of that name
--- expect: error unknown_identifier
inductive Colour | red
deriving Frobnicate
--- case: the handler prints names with their namespace
--- expect: ok
namespace Geometry
inductive Side | left | right
deriving Repr
end Geometry
#eval Geometry.Side.left
--- output:
Geometry.Side.left
--- case: comparison is lexicographic
--- expect: ok
structure Version where
  major : Nat
  minor : Nat
deriving Ord
#eval (compare (Version.mk 1 9) ⟨2, 0⟩, (compare (Version.mk 2 1) ⟨2, 0⟩).isGT)
--- output:
(Ordering.lt, true)
