prelude
import Init.Data.Int.Basic
import Init.Data.String.Basic
/-! This module: `Std.Format`, documents that know where they may be broken into lines. The layout itself is done
by compiled code. -/
universe u
set_option linter.unusedVariables false

namespace Std
/-- Whether the breaks of a group are all taken together or each when its line is full. -/
inductive Format.FlattenBehavior where
  | allOrNone
  | fill
/-- A document: texts, possible line breaks, indentation, and groups that go on one line if they fit. -/
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
namespace Format
instance : Append Format := ⟨.append⟩
instance : Coe String Format := ⟨text⟩
def isEmpty : Format → Bool
  | nil => true
  | line => false
  | align _ => true
  | text msg => msg == ""
  | nest _ f => f.isEmpty
  | append f₁ f₂ => f₁.isEmpty && f₂.isEmpty
  | group f _ => f.isEmpty
  | tag _ f => f.isEmpty
def isNil : Format → Bool
  | nil => true
  | _ => false
@[inline] def fill (f : Format) : Format := group f (behavior := .fill)
def join (xs : List Format) : Format := xs.foldl (· ++ ·) (text "")
@[inline] protected def bracket (l : String) (x : Format) (r : String) : Format :=
  group (nest (Int.ofNat l.length) (text l ++ x ++ text r))
@[inline] def paren (f : Format) : Format := Format.bracket "(" f ")"
@[inline] def sbracket (f : Format) : Format := Format.bracket "[" f "]"
@[inline] def bracketFill (l : String) (x : Format) (r : String) : Format :=
  fill (nest (Int.ofNat l.length) (text l ++ x ++ text r))
def defIndent : Nat := 2
def defUnicode : Bool := true
def defWidth : Nat := 120
def nestD (f : Format) : Format := nest (Int.ofNat defIndent) f
def indentD (f : Format) : Format := nestD (line ++ f)
/-- The document laid out within a width. -/
@[extern "x"] opaque pretty (f : Format) (width : Nat := defWidth) (indent : Nat := 0) (column : Nat := 0) : String
end Format
class ToFormat (α : Type u) where
  format : α → Format
export ToFormat (format)
instance : ToFormat Format := ⟨id⟩
instance : ToFormat String := ⟨Format.text⟩
namespace Format
def joinSep {α : Type u} [ToFormat α] : List α → Format → Format
  | [], _ => nil
  | [a], _ => format a
  | a :: as, sep => as.foldl (fun r a => r ++ sep ++ format a) (format a)
def prefixJoin {α : Type u} [ToFormat α] (pre : Format) : List α → Format
  | [] => nil
  | a :: as => as.foldl (fun r a => r ++ pre ++ format a) (pre ++ format a)
def joinSuffix {α : Type u} [ToFormat α] : List α → Format → Format
  | [], _ => nil
  | a :: as, suffix => as.foldl (fun r a => r ++ format a ++ suffix) (format a ++ suffix)
end Format
end Std
namespace Lean
export Std (Format ToFormat)
end Lean
