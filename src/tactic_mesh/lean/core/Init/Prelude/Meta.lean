prelude
import Init.Prelude.Data
/-! Names, syntax trees, parser descriptions and the macro monad, in
the layout that the compiled front end uses. Functions whose native code is in
the shared library are only given a type here (`opaque` + `extern`). -/
universe u v
set_option linter.unusedVariables false

instance : Inhabited UInt64 := ⟨⟨⟨⟨0, Nat.le_of_ble_eq_true rfl⟩⟩⟩⟩
@[extern "lean_uint64_of_nat_mk"]
def UInt64.ofNatLT (n : @& Nat) (h : LT.lt n UInt64.size) : UInt64 := ⟨⟨⟨n, h⟩⟩⟩
@[extern "lean_uint64_mix_hash"] opaque mixHash (a b : UInt64) : UInt64
@[extern "lean_string_hash"] protected opaque String.hash (s : @& String) : UInt64
class Hashable (α : Sort u) where
  hash : α → UInt64
export Hashable (hash)

namespace Lean
inductive Name where
  | anonymous : Name
  | str (pre : Name) (str : String)
  | num (pre : Name) (i : Nat)
with
  @[computed_field] hash : Name → UInt64
    | .anonymous => .ofNatLT 1723 (Nat.le_of_ble_eq_true rfl)
    | .str p s => mixHash p.hash s.hash
    | .num p v => mixHash p.hash (dite (LT.lt v UInt64.size) (fun h => UInt64.ofNatLT v h) (fun _ => .ofNatLT 17 (Nat.le_of_ble_eq_true rfl)))
instance : Inhabited Name := ⟨.anonymous⟩
namespace Name
abbrev mkStr (p : Name) (s : String) : Name := .str p s
abbrev mkNum (p : Name) (v : Nat) : Name := .num p v
abbrev mkSimple (s : String) : Name := .str .anonymous s
@[reducible] def mkStr1 (a : String) : Name := .str .anonymous a
@[reducible] def mkStr2 (a b : String) : Name := .str (mkStr1 a) b
@[reducible] def mkStr3 (a b c : String) : Name := .str (mkStr2 a b) c
@[reducible] def mkStr4 (a b c d : String) : Name := .str (mkStr3 a b c) d
@[reducible] def mkStr5 (a b c d e : String) : Name := .str (mkStr4 a b c d) e
@[reducible] def mkStr6 (a b c d e f : String) : Name := .str (mkStr5 a b c d e) f
@[reducible] def mkStr7 (a b c d e f g : String) : Name := .str (mkStr6 a b c d e f) g
@[reducible] def mkStr8 (a b c d e f g h : String) : Name := .str (mkStr7 a b c d e f g) h
@[extern "lean_name_eq"] protected def beq : (@& Name) → (@& Name) → Bool
  | .anonymous, .anonymous => true
  | .str p s, .str q t => and (decide (Eq s t)) (Name.beq p q)
  | .num p i, .num q j => and (Nat.beq i j) (Name.beq p q)
  | _, _ => false
instance : BEq Name := ⟨Name.beq⟩
@[extern "x"] opaque hasMacroScopes : Name → Bool
@[extern "x"] opaque eraseMacroScopes : Name → Name
end Name
instance : Hashable Name := ⟨Name.hash⟩

inductive SourceInfo where
  | original (leading : Substring.Raw) (pos : String.Pos.Raw) (trailing : Substring.Raw) (endPos : String.Pos.Raw)
  | synthetic (pos : String.Pos.Raw) (endPos : String.Pos.Raw) (canonical : Bool := false)
  | none
instance : Inhabited SourceInfo := ⟨.none⟩
abbrev SyntaxNodeKind := Name
inductive Syntax.Preresolved where
  | namespace (ns : Name)
  | decl (n : Name) (fields : List String)
inductive Syntax where
  | missing : Syntax
  | node (info : SourceInfo) (kind : SyntaxNodeKind) (args : Array Syntax) : Syntax
  | atom (info : SourceInfo) (val : String) : Syntax
  | ident (info : SourceInfo) (rawVal : Substring.Raw) (val : Name) (preresolved : List Syntax.Preresolved) : Syntax
