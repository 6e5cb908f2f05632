prelude
import Init.Data.Int.Basic
import Init.Data.List.Basic
/-! Text formatting: the `Format` type, the class `Repr` and its first instances; `Option` as a monad. -/
universe u
set_option linter.unusedVariables false
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
