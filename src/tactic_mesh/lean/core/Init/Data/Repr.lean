prelude
import Init.Data.Format.Basic
import Init.Control.Id
/-! This module: `Repr`, how values are shown as Lean would read them again, for the basic types. -/
universe u v
open Std (Format ToFormat)

class Repr (α : Type u) where
  reprPrec : α → Nat → Format
export Repr (reprPrec)
abbrev repr {α : Type u} [Repr α] : α → Format := (reprPrec · 0)
abbrev reprStr {α : Type u} [Repr α] (a : α) : String := (reprPrec a 0).pretty
abbrev reprArg {α : Type u} [Repr α] (a : α) : Format := reprPrec a max_prec
/-- A type whose values are shown without line breaks inside. -/
class ReprAtom (α : Type u)
instance {α : Type u} [Repr α] : ToFormat α := ⟨repr⟩

def Repr.addAppParen (f : Format) (prec : Nat) : Format := if prec ≥ 1024 then Format.paren f else f

protected def Int.repr : Int → String
  | .ofNat m => Nat.repr m
  | .negSucc m => "-" ++ Nat.repr (m + 1)

instance instReprId {α : Type u} [Repr α] : Repr (Id α) := inferInstanceAs (Repr α)
instance instReprEmpty : Repr Empty := ⟨fun e _ => nomatch e⟩
instance instReprBool : Repr Bool := ⟨fun b _ =>
  match b with
  | true => .text "true"
  | false => .text "false"⟩
instance instReprDecidable {p : Prop} : Repr (Decidable p) := ⟨fun d prec =>
  Repr.addAppParen (.text (match d with
    | .isTrue _ => "isTrue _"
    | .isFalse _ => "isFalse _")) prec⟩
instance instReprPUnit : Repr PUnit.{u + 1} := ⟨fun _ _ => .text "PUnit.unit"⟩
instance instReprUnit : Repr Unit := ⟨fun _ _ => .text "()"⟩
instance instReprULift {α : Type v} [Repr α] : Repr (ULift.{u} α) :=
  ⟨fun x prec => Repr.addAppParen (.text "ULift.up " ++ reprArg x.down) prec⟩
protected def Option.repr {α : Type u} [Repr α] : Option α → Nat → Format
  | none, _ => .text "none"
  | some a, prec => Repr.addAppParen (.text "some " ++ reprArg a) prec
instance instReprOption {α : Type u} [Repr α] : Repr (Option α) := ⟨Option.repr⟩
protected def Sum.repr {α : Type u} {β : Type v} [Repr α] [Repr β] : Sum α β → Nat → Format
  | .inl a, prec => Repr.addAppParen (.text "Sum.inl " ++ reprArg a) prec
  | .inr b, prec => Repr.addAppParen (.text "Sum.inr " ++ reprArg b) prec
instance instReprSum {α : Type u} {β : Type v} [Repr α] [Repr β] : Repr (α ⊕ β) := ⟨Sum.repr⟩
instance instReprExcept {ε : Type u} {α : Type v} [Repr ε] [Repr α] : Repr (Except ε α) := ⟨fun x prec =>
  match x with
  | .error e => Repr.addAppParen (.text "Except.error " ++ reprArg e) prec
  | .ok a => Repr.addAppParen (.text "Except.ok " ++ reprArg a) prec⟩

/-! ### Machine words -/
instance instReprUInt8 : Repr UInt8 := ⟨fun n _ => .text n.toNat.repr⟩
instance instReprAtomUInt8 : ReprAtom UInt8 := ⟨⟩
instance instReprUInt16 : Repr UInt16 := ⟨fun n _ => .text n.toNat.repr⟩
instance instReprAtomUInt16 : ReprAtom UInt16 := ⟨⟩
instance instReprUInt32 : Repr UInt32 := ⟨fun n _ => .text n.toNat.repr⟩
instance instReprAtomUInt32 : ReprAtom UInt32 := ⟨⟩
instance instReprUInt64 : Repr UInt64 := ⟨fun n _ => .text n.toNat.repr⟩
instance instReprAtomUInt64 : ReprAtom UInt64 := ⟨⟩
instance instReprUSize : Repr USize := ⟨fun n _ => .text n.toNat.repr⟩
instance instReprAtomUSize : ReprAtom USize := ⟨⟩

/-- The components of a nested pair, last one first. -/
class ReprTuple (α : Type u) where
  reprTuple : α → List Format → List Format