instance : Inhabited Syntax := ⟨.missing⟩
instance : Inhabited Syntax.Preresolved := ⟨.namespace .anonymous⟩
abbrev SyntaxNodeKinds := List SyntaxNodeKind
structure TSyntax (ks : SyntaxNodeKinds) where
  raw : Syntax
instance : Inhabited (TSyntax ks) := ⟨⟨default⟩⟩
abbrev choiceKind : SyntaxNodeKind := .mkStr1 "choice"
abbrev nullKind : SyntaxNodeKind := .mkStr1 "null"
abbrev groupKind : SyntaxNodeKind := .mkStr1 "group"
abbrev identKind : SyntaxNodeKind := .mkStr1 "ident"
abbrev strLitKind : SyntaxNodeKind := .mkStr1 "str"
abbrev charLitKind : SyntaxNodeKind := .mkStr1 "char"
abbrev numLitKind : SyntaxNodeKind := .mkStr1 "num"
abbrev scientificLitKind : SyntaxNodeKind := .mkStr1 "scientific"
abbrev nameLitKind : SyntaxNodeKind := .mkStr1 "name"
abbrev fieldIdxKind : SyntaxNodeKind := .mkStr1 "fieldIdx"
abbrev hygieneInfoKind : SyntaxNodeKind := .mkStr1 "hygieneInfo"
abbrev interpolatedStrLitKind : SyntaxNodeKind := .mkStr1 "interpolatedStrLitKind"
abbrev interpolatedStrKind : SyntaxNodeKind := .mkStr1 "interpolatedStrKind"
abbrev Term := TSyntax (.cons (.mkStr1 "term") .nil)
namespace Syntax
abbrev Ident := TSyntax (.cons identKind .nil)
abbrev StrLit := TSyntax (.cons strLitKind .nil)
abbrev NumLit := TSyntax (.cons numLitKind .nil)
abbrev Term := Lean.Term
abbrev Tactic := TSyntax (.cons (.mkStr1 "tactic") .nil)
abbrev Command := TSyntax (.cons (.mkStr1 "command") .nil)
@[extern "x"] opaque getKind (stx : Syntax) : SyntaxNodeKind
@[extern "x"] opaque setKind (stx : Syntax) (k : SyntaxNodeKind) : Syntax
def isOfKind (stx : Syntax) (k : SyntaxNodeKind) : Bool := BEq.beq stx.getKind k
@[extern "x"] opaque getArg (stx : Syntax) (i : Nat) : Syntax
@[extern "x"] opaque getArgs (stx : Syntax) : Array Syntax
@[extern "x"] opaque getNumArgs (stx : Syntax) : Nat
@[extern "x"] opaque getOptional? (stx : Syntax) : Option Syntax
@[extern "x"] opaque isMissing (stx : Syntax) : Bool
@[extern "x"] opaque isNodeOf (stx : Syntax) (k : SyntaxNodeKind) (n : Nat) : Bool
@[extern "x"] opaque isIdent (stx : Syntax) : Bool
@[extern "x"] opaque getId (stx : Syntax) : Name
@[extern "x"] opaque getPos? (stx : Syntax) (canonicalOnly : Bool := false) : Option String.Pos.Raw
@[extern "x"] opaque getTailPos? (stx : Syntax) (canonicalOnly : Bool := false) : Option String.Pos.Raw
@[extern "x"] opaque matchesNull (stx : Syntax) (n : Nat) : Bool
@[extern "x"] opaque matchesIdent (stx : Syntax) (id : Name) : Bool
@[extern "x"] opaque matchesLit (stx : Syntax) (k : SyntaxNodeKind) (val : String) : Bool
def node1 (info : SourceInfo) (k : SyntaxNodeKind) (a : Syntax) : Syntax := .node info k (Array.empty.push a)
def node2 (info : SourceInfo) (k : SyntaxNodeKind) (a b : Syntax) : Syntax := .node info k ((Array.empty.push a).push b)
def node3 (info : SourceInfo) (k : SyntaxNodeKind) (a b c : Syntax) : Syntax := .node info k (((Array.empty.push a).push b).push c)
def node4 (info : SourceInfo) (k : SyntaxNodeKind) (a b c d : Syntax) : Syntax := .node info k ((((Array.empty.push a).push b).push c).push d)
def node5 (info : SourceInfo) (k : SyntaxNodeKind) (a b c d e : Syntax) : Syntax := .node info k (((((Array.empty.push a).push b).push c).push d).push e)
def node6 (info : SourceInfo) (k : SyntaxNodeKind) (a b c d e f : Syntax) : Syntax := .node info k ((((((Array.empty.push a).push b).push c).push d).push e).push f)
def node7 (info : SourceInfo) (k : SyntaxNodeKind) (a b c d e f g : Syntax) : Syntax := .node info k (((((((Array.empty.push a).push b).push c).push d).push e).push f).push g)
def node8 (info : SourceInfo) (k : SyntaxNodeKind) (a b c d e f g h : Syntax) : Syntax := .node info k ((((((((Array.empty.push a).push b).push c).push d).push e).push f).push g).push h)
structure SepArray (sep : String) where
  elemsAndSeps : Array Syntax
