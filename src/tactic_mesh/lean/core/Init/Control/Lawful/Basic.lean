prelude
import Init.Control.Id
import Init.SimpLemmas
import Init.AutoParam
/-! This module: the laws that functors, applicative functors and monads are expected to have. -/
universe u v w

theorem monadLift_self {m : Type u → Type v} (x : m α) : monadLift x = x := rfl

class LawfulFunctor (f : Type u → Type v) [Functor f] : Prop where
  map_const : (Functor.mapConst : α → f β → f α) = Functor.map ∘ Function.const β
  id_map (x : f α) : id <$> x = x
  comp_map (g : α → β) (h : β → γ) (x : f α) : (h ∘ g) <$> x = h <$> g <$> x
export LawfulFunctor (map_const id_map comp_map)
attribute [simp] id_map
@[simp] theorem id_map' {f : Type u → Type v} [Functor f] [LawfulFunctor f] (x : f α) : (fun a => a) <$> x = x := id_map x
@[simp] theorem Functor.map_map {f : Type u → Type v} [Functor f] [LawfulFunctor f] (m : α → β) (g : β → γ) (x : f α) :
    g <$> m <$> x = (fun a => g (m a)) <$> x := (comp_map _ _ _).symm

class LawfulApplicative (f : Type u → Type v) [Applicative f] : Prop extends LawfulFunctor f where
  seqLeft_eq (x : f α) (y : f β) : x <* y = Function.const β <$> x <*> y
  seqRight_eq (x : f α) (y : f β) : x *> y = Function.const α id <$> x <*> y
  pure_seq (g : α → β) (x : f α) : pure g <*> x = g <$> x
  map_pure (g : α → β) (x : α) : g <$> (pure x : f α) = pure (g x)
  seq_pure {α β : Type u} (g : f (α → β)) (x : α) : g <*> pure x = (fun h => h x) <$> g
  seq_assoc {α β γ : Type u} (x : f α) (g : f (α → β)) (h : f (β → γ)) :
    h <*> (g <*> x) = ((@Function.comp α β γ) <$> h) <*> g <*> x
  comp_map g h x := (by
    rw [← pure_seq h (g <$> x), ← pure_seq g x, seq_assoc, map_pure, seq_pure, map_pure, pure_seq]
    all_goals rfl)
export LawfulApplicative (seqLeft_eq seqRight_eq pure_seq map_pure seq_pure seq_assoc)
attribute [simp] map_pure seq_pure

class LawfulMonad (m : Type u → Type v) [Monad m] : Prop extends LawfulApplicative m where
  bind_pure_comp (f : α → β) (x : m α) : x >>= (fun a => pure (f a)) = f <$> x
  bind_map {α β : Type u} (f : m (α → β)) (x : m α) : f >>= (. <$> x) = f <*> x
  pure_bind (x : α) (f : α → m β) : pure x >>= f = f x
  bind_assoc (x : m α) (f : α → m β) (g : β → m γ) : x >>= f >>= g = x >>= fun x => f x >>= g
  map_pure g x := (by rw [← bind_pure_comp, pure_bind])
  seq_pure g x := (by rw [← bind_map]; simp [map_pure, bind_pure_comp])
  seq_assoc x g h := (by simp [← bind_pure_comp, ← bind_map, bind_assoc, pure_bind]; rfl)
export LawfulMonad (bind_pure_comp bind_map pure_bind bind_assoc)
attribute [simp] pure_bind bind_assoc bind_pure_comp

theorem bind_congr {m : Type u → Type v} {α β : Type u} [Bind m] {x : m α} {f g : α → m β} (h : ∀ a, f a = g a) : x >>= f = x >>= g := congrArg (x >>= ·) (funext h)
theorem map_congr {m : Type u → Type v} {α β : Type u} [Functor m] {x : m α} {f g : α → β} (h : ∀ a, f a = g a) : (f <$> x : m β) = g <$> x :=
  congrArg (· <$> x) (funext h)
section
variable {m : Type u → Type v} [Monad m] [LawfulMonad m] {α β γ : Type u}
@[simp] theorem bind_pure (x : m α) : x >>= pure = x := (bind_pure_comp id x).trans (id_map x)
@[simp] theorem bind_pure_unit {x : m PUnit} : (x >>= fun _ => pure ⟨⟩) = x := bind_pure x
theorem map_eq_pure_bind (f : α → β) (x : m α) : f <$> x = x >>= fun a => pure (f a) := (bind_pure_comp f x).symm
theorem seq_eq_bind_map {α β : Type u} (f : m (α → β)) (x : m α) : f <*> x = f >>= (· <$> x) := (bind_map f x).symm
theorem seq_eq_bind {α β : Type u} (mf : m (α → β)) (x : m α) : mf <*> x = mf >>= fun f => f <$> x := seq_eq_bind_map mf x
theorem seqRight_eq_bind (x : m α) (y : m β) : x *> y = x >>= fun _ => y := by
  rw [seqRight_eq, ← bind_map, ← bind_pure_comp, bind_assoc]
  refine bind_congr fun _ => ?_
  rw [pure_bind]
  exact id_map y
