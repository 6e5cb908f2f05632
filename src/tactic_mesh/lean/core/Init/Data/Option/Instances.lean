prelude
import Init.Data.Option.Lemmas
import Init.Data.Repr
/-! `Option` as an alternative and as a monad with one exception, and what simplification makes of the
monad operations. -/
universe u v
@[always_inline] instance : Alternative Option where
  failure := none
  orElse := Option.orElse
instance : MonadExceptOf Unit Option where
  throw _ := none
  tryCatch x handle := x.orElse fun _ => handle ()
def liftOption [Alternative m] {α : Type u} : Option α → m α
  | some a => pure a
  | none => failure
namespace Option
@[simp] theorem map_eq_map {α β : Type u} {f : α → β} : (Functor.map f : Option α → Option β) = Option.map f := by
  funext o; cases o <;> rfl
@[simp] theorem bind_eq_bind {α β : Type u} : (bind : Option α → (α → Option β) → Option β) = Option.bind := by
  funext o f; cases o <;> rfl
@[simp] theorem pure_def : (pure : α → Option α) = some := rfl
@[simp] theorem orElse_eq_orElse {α : Type u} : (HOrElse.hOrElse : Option α → (Unit → Option α) → Option α) = Option.orElse := rfl
end Option
