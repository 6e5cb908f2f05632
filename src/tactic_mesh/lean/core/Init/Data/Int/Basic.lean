prelude
import Init.Data.Nat.Basic
/-! Integers: the type, its casts, its arithmetic and its order as data; the laws are in the neighbouring modules. -/
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
