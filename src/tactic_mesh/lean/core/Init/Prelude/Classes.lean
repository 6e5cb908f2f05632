prelude
import Init.Prelude.Types
/-! The classes behind numerals, the order signs, the arithmetic signs and the set signs, with the instances by which
`a + b` of one type means the operation of that type. -/

universe u v w
set_option linter.unusedVariables false

/-! ## Numerals and order classes -/

class OfNat (α : Type u) (_ : Nat) where
  ofNat : α
@[default_instance 100] instance instOfNatNat (n : Nat) : OfNat Nat n where
  ofNat := n
class LE (α : Type u) where
  le : α → α → Prop
class LT (α : Type u) where
  lt : α → α → Prop
@[reducible] def GE.ge {α : Type u} [LE α] (a b : α) : Prop := LE.le b a
@[reducible] def GT.gt {α : Type u} [LT α] (a b : α) : Prop := LT.lt b a
abbrev DecidableLT (α : Type u) [LT α] := DecidableRel (LT.lt : α → α → Prop)
abbrev DecidableLE (α : Type u) [LE α] := DecidableRel (LE.le : α → α → Prop)
class Max (α : Type u) where
  max : α → α → α
export Max (max)
class Min (α : Type u) where
  min : α → α → α
export Min (min)
@[inline, instance_reducible] def maxOfLe [LE α] [DecidableRel (@LE.le α _)] : Max α where
  max x y := ite (LE.le x y) y x
@[inline, instance_reducible] def minOfLe [LE α] [DecidableRel (@LE.le α _)] : Min α where
  min x y := ite (LE.le x y) x y
class Trans (r : α → β → Sort u) (s : β → γ → Sort v) (t : outParam (α → γ → Sort w)) where
  trans : r a b → s b c → t a c
export Trans (trans)
instance (r : α → γ → Sort u) : Trans Eq r r := ⟨fun e h => e ▸ h⟩
instance (r : α → β → Sort u) : Trans r Eq r := ⟨fun h e => e ▸ h⟩
class HAdd (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hAdd : α → β → γ
class Add (α : Type u) where
  add : α → α → α
@[default_instance] instance instHAdd [Add α] : HAdd α α α := ⟨fun a b => Add.add a b⟩
class HSub (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hSub : α → β → γ
class Sub (α : Type u) where
  sub : α → α → α
@[default_instance] instance instHSub [Sub α] : HSub α α α := ⟨fun a b => Sub.sub a b⟩
class HMul (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hMul : α → β → γ
class Mul (α : Type u) where
  mul : α → α → α
@[default_instance] instance instHMul [Mul α] : HMul α α α := ⟨fun a b => Mul.mul a b⟩
class HDiv (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hDiv : α → β → γ
class Div (α : Type u) where
  div : α → α → α
@[default_instance] instance instHDiv [Div α] : HDiv α α α := ⟨fun a b => Div.div a b⟩
class HMod (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hMod : α → β → γ
class Mod (α : Type u) where
  mod : α → α → α
@[default_instance] instance instHMod [Mod α] : HMod α α α := ⟨fun a b => Mod.mod a b⟩
class HAppend (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hAppend : α → β → γ
class Append (α : Type u) where
  append : α → α → α
@[default_instance] instance instHAppendOfAppend [Append α] : HAppend α α α := ⟨fun a b => Append.append a b⟩
class HAnd (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hAnd : α → β → γ
class AndOp (α : Type u) where
  and : α → α → α
@[default_instance] instance instHAndOfAndOp [AndOp α] : HAnd α α α := ⟨fun a b => AndOp.and a b⟩
class HXor (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hXor : α → β → γ
class XorOp (α : Type u) where
  xor : α → α → α
@[default_instance] instance instHXorOfXorOp [XorOp α] : HXor α α α := ⟨fun a b => XorOp.xor a b⟩
class HOr (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hOr : α → β → γ
class OrOp (α : Type u) where
  or : α → α → α
@[default_instance] instance instHOrOfOrOp [OrOp α] : HOr α α α := ⟨fun a b => OrOp.or a b⟩
class HShiftLeft (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hShiftLeft : α → β → γ
class ShiftLeft (α : Type u) where
  shiftLeft : α → α → α
@[default_instance] instance instHShiftLeftOfShiftLeft [ShiftLeft α] : HShiftLeft α α α := ⟨fun a b => ShiftLeft.shiftLeft a b⟩
class HShiftRight (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hShiftRight : α → β → γ
class ShiftRight (α : Type u) where
  shiftRight : α → α → α
@[default_instance] instance instHShiftRightOfShiftRight [ShiftRight α] : HShiftRight α α α := ⟨fun a b => ShiftRight.shiftRight a b⟩
class HPow (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hPow : α → β → γ
class Pow (α : Type u) (β : Type v) where
  pow : α → β → α
class NatPow (α : Type u) where
  pow : α → Nat → α
class HomogeneousPow (α : Type u) where
  pow : α → α → α
@[default_instance] instance instHPow [Pow α β] : HPow α β α := ⟨fun a b => Pow.pow a b⟩
@[default_instance] instance instPowNat [NatPow α] : Pow α Nat := ⟨fun a n => NatPow.pow a n⟩
@[default_instance] instance instPowOfHomogeneousPow [HomogeneousPow α] : Pow α α := ⟨fun a b => HomogeneousPow.pow a b⟩
class HSMul (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hSMul : α → β → γ
class SMul (M : Type u) (α : Type v) where
  smul : M → α → α
@[default_instance] instance instHSMul {α β} [SMul α β] : HSMul α β β := ⟨SMul.smul⟩
class HOrElse (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hOrElse : α → (Unit → β) → γ
class OrElse (α : Type u) where
  orElse : α → (Unit → α) → α
@[default_instance] instance instHOrElseOfOrElse [OrElse α] : HOrElse α α α := ⟨OrElse.orElse⟩
class HAndThen (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hAndThen : α → (Unit → β) → γ
class AndThen (α : Type u) where
  andThen : α → (Unit → α) → α
@[default_instance] instance instHAndThenOfAndThen [AndThen α] : HAndThen α α α := ⟨AndThen.andThen⟩
class Neg (α : Type u) where
  neg : α → α
class Inv (α : Type u) where
  inv : α → α
class Zero (α : Type u) where
  zero : α
class One (α : Type u) where
  one : α
class Complement (α : Type u) where
  complement : α → α
class Dvd (α : Type u) where
  dvd : α → α → Prop
class HasSubset (α : Type u) where
  Subset : α → α → Prop
class HasSSubset (α : Type u) where
  SSubset : α → α → Prop
@[reducible] def Superset {α : Type u} [HasSubset α] (a b : α) : Prop := HasSubset.Subset b a
@[reducible] def SSuperset {α : Type u} [HasSSubset α] (a b : α) : Prop := HasSSubset.SSubset b a
class HasEquiv (α : Sort u) where
  Equiv : α → α → Sort v
class EmptyCollection (α : Type u) where
  emptyCollection : α
class Insert (α : outParam (Type u)) (γ : Type v) where
  insert : α → γ → γ
class Singleton (α : outParam (Type u)) (β : Type v) where
  singleton : α → β
class Union (α : Type u) where
  union : α → α → α
class Inter (α : Type u) where
  inter : α → α → α
class SDiff (α : Type u) where
  sdiff : α → α → α
class Membership (α : outParam (Type u)) (γ : Type v) where
  mem : γ → α → Prop

attribute [match_pattern] Add.add HAdd.hAdd Neg.neg Mul.mul HMul.hMul