structure TSepArray (ks : SyntaxNodeKinds) (sep : String) where
  elemsAndSeps : Array Syntax
end Syntax
abbrev TSyntaxArray (ks : SyntaxNodeKinds) := Array (TSyntax ks)
unsafe def TSyntaxArray.rawImpl : TSyntaxArray ks → Array Syntax := unsafeCast
@[implemented_by TSyntaxArray.rawImpl] opaque TSyntaxArray.raw (as : TSyntaxArray ks) : Array Syntax := Array.empty
unsafe def TSyntaxArray.mkImpl : Array Syntax → TSyntaxArray ks := unsafeCast
@[implemented_by TSyntaxArray.mkImpl] opaque TSyntaxArray.mk (as : Array Syntax) : TSyntaxArray ks := Array.empty
@[extern "x"] opaque SourceInfo.fromRef (ref : Syntax) (canonical : Bool := false) : SourceInfo
@[extern "x"] opaque mkAtom (val : String) : Syntax
@[extern "x"] opaque mkAtomFrom (src : Syntax) (val : String) (canonical : Bool := false) : Syntax

inductive ParserDescr where
  | const (name : Name)
  | unary (name : Name) (p : ParserDescr)
  | binary (name : Name) (p₁ p₂ : ParserDescr)
  | node (kind : SyntaxNodeKind) (prec : Nat) (p : ParserDescr)
  | trailingNode (kind : SyntaxNodeKind) (prec lhsPrec : Nat) (p : ParserDescr)
  | symbol (val : String)
  | nonReservedSymbol (val : String) (includeIdent : Bool)
  | cat (catName : Name) (rbp : Nat)
  | parser (declName : Name)
  | nodeWithAntiquot (name : String) (kind : SyntaxNodeKind) (p : ParserDescr)
  | sepBy (p : ParserDescr) (sep : String) (psep : ParserDescr) (allowTrailingSep : Bool := false)
  | sepBy1 (p : ParserDescr) (sep : String) (psep : ParserDescr) (allowTrailingSep : Bool := false)
  | unicodeSymbol (val asciiVal : String) (preserveForPP : Bool)
instance : Inhabited ParserDescr := ⟨.symbol ""⟩
abbrev TrailingParserDescr := ParserDescr

abbrev MacroScope := Nat
class MonadRef (m : Type → Type) where
  getRef : m Syntax
  withRef {α} : Syntax → m α → m α
export MonadRef (getRef)
class MonadQuotation (m : Type → Type) extends MonadRef m where
  getCurrMacroScope : m MacroScope
  getContext : m Name
  withFreshMacroScope {α : Type} : m α → m α
export MonadQuotation (getCurrMacroScope withFreshMacroScope)
@[inline] def MonadRef.mkInfoFromRefPos [Monad m] [MonadRef m] : m SourceInfo :=
  bind getRef fun r => pure (SourceInfo.fromRef r)
