prelude
import Init.Data.Nat.Basic
import Init.Data.Cast
/-! Integers: the type, its literals and casts, its arithmetic and its order as data; the laws are in the neighbouring modules. -/
universe u
set_option linter.unusedVariables false
set_option genCtorIdx false in
/-- The integers: `ofNat n` is `n`, and `negSucc n` is `-(n + 1)`. -/
inductive Int : Type where
  | ofNat : Nat → Int
  | negSucc : Nat → Int
attribute [extern "lean_nat_to_int"] Int.ofNat
attribute [extern "lean_int_neg_succ_of_nat"] Int.negSucc
@[extern "x", implicit_reducible] protected def Int.ctorIdx (i : Int) : Nat := i.casesOn (fun _ => 0) (fun _ => 1)
/-- Types into which every integer can be cast. -/
class IntCast (R : Type u) where
  intCast : Int → R
@[coe, reducible, match_pattern] protected def Int.cast {R : Type u} [IntCast R] : Int → R := IntCast.intCast
instance instNatCastInt : NatCast Int := ⟨Int.ofNat⟩
instance instIntCastInt : IntCast Int := ⟨id⟩
instance [IntCast R] : CoeTail Int R := ⟨Int.cast⟩
instance [IntCast R] : CoeHTCT Int R := ⟨Int.cast⟩
instance instOfNat : OfNat Int n := ⟨Int.ofNat n⟩
namespace Int
instance instInhabited : Inhabited Int := ⟨ofNat 0⟩
def negOfNat : Nat → Int
  | 0 => 0
  | .succ m => negSucc m
set_option bootstrap.genMatcherCode false in
@[extern "lean_int_neg"] protected def neg (n : @& Int) : Int :=
  match n with
  | ofNat n => negOfNat n
  | negSucc n => ofNat (.succ n)
@[default_instance 500] instance instNegInt : Neg Int := ⟨Int.neg⟩
/-- The difference of two natural numbers, as an integer. -/
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
instance instAdd : Add Int := ⟨Int.add⟩
set_option bootstrap.genMatcherCode false in
@[extern "lean_int_mul"] protected def mul (m n : @& Int) : Int :=
  match m, n with
  | ofNat m, ofNat n => ofNat (m * n)
  | ofNat m, negSucc n => negOfNat (m * .succ n)
  | negSucc m, ofNat n => negOfNat (.succ m * n)
  | negSucc m, negSucc n => ofNat (.succ m * .succ n)
instance instMul : Mul Int := ⟨Int.mul⟩
@[extern "lean_int_sub"] protected def sub (m n : @& Int) : Int := m + -n
instance instSub : Sub Int := ⟨Int.sub⟩
/-- `NonNeg a` says that `a` is a natural number. -/
inductive NonNeg : Int → Prop where
  | mk (n : Nat) : NonNeg (ofNat n)
protected def le (a b : Int) : Prop := NonNeg (b - a)
instance instLEInt : LE Int := ⟨Int.le⟩
protected def lt (a b : Int) : Prop := (a + 1) ≤ b
instance instLTInt : LT Int := ⟨Int.lt⟩
set_option bootstrap.genMatcherCode false in
@[extern "lean_int_dec_eq"] protected def decEq (a b : @& Int) : Decidable (a = b) :=
  match a, b with
  | ofNat a, ofNat b => if h : a = b then isTrue (h ▸ rfl) else isFalse (fun e => h (by injection e))
  | negSucc a, negSucc b => if h : a = b then isTrue (h ▸ rfl) else isFalse (fun e => h (by injection e))
  | ofNat a, negSucc b => isFalse (fun e => nomatch e)
  | negSucc a, ofNat b => isFalse (fun e => nomatch e)
instance instDecidableEq : DecidableEq Int := Int.decEq
set_option bootstrap.genMatcherCode false in
@[extern "lean_int_dec_nonneg"] def decNonneg (m : @& Int) : Decidable (NonNeg m) :=
  match m with
  | ofNat m => isTrue ⟨m⟩
  | negSucc _ => isFalse (fun h => nomatch h)
@[extern "lean_int_dec_le"] instance decLe (a b : @& Int) : Decidable (a ≤ b) := decNonneg _
@[extern "lean_int_dec_lt"] instance decLt (a b : @& Int) : Decidable (a < b) := decNonneg _
set_option bootstrap.genMatcherCode false in
/-- The absolute value, as a natural number. -/
@[extern "lean_nat_abs"] def natAbs (m : @& Int) : Nat :=
  match m with
  | ofNat m => m
  | negSucc m => m.succ
/-- `1`, `0` or `-1`. -/
@[extern "x"] def sign : Int → Int
  | ofNat (.succ _) => 1
  | ofNat 0 => 0
  | negSucc _ => -1
/-- The natural number that a nonnegative integer is; `0` for a negative one. -/
@[extern "x"] def toNat : Int → Nat
  | ofNat n => n
  | negSucc _ => 0
@[extern "x"] def toNat? : Int → Option Nat
  | ofNat n => some n
  | negSucc _ => none
instance instDvd : Dvd Int := ⟨fun a b => ∃ c, b = a * c⟩
@[extern "x"] protected def pow (m : Int) : Nat → Int
  | 0 => 1
  | .succ n => Int.pow m n * m
instance instNatPow : NatPow Int := ⟨Int.pow⟩
instance instMin : Min Int := minOfLe
instance instMax : Max Int := maxOfLe
end Int
