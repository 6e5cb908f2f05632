prelude
import Init.Control.Id
/-! This module: exceptions, as the value type `Except` and as the transformer `ExceptT`. -/
universe u v w u'

namespace Except
variable {ε : Type u}
@[always_inline, inline] protected def pure {α : Type v} (a : α) : Except ε α := .ok a
@[always_inline, inline] protected def map {α β : Type v} (f : α → β) : Except ε α → Except ε β
  | .error e => .error e
  | .ok a => .ok (f a)
@[simp] theorem map_id {α : Type v} : Except.map (ε := ε) (id : α → α) = id :=
  funext fun e => match e with
    | .error _ => rfl
    | .ok _ => rfl
@[always_inline, inline] protected def mapError {ε' : Type w} {α : Type v} (f : ε → ε') : Except ε α → Except ε' α
  | .error e => .error (f e)
  | .ok a => .ok a
@[always_inline, inline] protected def bind {α β : Type v} (ma : Except ε α) (f : α → Except ε β) : Except ε β :=
  match ma with
  | .error e => .error e
  | .ok a => f a
@[always_inline, inline] protected def toBool {α : Type v} : Except ε α → Bool
  | .ok _ => true
  | .error _ => false
abbrev isOk {α : Type v} : Except ε α → Bool := Except.toBool
@[always_inline, inline] protected def toOption {α : Type v} : Except ε α → Option α
  | .ok a => some a
  | .error _ => none
@[always_inline, inline] protected def tryCatch {α : Type v} (ma : Except ε α) (handle : ε → Except ε α) : Except ε α :=
  match ma with
  | .ok a => .ok a
  | .error e => handle e
def orElseLazy {α : Type v} (x : Except ε α) (y : Unit → Except ε α) : Except ε α :=
  match x with
  | .ok a => .ok a
  | .error _ => y ()
@[always_inline] instance : Monad (Except ε) where
  pure := Except.pure
  bind := Except.bind
  map := Except.map
instance (ε : Type u) : MonadExceptOf ε (Except ε) where
  throw := .error
  tryCatch := Except.tryCatch
end Except

def ExceptT (ε : Type u) (m : Type u → Type v) (α : Type u) : Type v := m (Except ε α)
@[always_inline, inline] def ExceptT.mk {ε : Type u} {m : Type u → Type v} {α : Type u} (x : m (Except ε α)) : ExceptT ε m α := x
@[always_inline, inline] def ExceptT.run {ε : Type u} {m : Type u → Type v} {α : Type u} (x : ExceptT ε m α) : m (Except ε α) := x
namespace ExceptT
variable {ε : Type u} {m : Type u → Type v} [Monad m]
@[always_inline, inline] protected def pure {α : Type u} (a : α) : ExceptT ε m α := mk (pure (Except.ok a))
@[always_inline, inline] protected def bindCont {α β : Type u} (f : α → ExceptT ε m β) : Except ε α → m (Except ε β)
  | .ok a => f a
  | .error e => pure (.error e)
@[always_inline, inline] protected def bind {α β : Type u} (ma : ExceptT ε m α) (f : α → ExceptT ε m β) : ExceptT ε m β :=
  mk (ma.run >>= ExceptT.bindCont f)
@[always_inline, inline] protected def map {α β : Type u} (f : α → β) (x : ExceptT ε m α) : ExceptT ε m β :=
  mk <| x.run >>= fun a => match a with
    | .ok a => pure (.ok (f a))
    | .error e => pure (.error e)
@[always_inline, inline] protected def lift {α : Type u} (t : m α) : ExceptT ε m α := mk (Except.ok <$> t)
@[always_inline] instance : MonadLift (Except ε) (ExceptT ε m) := ⟨fun e => mk (pure e)⟩
instance : MonadLift m (ExceptT ε m) := ⟨ExceptT.lift⟩
@[always_inline, inline] protected def tryCatch {α : Type u} (ma : ExceptT ε m α) (handle : ε → ExceptT ε m α) : ExceptT ε m α :=
  mk <| ma.run >>= fun res => match res with
    | .ok a => pure (.ok a)
    | .error e => handle e
instance : MonadFunctor m (ExceptT ε m) := ⟨fun f x => f x⟩
@[always_inline] instance : Monad (ExceptT ε m) where
  pure := ExceptT.pure
  bind := ExceptT.bind
  map := ExceptT.map
@[always_inline, inline] protected def adapt {ε' α : Type u} (f : ε → ε') : ExceptT ε m α → ExceptT ε' m α :=
  fun x => mk (Except.mapError f <$> x.run)
end ExceptT
@[always_inline] instance (m : Type u → Type v) (ε₁ : Type u) (ε₂ : Type u) [MonadExceptOf ε₁ m] : MonadExceptOf ε₁ (ExceptT ε₂ m) where
  throw e := ExceptT.mk (throwThe ε₁ e)
  tryCatch x handle := ExceptT.mk (tryCatchThe ε₁ x.run handle)
@[always_inline] instance (m : Type u → Type v) (ε : Type u) [Monad m] : MonadExceptOf ε (ExceptT ε m) where
  throw e := ExceptT.mk (pure (Except.error e))
  tryCatch := ExceptT.tryCatch
instance {m : Type u → Type v} {ε α : Type u} [Monad m] [Inhabited ε] : Inhabited (ExceptT ε m α) := ⟨throw default⟩
instance ExceptT.instMonadControl (ε : Type u) (m : Type u → Type v) [Monad m] : MonadControl m (ExceptT ε m) where
  stM := Except ε
  liftWith f := liftM (f fun x => x.run)
  restoreM x := x
@[always_inline] instance ExceptT.finally {m : Type u → Type v} {ε : Type u} [MonadFinally m] [Monad m] : MonadFinally (ExceptT ε m) where
  tryFinally' x h := ExceptT.mk do
    let r ← tryFinally' x.run fun e? => match e? with
      | some (.ok a) => h (some a)
      | _ => h none
    match r with
    | (.ok a, .ok b) => pure (.ok (a, b))
    | (_, .error e) => pure (.error e)
    | (.error e, _) => pure (.error e)
@[always_inline] instance {m : Type u → Type v} [Monad m] : MonadFinally m := ⟨fun x f => do
  let a ← x
  let b ← f (some a)
  pure (a, b)⟩