@[extern "x"] opaque replaceRef (ref oldRef : Syntax) : Syntax
@[always_inline, inline] def withRef [Monad m] [MonadRef m] {α} (ref : Syntax) (x : m α) : m α :=
  bind getRef fun old => MonadRef.withRef (replaceRef ref old) x
@[extern "x"] opaque addMacroScope (ctx n : Name) (scp : MacroScope) : Name
instance : Append Name := ⟨fun a b => addMacroScope a b 0⟩
@[inline] def MonadQuotation.addMacroScope {m : Type → Type} [MonadQuotation m] [Monad m] (n : Name) : m Name :=
  bind MonadQuotation.getContext fun ctx => bind getCurrMacroScope fun scp => pure (Lean.addMacroScope ctx n scp)

namespace Macro
opaque MethodsRefPointed : Subtype fun α : Type => Nonempty α := ⟨PUnit, ⟨⟨⟩⟩⟩
def MethodsRef : Type := MethodsRefPointed.val
structure Context where
  methods : MethodsRef
  quotContext : Name
  currMacroScope : MacroScope
  currRecDepth : Nat := 0
  maxRecDepth : Nat := 512
  ref : Syntax
inductive Exception where
  | error : Syntax → String → Exception
  | unsupportedSyntax : Exception
structure State where
  macroScope : MacroScope
  traceMsgs : List (Prod Name String) := List.nil
  expandedMacroDecls : List Name := List.nil
instance : Inhabited State := ⟨⟨0, .nil, .nil⟩⟩
instance : Inhabited Exception := ⟨.unsupportedSyntax⟩
end Macro
abbrev MacroM := ReaderT Macro.Context (EStateM Macro.Exception Macro.State)
abbrev Macro := Syntax → MacroM Syntax
namespace Macro
instance {α} : Inhabited (MacroM α) := ⟨fun _ => default⟩
instance : MonadRef MacroM where
  getRef := bind read fun ctx => pure ctx.ref
  withRef := fun ref x ctx => x { ctx with ref := ref }
def throwUnsupported {α} : MacroM α := throw Exception.unsupportedSyntax
def throwError {α} (msg : String) : MacroM α := bind getRef fun ref => throw (Exception.error ref msg)
def throwErrorAt {α} (ref : Syntax) (msg : String) : MacroM α := withRef ref (throwError msg)
instance : MonadQuotation MacroM where
  getCurrMacroScope ctx := pure ctx.currMacroScope
  getContext ctx := pure ctx.quotContext
  withFreshMacroScope x := fun ctx s => x { ctx with currMacroScope := s.macroScope } { s with macroScope := Nat.add s.macroScope 1 }
@[extern "x"] opaque expandMacro? (stx : Syntax) : MacroM (Option Syntax)
end Macro
export Macro (expandMacro?)
namespace PrettyPrinter
abbrev UnexpandM := ReaderT Syntax (EStateM Unit Unit)
abbrev Unexpander := Syntax → UnexpandM Syntax
instance : MonadQuotation UnexpandM where
  getRef := read
  withRef ref x := fun _ => x ref
  getCurrMacroScope := pure 0
  getContext := pure (.mkStr1 "_fakeMod")
  withFreshMacroScope := id
end PrettyPrinter
end Lean
open Lean
def Array.mkArray0 {α : Type u} : Array α := .empty
def Array.mkArray1 {α : Type u} (a : α) : Array α := Array.empty.push a
def Array.mkArray2 {α : Type u} (a b : α) : Array α := (Array.mkArray1 a).push b
def Array.mkArray3 {α : Type u} (a b c : α) : Array α := (Array.mkArray2 a b).push c
def Array.mkArray4 {α : Type u} (a b c d : α) : Array α := (Array.mkArray3 a b c).push d
def Array.mkArray5 {α : Type u} (a b c d e : α) : Array α := (Array.mkArray4 a b c d).push e
def Array.mkArray6 {α : Type u} (a b c d e f : α) : Array α := (Array.mkArray5 a b c d e).push f
def Array.mkArray7 {α : Type u} (a b c d e f g : α) : Array α := (Array.mkArray6 a b c d e f).push g
def Array.mkArray8 {α : Type u} (a b c d e f g h : α) : Array α := (Array.mkArray7 a b c d e f g).push h
