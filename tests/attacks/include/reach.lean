/-! Lean reached from within: types with the layouts of Lean's own, and compiled functions of Lean by their names.
`act!` runs whatever a text makes of it, with a way to change the environment past the kernel. -/
structure Lean.Environment where x : Nat deriving Inhabited
structure Lean.Expr where x : Nat deriving Inhabited
structure Lean.Exception where x : Nat deriving Inhabited
structure Lean.Elab.Command.Context where x : Nat
structure Lean.Elab.Command.State where x : Nat
inductive Lean.Level where
  | zero
  | succ (u : Lean.Level)
abbrev Lean.Elab.Command.CommandElabM (α : Type) : Type :=
  Lean.Elab.Command.Context → ST.Ref IO.RealWorld Lean.Elab.Command.State → EIO Lean.Exception α
abbrev Lean.Elab.Command.CommandElab : Type := Lean.Syntax → Lean.Elab.Command.CommandElabM Unit
namespace Reach
structure Access where
  getEnv : Lean.Elab.Command.CommandElabM Lean.Environment
  modifyEnv : (Lean.Environment → Lean.Environment) → Lean.Elab.Command.CommandElabM Unit
instance : Inhabited Access := ⟨⟨fun _ _ => throw default, fun _ _ _ => pure ()⟩⟩
structure Signature where
  name : Lean.Name
  levelParams : List Lean.Name
  type : Lean.Expr
structure Axiom extends Signature where
  isUnsafe : Bool
inductive Hints where
  | opaque
  | abbrev
  | regular (height : UInt32)
inductive Safety where
  | «unsafe»
  | safe
  | «partial»
structure Definition extends Signature where
  value : Lean.Expr
  hints : Hints
  safety : Safety
  all : List Lean.Name
structure Theorem extends Signature where
  value : Lean.Expr
  all : List Lean.Name
structure Opaque extends Signature where
  value : Lean.Expr
  isUnsafe : Bool
  all : List Lean.Name
inductive Declaration where
  | axiomDecl (val : Axiom)
  | defnDecl (val : Definition)
  | thmDecl (val : Theorem)
  | opaqueDecl (val : Opaque)
end Reach
@[extern "x"] opaque Lean.Elab.Command.instMonadEnvCommandElabM : Reach.Access
@[extern "x"] opaque Lean.mkConst (name : Lean.Name) (levels : List Lean.Level) : Lean.Expr
@[extern "x"] opaque Lean.mkApp (f a : Lean.Expr) : Lean.Expr
@[extern "x"] opaque Lean.mkBVar (i : Nat) : Lean.Expr
@[extern "x"] opaque Lean.mkNatLit (i : Nat) : Lean.Expr
@[extern "x"] opaque Lean.Environment.addDeclCore (env : Lean.Environment) (heartbeats depth : USize)
  (d : @& Reach.Declaration) (cancel : @& Option Nat) (doCheck : Bool) : Except Nat Lean.Environment
namespace Reach
def add (d : Declaration) (env : Lean.Environment) : Lean.Environment :=
  match Lean.Environment.addDeclCore env 0 0 d none false with
  | .ok changed => changed
  | .error _ => env
def sig (name : Lean.Name) (type : Lean.Expr) : Signature := ⟨name, [], type⟩
def one : Lean.Level := .succ .zero
def falsity : Lean.Expr := Lean.mkConst `False []
def truth : Lean.Expr := Lean.mkConst `True.intro []
end Reach
syntax (name := Reach.act) "act!" : command
