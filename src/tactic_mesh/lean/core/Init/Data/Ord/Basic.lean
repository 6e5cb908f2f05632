prelude
import Init.Data.String.Basic
import Init.Data.Int.Basic
import Init.Data.Repr
/-! This module: three-way comparison: `Ordering`, the class `Ord`, and its instances for the basic types. -/
universe u v

inductive Ordering where
  | lt
  | eq
  | gt
deriving Inhabited, DecidableEq, Repr
namespace Ordering
@[inline] def swap : Ordering → Ordering
  | .lt => .gt
  | .eq => .eq
  | .gt => .lt
/-- The first comparison, or the second one where the first finds no difference. -/
@[macro_inline] def «then» (a b : Ordering) : Ordering :=
  match a with
  | .eq => b
  | a => a
@[inline] def isEq : Ordering → Bool
  | eq => true
  | _ => false
@[inline] def isNe : Ordering → Bool
  | eq => false
  | _ => true
@[inline] def isLE : Ordering → Bool
  | gt => false
  | _ => true
@[inline] def isLT : Ordering → Bool
  | lt => true
  | _ => false
@[inline] def isGT : Ordering → Bool
  | gt => true
  | _ => false
@[inline] def isGE : Ordering → Bool
  | lt => false
  | _ => true
@[simp] theorem swap_swap {o : Ordering} : o.swap.swap = o := by cases o <;> rfl
@[simp] theorem swap_lt : lt.swap = gt := rfl
@[simp] theorem swap_eq : eq.swap = eq := rfl
@[simp] theorem swap_gt : gt.swap = lt := rfl
@[simp] theorem swap_inj {a b : Ordering} : a.swap = b.swap ↔ a = b := by
  constructor
  · cases a <;> cases b <;> first | exact fun _ => rfl | exact fun h => nomatch h
  · exact congrArg swap
@[simp] theorem then_eq {o : Ordering} : o.then eq = o := by cases o <;> rfl
@[simp] theorem eq_then {o : Ordering} : eq.then o = o := rfl
@[simp] theorem lt_then {o : Ordering} : lt.then o = lt := rfl
@[simp] theorem gt_then {o : Ordering} : gt.then o = gt := rfl
theorem then_assoc {a b c : Ordering} : (a.then b).then c = a.then (b.then c) := by cases a <;> rfl
@[simp] theorem isEq_iff_eq_eq {o : Ordering} : o.isEq = true ↔ o = eq := by
  cases o <;> first | exact ⟨fun _ => rfl, fun _ => rfl⟩ | exact ⟨(nomatch ·), (nomatch ·)⟩
end Ordering

@[inline] def compareOfLessAndEq {α : Type u} (x y : α) [LT α] [Decidable (x < y)] [DecidableEq α] : Ordering :=
  if x < y then .lt else if x = y then .eq else .gt
@[inline] def compareOfLessAndBEq {α : Type u} (x y : α) [LT α] [Decidable (x < y)] [BEq α] : Ordering :=
  if x < y then .lt else if x == y then .eq else .gt
/-- Lexicographic combination: the second comparison decides where the first finds no difference. -/
@[inline] def compareLex {α : Sort u} {β : Sort v} (cmp₁ cmp₂ : α → β → Ordering) (a : α) (b : β) : Ordering :=
  (cmp₁ a b).then (cmp₂ a b)

@[ext] class Ord (α : Type u) where
  compare : α → α → Ordering
export Ord (compare)
@[inline] def compareOn {β : Type v} {α : Sort u} [ord : Ord β] (f : α → β) (x y : α) : Ordering := compare (f x) (f y)

instance instOrdNat : Ord Nat := ⟨fun a b => compareOfLessAndEq a b⟩
instance instOrdInt : Ord Int := ⟨fun a b => compareOfLessAndEq a b⟩
instance instOrdBool : Ord Bool := ⟨fun
  | false, true => .lt
  | true, false => .gt
  | _, _ => .eq⟩