export ReprTuple (reprTuple)
instance instReprTupleOfRepr {α : Type u} [Repr α] : ReprTuple α := ⟨fun a xs => repr a :: xs⟩
instance instReprTupleProdOfRepr {α : Type u} {β : Type v} [Repr α] [ReprTuple β] : ReprTuple (α × β) :=
  ⟨fun | (a, b), xs => reprTuple b (repr a :: xs)⟩
protected def Prod.repr {α : Type u} {β : Type v} [Repr α] [ReprTuple β] : α × β → Nat → Format
  | (a, b), _ => Format.bracket "(" (Format.joinSep (reprTuple b [repr a]).reverse (.text "," ++ .line)) ")"
instance instReprProdOfReprTuple {α : Type u} {β : Type v} [Repr α] [ReprTuple β] : Repr (α × β) := ⟨Prod.repr⟩
protected def Sigma.repr {α : Type u} {β : α → Type v} [Repr α] [(x : α) → Repr (β x)] : Sigma β → Nat → Format
  | ⟨a, b⟩, _ => Format.bracket "⟨" (repr a ++ .text ", " ++ repr b) "⟩"
instance instReprSigma {α : Type u} {β : α → Type v} [Repr α] [(x : α) → Repr (β x)] : Repr (Sigma β) := ⟨Sigma.repr⟩
instance instReprSubtype {α : Type u} {p : α → Prop} [Repr α] : Repr (Subtype p) := ⟨fun s prec => reprPrec s.val prec⟩

/-- A character inside quotation marks: the ones that would end or break the literal are escaped. -/
def Char.quoteCore (c : Char) (inString : Bool := false) : String :=
  if c = '\n' then "\\n"
  else if c = '\t' then "\\t"
  else if c = '\\' then "\\\\"
  else if c = '\"' then "\\\""
  else if !inString && c = '\'' then "\\'"
  else if c.toNat ≤ 31 || c = '\x7f' then
    let hex := Nat.toDigits 16 c.toNat
    "\\x" ++ String.ofList (if c.toNat < 16 then '0' :: hex else hex)
  else String.singleton c
def Char.quote (c : Char) : String := "'" ++ Char.quoteCore c ++ "'"
instance instReprChar : Repr Char := ⟨fun c _ => .text c.quote⟩
def String.quote (s : String) : String :=
  if s.isEmpty then "\"\"" else s.foldl (fun r c => r ++ c.quoteCore (inString := true)) "\"" ++ "\""
instance instReprString : Repr String := ⟨fun s _ => .text s.quote⟩
instance instReprNat : Repr Nat := ⟨fun n _ => .text n.repr⟩
instance instReprInt : Repr Int := ⟨fun i prec => if i < 0 then Repr.addAppParen (.text i.repr) prec else .text i.repr⟩
instance instReprFin (n : Nat) : Repr (Fin n) := ⟨fun f _ => repr f.val⟩

protected def List.repr {α : Type u} [Repr α] (as : List α) (_ : Nat) : Format :=
  match as with
  | [] => .text "[]"
  | as => Format.bracket "[" (Format.joinSep as (.text "," ++ .line)) "]"
instance instReprList {α : Type u} [Repr α] : Repr (List α) := ⟨List.repr⟩
protected def List.repr' {α : Type u} [Repr α] [ReprAtom α] (as : List α) (_ : Nat) : Format :=
  match as with
  | [] => .text "[]"
  | as => Format.bracketFill "[" (Format.joinSep as (.text "," ++ .line)) "]"
instance instReprListOfReprAtom {α : Type u} [Repr α] [ReprAtom α] : Repr (List α) := ⟨List.repr'⟩
instance instReprAtomBool : ReprAtom Bool := ⟨⟩
instance instReprAtomNat : ReprAtom Nat := ⟨⟩
instance instReprAtomInt : ReprAtom Int := ⟨⟩
instance instReprAtomChar : ReprAtom Char := ⟨⟩
instance instReprAtomString : ReprAtom String := ⟨⟩
protected def Array.repr {α : Type u} [Repr α] (xs : Array α) : Format :=
  if xs.size = 0 then .text "#[]"
  else Format.bracketFill "#[" (Format.joinSep xs.toList (.text "," ++ .line)) "]"
instance instReprArray {α : Type u} [Repr α] : Repr (Array α) := ⟨fun xs _ => Array.repr xs⟩

@[irreducible] def Lean.opaqueId {α : Sort u} (x : α) : α := x
instance : Monad Option where
  pure := some
  bind o f := match o with
    | some a => f a
    | none => none
