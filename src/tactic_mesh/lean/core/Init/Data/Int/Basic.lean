prelude
import Init.Data.List.Basic
/-! This module: integers (data and instances only) and text formatting. -/
universe u
set_option linter.unusedVariables false
set_option genCtorIdx false in
inductive Int : Type where
  | ofNat : Nat → Int
  | negSucc : Nat → Int
attribute [extern "lean_nat_to_int"] Int.ofNat
attribute [extern "lean_int_neg_succ_of_nat"] Int.negSucc
@[extern "x", implicit_reducible] protected def Int.ctorIdx (i : Int) : Nat := i.casesOn (fun _ => 0) (fun _ => 1)
class NatCast (R : Type u) where
  natCast : Nat → R
class IntCast (R : Type u) where
  intCast : Int → R
@[coe, reducible, match_pattern] protected def Nat.cast {R : Type u} [NatCast R] : Nat → R := NatCast.natCast
instance : NatCast Nat := ⟨id⟩
instance : NatCast Int := ⟨Int.ofNat⟩
instance [NatCast R] : CoeTail Nat R := ⟨Nat.cast⟩
instance [NatCast R] : CoeHTCT Nat R := ⟨Nat.cast⟩
instance : IntCast Int := ⟨id⟩
instance instOfNat : OfNat Int n := ⟨Int.ofNat n⟩
namespace Int
def negOfNat : Nat → Int
  | 0 => 0
  | .succ m => negSucc m
set_option bootstrap.genMatcherCode false in
@[extern "lean_int_neg"] protected def neg (n : @& Int) : Int :=
  match n with
  | ofNat n => negOfNat n
  | negSucc n => ofNat (.succ n)
instance instNegInt : Neg Int := ⟨Int.neg⟩
def subNatNat (m n : Nat) : Int :=
  match n - m with
  | 0 => ofNat (m - n)
  | .succ k => negSucc k
set_option bootstrap.genMatcherCode false in
@[extern "lean_int_add"] protected def add (m n : @& Int) : Int :=
  match m, n with
  | ofNat m, ofNat n => ofNat (m + n)
  | ofNat m, negSucc n => subNatNat m (.succ n)
  | negSucc m, ofNat n => subNatNat n (.succ m)
  | negSucc m, negSucc n => negSucc (.succ (m + n))
instance : Add Int := ⟨Int.add⟩
set_option bootstrap.genMatcherCode false in
@[extern "lean_int_mul"] protected def mul (m n : @& Int) : Int :=
  match m, n with
  | ofNat m, ofNat n => ofNat (m * n)
  | ofNat m, negSucc n => negOfNat (m * .succ n)
  | negSucc m, ofNat n => negOfNat (.succ m * n)
  | negSucc m, negSucc n => ofNat (.succ m * .succ n)
instance : Mul Int := ⟨Int.mul⟩
set_option bootstrap.genMatcherCode false in
@[extern "lean_int_sub"] protected def sub (m n : @& Int) : Int := m + -n
instance : Sub Int := ⟨Int.sub⟩
inductive NonNeg : Int → Prop where
  | mk (n : Nat) : NonNeg (ofNat n)
protected def le (a b : Int) : Prop := NonNeg (b - a)
instance instLEInt : LE Int := ⟨Int.le⟩
protected def lt (a b : Int) : Prop := (a + 1) ≤ b
instance instLTInt : LT Int := ⟨Int.lt⟩
theorem ofNat.inj' {m n : Nat} (h : ofNat m = ofNat n) : m = n := by injection h
set_option bootstrap.genMatcherCode false in
@[extern "lean_int_dec_eq"] protected def decEq (a b : @& Int) : Decidable (a = b) :=
  match a, b with
  | ofNat a, ofNat b => if h : a = b then isTrue (h ▸ rfl) else isFalse (fun e => h (by injection e))
  | negSucc a, negSucc b => if h : a = b then isTrue (h ▸ rfl) else isFalse (fun e => h (by injection e))
  | ofNat a, negSucc b => isFalse (fun e => nomatch e)
  | negSucc a, ofNat b => isFalse (fun e => nomatch e)