theorem seqLeft_eq_bind (x : m α) (y : m β) : x <* y = x >>= fun a => y >>= fun _ => pure a := by
  rw [seqLeft_eq, ← bind_map, ← bind_pure_comp, bind_assoc]
  refine bind_congr fun a => ?_
  rw [pure_bind, bind_pure_comp]; rfl
@[simp] theorem map_bind (f : β → γ) (x : m α) (g : α → m β) : f <$> (x >>= g) = x >>= fun a => f <$> g a := by
  rw [← bind_pure_comp, bind_assoc]
  exact bind_congr fun a => bind_pure_comp f (g a)
@[simp] theorem bind_map_left (f : α → β) (x : m α) (g : β → m γ) : ((f <$> x) >>= fun b => g b) = (x >>= fun a => g (f a)) := by
  rw [← bind_pure_comp, bind_assoc]
  exact bind_congr fun a => pure_bind (f a) g
end

/-- The laws of a monad from the three of them that are not definitions in it. -/
theorem LawfulMonad.mk' (m : Type u → Type v) [Monad m] (id_map : ∀ {α} (x : m α), id <$> x = x)
    (pure_bind : ∀ {α β} (x : α) (f : α → m β), pure x >>= f = f x)
    (bind_assoc : ∀ {α β γ} (x : m α) (f : α → m β) (g : β → m γ), x >>= f >>= g = x >>= fun x => f x >>= g)
    (map_const : ∀ {α β} (x : α) (y : m β), Functor.mapConst x y = Function.const β x <$> y := by intros; rfl)
    (seqLeft_eq : ∀ {α β} (x : m α) (y : m β), x <* y = (x >>= fun a => y >>= fun _ => pure a) := by intros; rfl)
    (seqRight_eq : ∀ {α β} (x : m α) (y : m β), x *> y = (x >>= fun _ => y) := by intros; rfl)
    (bind_pure_comp : ∀ {α β} (f : α → β) (x : m α), x >>= (fun y => pure (f y)) = f <$> x := by intros; rfl)
    (bind_map : ∀ {α β} (f : m (α → β)) (x : m α), f >>= (· <$> x) = f <*> x := by intros; rfl) : LawfulMonad m :=
  have map_pure {α β} (g : α → β) (x : α) : g <$> (pure x : m α) = pure (g x) := by rw [← bind_pure_comp, pure_bind]
  { id_map, bind_pure_comp, bind_map, pure_bind, bind_assoc, map_pure
    comp_map := fun g h x => by
      rw [← bind_pure_comp, ← bind_pure_comp, ← bind_pure_comp, bind_assoc]
      exact congrArg _ (funext fun a => (pure_bind (g a) fun y => pure (h y)).symm)
    pure_seq := fun g x => by rw [← bind_map, pure_bind]
    seq_pure := fun g x => by
      rw [← bind_map, ← bind_pure_comp]
      exact congrArg _ (funext fun f => map_pure f x)
    seq_assoc := fun x g h => by
      rw [← bind_map, ← bind_map, ← bind_map, ← bind_map, ← bind_pure_comp, bind_assoc, bind_assoc]
      refine congrArg _ (funext fun k => ?_)
      rw [← bind_pure_comp, pure_bind, bind_assoc, ← bind_pure_comp, bind_assoc]
      refine congrArg _ (funext fun f => ?_)
      rw [pure_bind, ← bind_pure_comp, bind_assoc, ← bind_pure_comp]
      exact congrArg _ (funext fun a => pure_bind _ _)
    map_const := funext fun x => funext fun y => map_const x y
    seqLeft_eq := fun x y => by
      rw [seqLeft_eq, ← bind_map, ← bind_pure_comp, bind_assoc]
      refine congrArg _ (funext fun a => ?_)
      rw [pure_bind, ← bind_pure_comp]; rfl
    seqRight_eq := fun x y => by
      rw [seqRight_eq, ← bind_map, ← bind_pure_comp, bind_assoc]
      refine congrArg _ (funext fun a => ?_)
      rw [pure_bind]
      exact (id_map y).symm }

namespace Id
@[simp] theorem run_map (x : Id α) (f : α → β) : (f <$> x).run = f x.run := rfl
@[simp] theorem run_bind (x : Id α) (f : α → Id β) : (x >>= f).run = (f x.run).run := rfl
@[simp] theorem run_pure (a : α) : (pure a : Id α).run = a := rfl
@[simp] theorem pure_run (a : Id α) : pure a.run = a := rfl
@[simp] theorem run_seqRight (x : Id α) (y : Id β) : (x *> y).run = y.run := rfl
@[simp] theorem run_seqLeft (x : Id α) (y : Id β) : (x <* y).run = x.run := rfl
@[simp] theorem run_seq (f : Id (α → β)) (x : Id α) : (f <*> x).run = f.run x.run := rfl
instance : LawfulMonad Id := LawfulMonad.mk' Id (fun _ => rfl) (fun _ _ => rfl) (fun _ _ _ => rfl)
end Id
