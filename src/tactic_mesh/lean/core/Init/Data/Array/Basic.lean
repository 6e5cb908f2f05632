prelude
import Init.Data.List.Basic
import Init.Data.Option.Basic
import Init.Data.BEq
import Init.Data.Nat.Sub
/-! Arrays: the functions that programs and statements use, each given by what it does to the list of
elements; compiled code works on packed memory where the run-time system has the operation. -/
universe u v w
variable {α : Type u} {β : Type v} {γ : Type w}
set_option linter.unusedVariables false

/-- The array with the elements of a list; `#[a, b]` is short for `[a, b].toArray`. -/
@[match_pattern, inline] abbrev List.toArray (xs : List α) : Array α := .mk xs
instance : EmptyCollection (Array α) := ⟨Array.empty⟩
namespace Array

theorem size_toArray {as : List α} : as.toArray.size = as.length := rfl
@[simp] theorem toArray_toList {xs : Array α} : xs.toList.toArray = xs := rfl
@[simp] theorem length_toList {xs : Array α} : xs.toList.length = xs.size := rfl

/-! ## Size, ends, comparison -/
def isEmpty (xs : Array α) : Bool := decide (xs.size = 0)
@[extern "lean_mk_array"] def replicate {α : Type u} (n : Nat) (v : α) : Array α := ⟨List.replicate n v⟩
def singleton (v : α) : Array α := ⟨[v]⟩
def back! [Inhabited α] (xs : Array α) : α := xs[xs.size - 1]!
def back (xs : Array α) (h : 0 < xs.size := by get_elem_tactic) : α := xs[xs.size - 1]'(Nat.sub_one_sub_lt_of_lt h)
def back? (xs : Array α) : Option α := xs[xs.size - 1]?
@[inline] protected def beq [BEq α] (xs ys : Array α) : Bool := xs.toList == ys.toList
instance [BEq α] : BEq (Array α) := ⟨Array.beq⟩
def isEqv (xs ys : Array α) (p : α → α → Bool) : Bool := xs.toList.isEqv ys.toList p
instance instDecidableEq [DecidableEq α] : DecidableEq (Array α)
  | ⟨as⟩, ⟨bs⟩ => match decEq as bs with
    | isTrue e => isTrue (e ▸ rfl)
    | isFalse n => isFalse fun h => n (congrArg toList h)
structure Mem (xs : Array α) (a : α) : Prop where
  val : a ∈ xs.toList
instance : Membership α (Array α) := ⟨Mem⟩
theorem mem_def {a : α} {xs : Array α} : a ∈ xs ↔ a ∈ xs.toList := ⟨fun h => h.val, fun h => ⟨h⟩⟩
@[simp] theorem mem_toArray {a : α} {l : List α} : a ∈ l.toArray ↔ a ∈ l := mem_def
@[simp] theorem mem_toList_iff (a : α) (xs : Array α) : a ∈ xs.toList ↔ a ∈ xs := mem_def.symm
instance [DecidableEq α] (a : α) (xs : Array α) : Decidable (a ∈ xs) := decidable_of_iff (a ∈ xs.toList) mem_def.symm
instance {p : α → Prop} [DecidablePred p] (xs : Array α) : Decidable (∀ x, x ∈ xs → p x) :=
  decidable_of_iff (∀ x, x ∈ xs.toList → p x) ⟨fun h x m => h x (mem_def.mp m), fun h x m => h x (mem_def.mpr m)⟩
instance {p : α → Prop} [DecidablePred p] (xs : Array α) : Decidable (∃ x, x ∈ xs ∧ p x) :=
  decidable_of_iff (∃ x, x ∈ xs.toList ∧ p x) ⟨fun ⟨x, m, h⟩ => ⟨x, mem_def.mpr m, h⟩, fun ⟨x, m, h⟩ => ⟨x, mem_def.mp m, h⟩⟩

/-! ## Change at a place -/
@[extern "lean_array_fset"]
def set (xs : Array α) (i : @& Nat) (v : α) (h : i < xs.size := by get_elem_tactic) : Array α := ⟨xs.toList.set i v⟩
@[extern "lean_array_set"]
def setIfInBounds (xs : Array α) (i : @& Nat) (v : α) : Array α := ⟨xs.toList.set i v⟩
abbrev set! (xs : Array α) (i : @& Nat) (v : α) : Array α := setIfInBounds xs i v
@[extern "lean_array_pop"] def pop (xs : Array α) : Array α := ⟨xs.toList.dropLast⟩
@[extern "lean_array_fswap"]
def swap (xs : Array α) (i j : @& Nat) (hi : i < xs.size := by get_elem_tactic) (hj : j < xs.size := by get_elem_tactic) : Array α := ⟨(xs.toList.set i xs[j]).set j xs[i]⟩
@[extern "lean_array_swap"]
def swapIfInBounds (xs : Array α) (i j : @& Nat) : Array α :=
  if h₁ : i < xs.size then
    if h₂ : j < xs.size then swap xs i j h₁ h₂ else xs
  else xs
