prelude
import Init.Control.Lawful.Basic
import Init.Control.State
import Init.Control.Reader
import Init.Data.Option.Instances
/-! This module: `Option`, exceptions, state and readers obey the laws of monads, and what running each operation
of a transformer gives. -/
universe u v w

instance : LawfulMonad Option := LawfulMonad.mk' Option
  (fun x => by cases x <;> rfl) (fun _ _ => rfl) (fun x _ _ => by cases x <;> rfl)
  (bind_pure_comp := fun _ x => by cases x <;> rfl)

instance {ε : Type u} : LawfulMonad (Except ε) := LawfulMonad.mk' (Except ε)
  (fun x => by cases x <;> rfl) (fun _ _ => rfl) (fun x _ _ => by cases x <;> rfl)
  (bind_pure_comp := fun _ x => by cases x <;> rfl)

namespace StateT
variable {σ : Type u} {m : Type u → Type v} {α β : Type u}
@[ext] theorem ext {x y : StateT σ m α} (h : ∀ s, x.run s = y.run s) : x = y := funext h
@[simp] theorem run'_eq [Monad m] (x : StateT σ m α) (s : σ) : run' x s = (·.1) <$> run x s := rfl
@[simp] theorem run_pure [Monad m] (a : α) (s : σ) : (pure a : StateT σ m α).run s = pure (a, s) := rfl
@[simp] theorem run_bind [Monad m] (x : StateT σ m α) (f : α → StateT σ m β) (s : σ) :
    (x >>= f).run s = x.run s >>= fun p => (f p.1).run p.2 := rfl
@[simp] theorem run_map [Monad m] [LawfulMonad m] (f : α → β) (x : StateT σ m α) (s : σ) :
    (f <$> x).run s = (fun (p : α × σ) => (f p.1, p.2)) <$> x.run s := bind_pure_comp _ (x.run s)
@[simp] theorem run_get [Monad m] (s : σ) : (get : StateT σ m σ).run s = pure (s, s) := rfl
@[simp] theorem run_set [Monad m] (s s' : σ) : (set s' : StateT σ m PUnit).run s = pure (⟨⟩, s') := rfl
@[simp] theorem run_modify [Monad m] (f : σ → σ) (s : σ) : (modify f : StateT σ m PUnit).run s = pure (⟨⟩, f s) := rfl
@[simp] theorem run_modifyGet [Monad m] (f : σ → α × σ) (s : σ) : (modifyGet f : StateT σ m α).run s = pure ((f s).1, (f s).2) := rfl
@[simp] theorem run_lift [Monad m] (x : m α) (s : σ) : (StateT.lift x : StateT σ m α).run s = x >>= fun a => pure (a, s) := rfl
@[simp] theorem run_monadLift {n : Type u → Type w} [Monad m] [MonadLiftT n m] (x : n α) (s : σ) :
    (monadLift x : StateT σ m α).run s = (monadLift x : m α) >>= fun a => pure (a, s) := rfl
instance [Monad m] [LawfulMonad m] : LawfulMonad (StateT σ m) := LawfulMonad.mk' (StateT σ m)
  (fun x => ext fun s => (run_map _ _ _).trans (id_map (x.run s)))
  (fun a f => ext fun s => by rw [run_bind, run_pure, pure_bind])
  (fun x f g => ext fun s => by rw [run_bind, run_bind, bind_assoc]; rfl)
end StateT

namespace ReaderT
variable {ρ : Type u} {m : Type u → Type v} {α β : Type u}
@[ext] theorem ext {x y : ReaderT ρ m α} (h : ∀ ctx, x.run ctx = y.run ctx) : x = y := funext h
@[simp] theorem run_pure [Monad m] (a : α) (ctx : ρ) : (pure a : ReaderT ρ m α).run ctx = pure a := rfl
@[simp] theorem run_bind [Monad m] (x : ReaderT ρ m α) (f : α → ReaderT ρ m β) (ctx : ρ) :
    (x >>= f).run ctx = x.run ctx >>= fun a => (f a).run ctx := rfl
@[simp] theorem run_map [Monad m] (f : α → β) (x : ReaderT ρ m α) (ctx : ρ) : (f <$> x).run ctx = f <$> x.run ctx := rfl
@[simp] theorem run_read [Monad m] (ctx : ρ) : (ReaderT.read : ReaderT ρ m ρ).run ctx = pure ctx := rfl
instance [Monad m] [LawfulMonad m] : LawfulMonad (ReaderT ρ m) := LawfulMonad.mk' (ReaderT ρ m)
  (fun x => ext fun ctx => id_map (x.run ctx))
  (fun a f => ext fun ctx => pure_bind a fun a => (f a).run ctx)
  (fun x f g => ext fun ctx => bind_assoc (x.run ctx) _ _)
  (seqLeft_eq := fun x y => ext fun ctx => rfl)
  (bind_pure_comp := fun f x => ext fun ctx => bind_pure_comp f (x.run ctx))
end ReaderT

namespace ExceptT
variable {ε : Type u} {m : Type u → Type v} {α β : Type u}
@[ext] theorem ext {x y : ExceptT ε m α} (h : x.run = y.run) : x = y := h
@[simp] theorem run_pure [Monad m] (a : α) : (pure a : ExceptT ε m α).run = pure (.ok a) := rfl
@[simp] theorem run_throw [Monad m] (e : ε) : (throw e : ExceptT ε m α).run = pure (.error e) := rfl
theorem run_bind [Monad m] (x : ExceptT ε m α) (f : α → ExceptT ε m β) :
    (x >>= f).run = x.run >>= fun
      | .ok a => (f a).run
      | .error e => pure (.error e) := congrArg (x.run >>= ·) (funext fun r => by cases r <;> rfl)
instance [Monad m] [LawfulMonad m] : LawfulMonad (ExceptT ε m) := LawfulMonad.mk' (ExceptT ε m)
  (fun x => ext ((bind_congr (m := m) fun r => by cases r <;> rfl).trans (bind_pure x.run)))
  (fun a f => ext (pure_bind (m := m) (Except.ok a) _))
  (fun x f g => ext (((bind_assoc (m := m) x.run _ _).trans (bind_congr (m := m) fun r => by
    cases r with
    | ok a => rfl
    | error e => exact pure_bind (m := m) _ _))))
  (bind_pure_comp := fun f x => ext (bind_congr (m := m) fun r => by cases r <;> rfl))
end ExceptT
