prelude
import Init.Core
import Init.Data.List.Basic
/-! This module: what quotations with `$xs,*` and friends are made of. -/
universe u

namespace Lean
@[inline] def mkNullNode (args : Array Syntax := Array.empty) : Syntax := .node .none nullKind args
namespace Syntax
/-- Every second one of a list: the elements between the separators. -/
def everySecond {α : Type u} : List α → List α
  | [] => []
  | [a] => [a]
  | a :: _ :: as => a :: everySecond as
/-- The elements of a list with a separator between each two. -/
def withSeparators (sep : Syntax) : List Syntax → List Syntax
  | [] => []
  | [a] => [a]
  | a :: as => a :: sep :: withSeparators sep as
def separatorOf (sep : String) : Syntax := if sep = "" then mkNullNode else mkAtom sep
def SepArray.ofElems {sep : String} (elems : Array Syntax) : SepArray sep := ⟨⟨withSeparators (separatorOf sep) elems.toList⟩⟩
def SepArray.getElems {sep : String} (sa : SepArray sep) : Array Syntax := ⟨everySecond sa.elemsAndSeps.toList⟩
def TSepArray.ofElems {ks : SyntaxNodeKinds} {sep : String} (elems : Array (TSyntax ks)) : TSepArray ks sep :=
  ⟨⟨withSeparators (separatorOf sep) (elems.toList.map (·.raw))⟩⟩
def TSepArray.getElems {ks : SyntaxNodeKinds} {sep : String} (sa : TSepArray ks sep) : TSyntaxArray ks :=
  ⟨(everySecond sa.elemsAndSeps.toList).map (⟨·⟩)⟩
instance {ks : SyntaxNodeKinds} {sep : String} : Coe (TSyntaxArray ks) (TSepArray ks sep) := ⟨TSepArray.ofElems⟩
instance {ks : SyntaxNodeKinds} : CoeOut (TSyntaxArray ks) (Array Syntax) := ⟨fun a => ⟨a.toList.map (·.raw)⟩⟩
abbrev CharLit := TSyntax charLitKind
abbrev NameLit := TSyntax nameLitKind
abbrev ScientificLit := TSyntax scientificLitKind
instance : Coe Ident Term := ⟨fun s => ⟨s.raw⟩⟩
instance : Coe NumLit Term := ⟨fun s => ⟨s.raw⟩⟩
instance : Coe StrLit Term := ⟨fun s => ⟨s.raw⟩⟩
instance : Coe CharLit Term := ⟨fun s => ⟨s.raw⟩⟩
instance : Coe NameLit Term := ⟨fun s => ⟨s.raw⟩⟩
instance : Coe ScientificLit Term := ⟨fun s => ⟨s.raw⟩⟩
instance {k k' : SyntaxNodeKinds} [Coe (TSyntax k) (TSyntax k')] : Coe (TSyntaxArray k) (TSyntaxArray k') :=
  ⟨fun a => ⟨a.toList.map fun s => (Coe.coe s : TSyntax k')⟩⟩
end Syntax
end Lean
open Lean
/-- The elements of an array that alternates elements and separators. -/
def Array.getSepElems {α : Type u} (as : Array α) : Array α := ⟨Syntax.everySecond as.toList⟩
