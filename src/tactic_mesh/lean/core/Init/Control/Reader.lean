prelude
import Init.Control.Except
/-! This module: the rest of the reader transformer, whose definition the macro monad already needed. -/
universe u v w

@[reducible] def ReaderM (ρ : Type u) := ReaderT ρ Id
namespace ReaderT
variable {ρ : Type u} {m : Type u → Type v} {α : Type u}
@[always_inline, inline] protected def orElse [Alternative m] (x₁ : ReaderT ρ m α) (x₂ : Unit → ReaderT ρ m α) : ReaderT ρ m α :=
  fun s => x₁ s <|> x₂ () s
@[always_inline, inline] protected def failure [Alternative m] : ReaderT ρ m α := fun _ => failure
instance [Alternative m] [Monad m] : Alternative (ReaderT ρ m) where
  failure := ReaderT.failure
  orElse := ReaderT.orElse
instance [Inhabited (m α)] : Inhabited (ReaderT ρ m α) := ⟨fun _ => default⟩
end ReaderT
instance (ρ : Type u) (m : Type u → Type v) : MonadControl m (ReaderT ρ m) where
  stM := id
  liftWith f ctx := f fun x => x ctx
  restoreM x _ := x
@[always_inline] instance ReaderT.tryFinally {ρ : Type u} {m : Type u → Type v} [MonadFinally m] : MonadFinally (ReaderT ρ m) where
  tryFinally' x h ctx := tryFinally' (x ctx) fun a? => h a? ctx
