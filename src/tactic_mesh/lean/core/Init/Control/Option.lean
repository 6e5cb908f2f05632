prelude
import Init.Control.Except
/-! This module: the transformer for actions that may end without a value. -/
universe u v

def OptionT (m : Type u → Type v) (α : Type u) : Type v := m (Option α)
@[always_inline, inline] def OptionT.run {m : Type u → Type v} {α : Type u} (x : OptionT m α) : m (Option α) := x
namespace OptionT
variable {m : Type u → Type v} {α β : Type u}
@[always_inline, inline] protected def mk (x : m (Option α)) : OptionT m α := x
section
variable [Monad m]
@[always_inline, inline] protected def bind (x : OptionT m α) (f : α → OptionT m β) : OptionT m β := OptionT.mk do
  match ← x.run with
  | some a => (f a).run
  | none => pure none
@[always_inline, inline] protected def pure (a : α) : OptionT m α := OptionT.mk (pure (some a))
@[always_inline] instance : Monad (OptionT m) where
  pure := OptionT.pure
  bind := OptionT.bind
@[always_inline, inline] protected def orElse (x : OptionT m α) (y : Unit → OptionT m α) : OptionT m α := OptionT.mk do
  match ← x.run with
  | some a => pure (some a)
  | none => (y ()).run
@[always_inline, inline] protected def fail : OptionT m α := OptionT.mk (pure none)
instance : Alternative (OptionT m) where
  failure := OptionT.fail
  orElse := OptionT.orElse
@[always_inline, inline] protected def lift (x : m α) : OptionT m α := OptionT.mk do
  pure (some (← x))
instance : MonadLift m (OptionT m) := ⟨OptionT.lift⟩
instance : MonadFunctor m (OptionT m) := ⟨fun f x => f x⟩
@[always_inline, inline] protected def tryCatch (x : OptionT m α) (handle : PUnit → OptionT m α) : OptionT m α := OptionT.mk do
  match ← x.run with
  | some a => pure (some a)
  | none => handle ⟨⟩
instance : MonadExceptOf PUnit (OptionT m) where
  throw _ := OptionT.fail
  tryCatch := OptionT.tryCatch
end
instance (ε : Type u) [MonadExceptOf ε m] : MonadExceptOf ε (OptionT m) where
  throw e := OptionT.mk (throwThe ε e)
  tryCatch x handle := OptionT.mk (tryCatchThe ε x handle)
instance [Monad m] : MonadControl m (OptionT m) where
  stM := Option
  liftWith f := liftM (f fun x => x.run)
  restoreM x := x
end OptionT