instance : DecidableEq Int := Int.decEq
set_option bootstrap.genMatcherCode false in
@[extern "lean_int_dec_nonneg"] def decNonneg (m : @& Int) : Decidable (NonNeg m) :=
  match m with
  | ofNat m => isTrue ⟨m⟩
  | negSucc _ => isFalse (fun h => nomatch h)
@[extern "lean_int_dec_le"] instance decLe (a b : @& Int) : Decidable (a ≤ b) := decNonneg _
@[extern "lean_int_dec_lt"] instance decLt (a b : @& Int) : Decidable (a < b) := decNonneg _
end Int
namespace Std
inductive Format.FlattenBehavior where
  | allOrNone
  | fill
inductive Format where
  | nil : Format
  | line : Format
  | align (force : Bool) : Format
  | text : String → Format
  | nest (indent : Int) (f : Format) : Format
  | append : Format → Format → Format
  | group : Format → (behavior : Format.FlattenBehavior := .allOrNone) → Format
  | tag : Nat → Format → Format
instance : Inhabited Format := ⟨.nil⟩
instance : Append Format := ⟨.append⟩
end Std
class Repr (α : Type u) where
  reprPrec : α → Nat → Std.Format
export Repr (reprPrec)
abbrev repr [Repr α] (a : α) : Std.Format := reprPrec a 0
instance : Repr Nat := ⟨fun n _ => .text (Nat.repr n)⟩
instance : Repr Bool := ⟨fun b _ => .text (cond b "true" "false")⟩
instance : Repr String := ⟨fun s _ => .text ("\"" ++ s ++ "\"")⟩
def reprList [Repr α] : List α → Std.Format
  | [] => .text "[]"
  | [a] => .append (repr a) (.text "]")
  | a :: as => .append (repr a) (.append (.text ", ") (reprList as))
instance [Repr α] : Repr (List α) := ⟨fun l _ => match l with
  | [] => .text "[]"
  | l => .append (.text "[") (reprList l)⟩
@[irreducible] def Lean.opaqueId {α : Sort u} (x : α) : α := x
instance : Monad Option where
  pure := some
  bind o f := match o with
    | some a => f a
    | none => none
instance [Repr α] : Repr (Option α) := ⟨fun o _ => match o with
  | none => .text "none"
  | some a => .append (.text "some ") (reprPrec a 1024)⟩
class Std.Associative {α : Sort u} (op : α → α → α) : Prop where
  assoc : (a b c : α) → op (op a b) c = op a (op b c)
class Std.Commutative {α : Sort u} (op : α → α → α) : Prop where
  comm : (a b : α) → op a b = op b a
instance : Std.Associative (α := Nat) (· + ·) := ⟨Nat.add_assoc⟩
instance : Std.Commutative (α := Nat) (· + ·) := ⟨Nat.add_comm⟩
instance : Std.Associative (α := Nat) (· * ·) := ⟨Nat.mul_assoc⟩
instance : Std.Commutative (α := Nat) (· * ·) := ⟨Nat.mul_comm⟩
def List.decBAll {α : Type u} (p : α → Prop) [dp : DecidablePred p] : (l : List α) → Decidable (∀ x, x ∈ l → p x)
  | [] => isTrue (fun _ h => nomatch h)
  | a :: as =>
    if ha : p a then
      match decBAll p as with
      | isTrue h => isTrue (fun x hx => by
          cases hx with
          | head => exact ha
          | tail _ k => exact h x k)
      | isFalse n => isFalse (fun h => n (fun x k => h x (.tail _ k)))
    else isFalse (fun h => ha (h a (.head _)))
instance List.decidableBAll {α : Type u} (p : α → Prop) [DecidablePred p] (l : List α) : Decidable (∀ x, x ∈ l → p x) := List.decBAll p l
