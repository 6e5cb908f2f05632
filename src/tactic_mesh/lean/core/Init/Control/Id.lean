prelude
import Init.Control.Basic
/-! This module: the identity monad, in which `do` blocks are ordinary programs. -/
universe u v

def Id (type : Type u) : Type u := type
namespace Id
@[always_inline] instance : Monad Id where
  pure x := x
  bind x f := f x
  map f x := f x
@[always_inline, inline] protected def run {α : Type u} (x : Id α) : α := x
instance {α : Type u} [OfNat α n] : OfNat (Id α) n := inferInstanceAs (OfNat α n)
instance {m : Type u → Type v} [Pure m] : MonadLiftT Id m where
  monadLift x := pure x.run
instance {α : Type u} [Inhabited α] : Inhabited (Id α) := inferInstanceAs (Inhabited α)
end Id
