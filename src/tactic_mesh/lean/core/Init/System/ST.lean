prelude
import Init.Control.EState
/-! This module: programs that pass a state token, with and without errors, and their mutable references. The
compiled code has no token at all: `Void` marks the values that exist only in the types. -/
universe u

/-- A type together with the fact that it has an element. -/
abbrev NonemptyType := Subtype fun α : Type u => Nonempty α
abbrev NonemptyType.type (type : NonemptyType.{u}) : Type u := type.val
instance : Inhabited NonemptyType.{u} := ⟨⟨PUnit, ⟨⟨⟩⟩⟩⟩

opaque Void.nonemptyType (σ : Type) : NonemptyType.{0}
def Void (σ : Type) : Type := (Void.nonemptyType σ).type
instance Void.instNonempty {σ : Type} : Nonempty (Void σ) := (Void.nonemptyType σ).property
@[extern "lean_void_mk"] opaque Void.mk {σ : Type} (x : σ) : Void σ

structure ST.Out (σ : Type) (α : Type) where
  val : α
  state : Void σ
def ST (σ : Type) (α : Type) : Type := Void σ → ST.Out σ α
namespace ST
variable {σ α β : Type}
@[always_inline, inline] protected def pure (x : α) : ST σ α := fun s => ⟨x, s⟩
@[always_inline, inline] protected def bind (x : ST σ α) (f : α → ST σ β) : ST σ β := fun s =>
  match x s with
  | ⟨a, s⟩ => f a s
end ST
@[always_inline] instance (σ : Type) : Monad (ST σ) where
  pure := ST.pure
  bind := ST.bind
@[always_inline] instance {σ : Type} : MonadFinally (ST σ) where
  tryFinally' x f := do
    let a ← x
    let b ← f (some a)
    pure (a, b)
instance {σ α : Type} [Inhabited α] : Inhabited (ST σ α) := ⟨pure default⟩

inductive EST.Out (ε : Type) (σ : Type) (α : Type) : Type where
  | ok : α → Void σ → EST.Out ε σ α
  | error : ε → Void σ → EST.Out ε σ α
def EST (ε : Type) (σ : Type) (α : Type) : Type := Void σ → EST.Out ε σ α
namespace EST
variable {ε σ α β : Type}
@[always_inline, inline] protected def pure (a : α) : EST ε σ α := fun s => .ok a s
@[always_inline, inline] protected def bind (x : EST ε σ α) (f : α → EST ε σ β) : EST ε σ β := fun s =>
  match x s with
  | .ok a s => f a s
  | .error e s => .error e s
@[always_inline, inline] protected def throw (e : ε) : EST ε σ α := fun s => .error e s
@[always_inline, inline] protected def tryCatch (x : EST ε σ α) (handle : ε → EST ε σ α) : EST ε σ α := fun s =>
  match x s with
  | .ok a s => .ok a s
  | .error e s => handle e s
end EST
@[always_inline] instance (ε σ : Type) : Monad (EST ε σ) where
  pure := EST.pure
  bind := EST.bind
@[always_inline] instance {ε σ : Type} : MonadFinally (EST ε σ) where
  tryFinally' x f := fun s =>
    match x s with
    | .ok a s =>
      match f (some a) s with
      | .ok b s => .ok (a, b) s
      | .error e s => .error e s
    | .error e s =>
      match f none s with
      | .ok _ s => .error e s
      | .error e s => .error e s
instance {ε σ : Type} : MonadExceptOf ε (EST ε σ) where
  throw := EST.throw
  tryCatch := EST.tryCatch
instance {ε σ α : Type} [Inhabited ε] : Inhabited (EST ε σ α) := ⟨throw default⟩
instance {ε σ : Type} : MonadLift (ST σ) (EST ε σ) := ⟨fun x s =>
  match x s with
  | ⟨a, s⟩ => .ok a s⟩

class STWorld (σ : outParam Type) (m : Type → Type)
instance {σ : Type} {m n : Type → Type} [MonadLift m n] [STWorld σ m] : STWorld σ n := ⟨⟩
instance {σ : Type} : STWorld σ (ST σ) := ⟨⟩
instance {ε σ : Type} : STWorld σ (EST ε σ) := ⟨⟩

@[noinline, nospecialize] def runEST {ε α : Type} (x : (σ : Type) → EST ε σ α) : Except ε α :=
  match x Unit (Void.mk ()) with
  | .ok a _ => .ok a
  | .error e _ => .error e
@[noinline, nospecialize] def runST {α : Type} (x : (σ : Type) → ST σ α) : α := (x Unit (Void.mk ())).val

namespace ST
opaque RefPointed : NonemptyType.{0}
/-- A mutable cell. -/
structure Ref (σ : Type) (α : Type) : Type where
  ref : RefPointed.type
  h : Nonempty α
instance {σ α : Type} [s : Nonempty α] : Nonempty (Ref σ α) :=
  RefPointed.property.elim fun r => ⟨⟨r, s⟩⟩
namespace Prim
@[extern "lean_st_mk_ref"] opaque mkRef {σ α : Type} (a : α) : ST σ (Ref σ α) :=
  fun s => ⟨⟨Classical.choice RefPointed.property, ⟨a⟩⟩, s⟩
@[extern "lean_st_ref_get"] opaque Ref.get {σ α : Type} (r : @& Ref σ α) : ST σ α := fun s => ⟨Classical.choice r.h, s⟩
@[extern "lean_st_ref_set"] opaque Ref.set {σ α : Type} (r : @& Ref σ α) (a : α) : ST σ Unit
@[extern "lean_st_ref_swap"] opaque Ref.swap {σ α : Type} (r : @& Ref σ α) (a : α) : ST σ α := fun s => ⟨Classical.choice r.h, s⟩
end Prim
section
variable {σ : Type} {m : Type → Type} [MonadLiftT (ST σ) m] {α β : Type}
@[inline] def mkRef (a : α) : m (Ref σ α) := liftM (Prim.mkRef a : ST σ _)
@[inline] def Ref.get (r : Ref σ α) : m α := liftM (Prim.Ref.get r : ST σ _)
@[inline] def Ref.set (r : Ref σ α) (a : α) : m Unit := liftM (Prim.Ref.set r a : ST σ _)
@[inline] def Ref.swap (r : Ref σ α) (a : α) : m α := liftM (Prim.Ref.swap r a : ST σ _)
@[inline] def Ref.modify (r : Ref σ α) (f : α → α) : m Unit :=
  liftM (Prim.Ref.get r >>= fun a => Prim.Ref.set r (f a) : ST σ _)
@[inline] def Ref.modifyGet (r : Ref σ α) (f : α → β × α) : m β :=
  liftM (Prim.Ref.get r >>= fun a => let (b, a) := f a; Prim.Ref.set r a >>= fun _ => pure b : ST σ _)
end
end ST