instance instOrdString : Ord String := ⟨fun a b => compareOfLessAndEq a b⟩
instance instOrdFin (n : Nat) : Ord (Fin n) := ⟨fun a b => compare a.val b.val⟩
instance instOrdBitVec {n : Nat} : Ord (BitVec n) := ⟨fun a b => compareOfLessAndEq a b⟩
instance instOrdChar : Ord Char := ⟨fun a b => compareOfLessAndEq a b⟩
instance UInt8.instOrd : Ord UInt8 := ⟨fun a b => compareOfLessAndEq a b⟩
instance UInt16.instOrd : Ord UInt16 := ⟨fun a b => compareOfLessAndEq a b⟩
instance UInt32.instOrd : Ord UInt32 := ⟨fun a b => compareOfLessAndEq a b⟩
instance UInt64.instOrd : Ord UInt64 := ⟨fun a b => compareOfLessAndEq a b⟩
instance USize.instOrd : Ord USize := ⟨fun a b => compareOfLessAndEq a b⟩
instance instOrdUnit : Ord Unit := ⟨fun _ _ => .eq⟩
instance instOrdOrdering : Ord Ordering := ⟨fun a b => compareOfLessAndEq a.ctorIdx b.ctorIdx⟩
instance instOrdOption {α : Type u} [Ord α] : Ord (Option α) := ⟨fun
  | none, none => .eq
  | none, some _ => .lt
  | some _, none => .gt
  | some a, some b => compare a b⟩
instance instOrdSubtype {α : Type u} [Ord α] {p : α → Prop} : Ord (Subtype p) := ⟨fun a b => compare a.val b.val⟩
/-- Lists in dictionary order. -/
protected def List.compareLex {α : Type u} (cmp : α → α → Ordering) : List α → List α → Ordering
  | [], [] => .eq
  | [], _ => .lt
  | _, [] => .gt
  | x :: xs, y :: ys =>
    match cmp x y with
    | .lt => .lt
    | .eq => List.compareLex cmp xs ys
    | .gt => .gt
instance List.instOrd {α : Type u} [Ord α] : Ord (List α) := ⟨List.compareLex compare⟩

/-- Pairs in dictionary order. -/
@[reducible] def lexOrd {α : Type u} {β : Type v} [Ord α] [Ord β] : Ord (α × β) := ⟨compareLex (compareOn (·.1)) (compareOn (·.2))⟩
@[reducible] def ltOfOrd {α : Type u} [Ord α] : LT α := ⟨fun a b => compare a b = .lt⟩
instance {α : Type u} [Ord α] : DecidableRel (@LT.lt α ltOfOrd) := fun a b =>
  inferInstanceAs (Decidable (compare a b = .lt))
@[reducible] def leOfOrd {α : Type u} [Ord α] : LE α := ⟨fun a b => (compare a b).isLE⟩
instance {α : Type u} [Ord α] : DecidableRel (@LE.le α leOfOrd) := fun a b =>
  inferInstanceAs (Decidable ((compare a b).isLE = true))
namespace Ord
@[reducible] protected def toBEq {α : Type u} (ord : Ord α) : BEq α := ⟨fun x y => ord.compare x y == .eq⟩
@[reducible] protected def toLT {α : Type u} (_ : Ord α) : LT α := ltOfOrd
@[reducible] protected def toLE {α : Type u} (_ : Ord α) : LE α := leOfOrd
@[reducible] protected def opposite {α : Type u} (ord : Ord α) : Ord α := ⟨fun x y => ord.compare y x⟩
@[reducible] protected def on {β : Type v} {α : Type u} (_ : Ord β) (f : α → β) : Ord α := ⟨compareOn f⟩
@[reducible] protected def lex {α : Type u} {β : Type v} (_ : Ord α) (_ : Ord β) : Ord (α × β) := lexOrd
@[reducible] protected def lex' {α : Type u} (ord₁ ord₂ : Ord α) : Ord α := ⟨compareLex ord₁.compare ord₂.compare⟩
end Ord
@[inline, reducible] def maxOfOrd {α : Type u} [Ord α] : Max α := letI := @leOfOrd α; maxOfLe
@[inline, reducible] def minOfOrd {α : Type u} [Ord α] : Min α := letI := @leOfOrd α; minOfLe