def modify (xs : Array α) (i : Nat) (f : α → α) : Array α := ⟨xs.toList.modify i f⟩
def insertIdxIfInBounds (xs : Array α) (i : Nat) (a : α) : Array α := ⟨xs.toList.insertIdx i a⟩
def eraseIdxIfInBounds (xs : Array α) (i : Nat) : Array α := ⟨xs.toList.eraseIdx i⟩
def erase [BEq α] (xs : Array α) (a : α) : Array α := ⟨xs.toList.erase a⟩
def shrink (xs : Array α) (n : Nat) : Array α := ⟨xs.toList.take n⟩
def reverse (xs : Array α) : Array α := ⟨xs.toList.reverse⟩
@[extern "lean_array_extract"]
def extract (xs : @& Array α) (start : @& Nat := 0) (stop : @& Nat := xs.size) : Array α :=
  ⟨(xs.toList.drop start).take (stop - start)⟩
abbrev take (xs : Array α) (i : Nat) : Array α := ⟨xs.toList.take i⟩
abbrev drop (xs : Array α) (i : Nat) : Array α := ⟨xs.toList.drop i⟩

/-! ## Map, filter, fold -/
@[inline] def map (f : α → β) (xs : Array α) : Array β := ⟨xs.toList.map f⟩
@[inline] def mapIdx (f : Nat → α → β) (xs : Array α) : Array β := ⟨xs.toList.mapIdx f⟩
@[inline] def zipIdx (xs : Array α) (start : Nat := 0) : Array (α × Nat) := ⟨xs.toList.zipIdx start⟩
@[inline] def foldl {α : Type u} {β : Type v} (f : β → α → β) (init : β) (xs : Array α) (start : Nat := 0) (stop : Nat := xs.size) : β :=
  ((xs.toList.take stop).drop start).foldl f init
@[inline] def foldr {α : Type u} {β : Type v} (f : α → β → β) (init : β) (xs : Array α) (start : Nat := xs.size) (stop : Nat := 0) : β :=
  ((xs.toList.take start).drop stop).foldr f init
@[inline] def filter (p : α → Bool) (xs : Array α) (start : Nat := 0) (stop : Nat := xs.size) : Array α :=
  ⟨((xs.toList.take stop).drop start).filter p⟩
@[inline] def filterMap (f : α → Option β) (xs : Array α) (start : Nat := 0) (stop : Nat := xs.size) : Array β :=
  ⟨((xs.toList.take stop).drop start).filterMap f⟩
@[inline] def any (xs : Array α) (p : α → Bool) (start : Nat := 0) (stop : Nat := xs.size) : Bool :=
  ((xs.toList.take stop).drop start).any p
@[inline] def all (xs : Array α) (p : α → Bool) (start : Nat := 0) (stop : Nat := xs.size) : Bool :=
  ((xs.toList.take stop).drop start).all p
def contains [BEq α] (xs : Array α) (a : α) : Bool := xs.toList.contains a
def elem [BEq α] (a : α) (xs : Array α) : Bool := xs.contains a
@[inline] def find? (p : α → Bool) (xs : Array α) : Option α := xs.toList.find? p
@[inline] def findIdx? (p : α → Bool) (xs : Array α) : Option Nat := xs.toList.findIdx? p
@[inline] def findIdx (p : α → Bool) (xs : Array α) : Nat := xs.toList.findIdx p
def idxOf [BEq α] (a : α) (xs : Array α) : Nat := xs.findIdx (· == a)
@[inline] def countP (p : α → Bool) (xs : Array α) : Nat := xs.toList.countP p
def count [BEq α] (a : α) (xs : Array α) : Nat := xs.countP (· == a)
@[inline] def sum {α : Type u} [Add α] [Zero α] (xs : Array α) : α := xs.foldr (· + ·) 0
def appendList (xs : Array α) (l : List α) : Array α := l.foldl push xs
instance : HAppend (Array α) (List α) (Array α) := ⟨appendList⟩
@[inline] def flatMap {β : Type v} (f : α → Array β) (xs : Array α) : Array β := ⟨xs.toList.flatMap fun a => (f a).toList⟩
@[inline] def flatten (xss : Array (Array α)) : Array α := ⟨(xss.toList.map toList).flatten⟩
@[inline] def zipWith (f : α → β → γ) (xs : Array α) (ys : Array β) : Array γ := ⟨List.zipWith f xs.toList ys.toList⟩
def zip (xs : Array α) (ys : Array β) : Array (α × β) := zipWith Prod.mk xs ys
def unzip (xs : Array (α × β)) : Array α × Array β := (xs.map Prod.fst, xs.map Prod.snd)
@[inline] def partition (p : α → Bool) (xs : Array α) : Array α × Array α := (xs.filter p, xs.filter fun a => !p a)
def range (n : Nat) : Array Nat := ⟨List.range n⟩
def range' (start size : Nat) (step : Nat := 1) : Array Nat := ⟨List.range' start size step⟩
def toListAppend (xs : Array α) (l : List α) : List α := xs.toList ++ l
def toListRev (xs : Array α) : List α := xs.toList.reverse
def max? [Max α] (xs : Array α) : Option α := xs.toList.max?
def min? [Min α] (xs : Array α) : Option α := xs.toList.min?
def isPrefixOf [BEq α] (xs ys : Array α) : Bool := xs.toList.isPrefixOf ys.toList
def allDiff [BEq α] (xs : Array α) : Bool := go xs.toList
where
  go : List α → Bool
    | [] => true
    | a :: as => as.all (fun b => !(a == b)) && go as
end Array
