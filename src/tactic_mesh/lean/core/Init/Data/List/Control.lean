prelude
import Init.Data.List.Lemmas
import Init.Control.Lawful.Instances
/-! This module: programs that go through a list: maps, folds and searches in a monad, and `for` loops. -/
universe u v w u₁ u₂

namespace List
variable {α : Type u} {β : Type v}

/-- The results of an action on each element, in order. -/
@[inline] def mapM {m : Type u → Type v} [Monad m] {α : Type w} {β : Type u} (f : α → m β) (as : List α) : m (List β) :=
  let rec @[specialize] loop
    | [], bs => pure bs.reverse
    | a :: as, bs => do loop as ((← f a) :: bs)
  loop as []
@[specialize] def mapM' {m : Type u → Type v} [Monad m] {α : Type w} {β : Type u} (f : α → m β) : List α → m (List β)
  | [] => pure []
  | a :: l => return (← f a) :: (← mapM' f l)
@[specialize] def mapA {m : Type u → Type v} [Applicative m] {α : Type w} {β : Type u} (f : α → m β) : List α → m (List β)
  | [] => pure []
  | a :: as => cons <$> f a <*> mapA f as
/-- An action on each element, in order. -/
@[specialize] protected def forM {m : Type u → Type v} [Monad m] {α : Type w} (as : List α) (f : α → m PUnit) : m PUnit :=
  match as with
  | [] => pure ⟨⟩
  | a :: as => do f a; List.forM as f
@[specialize] def forA {m : Type u → Type v} [Applicative m] {α : Type w} (as : List α) (f : α → m PUnit) : m PUnit :=
  match as with
  | [] => pure ⟨⟩
  | a :: as => f a *> forA as f
@[specialize] def filterAuxM {m : Type → Type v} [Monad m] {α : Type} (f : α → m Bool) : List α → List α → m (List α)
  | [], acc => pure acc
  | h :: t, acc => do
    let b ← f h
    filterAuxM f t (cond b (h :: acc) acc)
@[inline] def filterM {m : Type → Type v} [Monad m] {α : Type} (p : α → m Bool) (as : List α) : m (List α) := do
  let as ← filterAuxM p as []
  pure as.reverse
@[inline] def filterMapM {m : Type u → Type v} [Monad m] {α : Type w} {β : Type u} (f : α → m (Option β)) (as : List α) : m (List β) :=
  let rec @[specialize] loop
    | [], bs => pure bs.reverse
    | a :: as, bs => do
      match ← f a with
      | none => loop as bs
      | some b => loop as (b :: bs)
  loop as []
@[specialize] def foldlM {m : Type u → Type v} [Monad m] {s : Type u} {α : Type w} (f : s → α → m s) (init : s) : List α → m s
  | [] => pure init
  | a :: as => do
    let s ← f init a
    foldlM f s as
@[inline] def foldrM {m : Type u → Type v} [Monad m] {s : Type u} {α : Type w} (f : α → s → m s) (init : s) (l : List α) : m s :=
  l.reverse.foldlM (fun s a => f a s) init
@[specialize] def firstM {m : Type u → Type v} [Alternative m] {α : Type w} {β : Type u} (f : α → m β) : List α → m β
  | [] => failure
  | a :: as => f a <|> firstM f as
@[specialize] def anyM {m : Type → Type u} [Monad m] {α : Type v} (p : α → m Bool) : List α → m Bool
  | [] => pure false
  | a :: as => do
    match ← p a with
    | true => pure true
    | false => anyM p as
@[specialize] def allM {m : Type → Type u} [Monad m] {α : Type v} (p : α → m Bool) : List α → m Bool
  | [] => pure true
  | a :: as => do
    match ← p a with
    | true => allM p as
    | false => pure false
@[specialize] def findM? {m : Type → Type u} [Monad m] {α : Type} (p : α → m Bool) : List α → m (Option α)
  | [] => pure none
  | a :: as => do
    match ← p a with
    | true => pure (some a)
    | false => findM? p as

/-- What `for h : x in xs` runs. -/
@[inline] protected def forIn' {m : Type v → Type w} [Monad m] (as : List α) (init : β)
    (f : (a : α) → a ∈ as → β → m (ForInStep β)) : m β :=
  let rec @[specialize] loop : (as' : List α) → (∀ a, a ∈ as' → a ∈ as) → β → m β
    | [], _, b => pure b
    | a :: as', h, b => do
      match ← f a (h a (.head as')) b with
      | .done b => pure b
      | .yield b => loop as' (fun x hx => h x (.tail a hx)) b
  loop as (fun _ => id) init
instance {m : Type u₁ → Type u₂} [Monad m] : ForIn' m (List α) α inferInstance where
  forIn' := List.forIn'
instance {m : Type u → Type v} [Monad m] {α : Type w} : ForM m (List α) α where
  forM := List.forM
instance instFunctor : Functor List := ⟨List.map, fun a l => List.map (fun _ => a) l⟩

section
variable {m : Type u → Type v} [Monad m] {α : Type w} {β : Type u}
@[simp] theorem mapM'_nil {f : α → m β} : mapM' f [] = pure [] := rfl
@[simp] theorem mapM'_cons {a : α} {l : List α} {f : α → m β} : mapM' f (a :: l) = (return (← f a) :: (← l.mapM' f)) := rfl
@[simp] theorem mapM_nil {f : α → m β} : [].mapM f = pure [] := rfl
@[simp] theorem foldlM_nil {f : β → α → m β} {b : β} : [].foldlM f b = pure b := rfl
@[simp] theorem foldlM_cons {f : β → α → m β} {b : β} {a : α} {l : List α} :
    (a :: l).foldlM f b = f b a >>= fun s => l.foldlM f s := rfl
@[simp] theorem forM_nil {f : α → m PUnit} : forM (m := m) [] f = pure PUnit.unit := rfl
@[simp] theorem forM_cons {f : α → m PUnit} {a : α} {as : List α} : forM (m := m) (a :: as) f = f a >>= fun _ => forM as f := rfl
end

section
variable {m : Type v → Type w} [Monad m]
private theorem loop_restrict (as bs cs : List α) (f : (a : α) → a ∈ bs → β → m (ForInStep β)) (g : (a : α) → a ∈ cs → β → m (ForInStep β))
    (hb : ∀ a, a ∈ as → a ∈ bs) (hc : ∀ a, a ∈ as → a ∈ cs) (e : ∀ a ha hb', f a ha = g a hb') (b : β) :
    forIn'.loop bs f as hb b = forIn'.loop cs g as hc b := by
  induction as generalizing b with
  | nil => rfl
  | cons a as ih =>
    show (f a _ b >>= _) = (g a _ b >>= _)
    rw [e a (hb a (.head as)) (hc a (.head as))]
    refine congrArg (bind _) (funext fun r => ?_)
    cases r with
    | done b => rfl
    | yield b => exact ih (fun x hx => hb x (.tail a hx)) (fun x hx => hc x (.tail a hx)) b
@[simp] theorem forIn'_nil {f : (a : α) → a ∈ [] → β → m (ForInStep β)} {b : β} : forIn' (m := m) [] b f = pure b := rfl
@[simp] theorem forIn'_cons {a : α} {as : List α} {f : (a' : α) → a' ∈ a :: as → β → m (ForInStep β)} {b : β} :
    forIn' (a :: as) b f = f a (.head as) b >>= fun
      | .done b => pure b
      | .yield b => forIn' as b fun a' h b => f a' (.tail a h) b := by
  show (f a _ b >>= _) = (f a _ b >>= _)
  refine congrArg (bind _) (funext fun r => ?_)
  cases r with
  | done b => rfl
  | yield b =>
    exact loop_restrict as (a :: as) as f (fun a' h b => f a' (.tail a h) b) (fun _ h => .tail a h) (fun _ => id) (fun _ _ _ => rfl) b
@[simp] theorem forIn_nil {f : α → β → m (ForInStep β)} {b : β} : forIn (m := m) [] b f = pure b := rfl
@[simp] theorem forIn_cons {f : α → β → m (ForInStep β)} {a : α} {as : List α} {b : β} :
    forIn (m := m) (a :: as) b f = f a b >>= fun
      | .done b => pure b
      | .yield b => forIn as b f := forIn'_cons
end
@[simp] theorem forIn_pure_yield_eq_foldl {m : Type v → Type w} [Monad m] [LawfulMonad m] {l : List α} (f : α → β → β) (init : β) :
    forIn (m := m) l init (fun a b => pure (.yield (f a b))) = pure (f := m) (l.foldl (fun b a => f a b) init) := by
  induction l generalizing init with
  | nil => rfl
  | cons a l ih => rw [forIn_cons, pure_bind]; exact ih (f a init)
theorem forIn_yield_eq_foldl {l : List α} (f : α → β → β) (init : β) :
    forIn (m := Id) l init (fun a b => .yield (f a b)) = l.foldl (fun b a => f a b) init := by
  induction l generalizing init with
  | nil => rfl
  | cons a l ih => exact forIn_cons.trans (ih (f a init))
@[simp] theorem idRun_forIn_yield_eq_foldl {l : List α} (f : α → β → Id β) (init : β) :
    (forIn l init (fun a b => .yield <$> f a b)).run = l.foldl (fun b a => f a b |>.run) init := by
  induction l generalizing init with
  | nil => rfl
  | cons a l ih => exact (congrArg Id.run forIn_cons).trans (ih (f a init).run)
@[simp] theorem foldlM_pure {m : Type v → Type w} [Monad m] [LawfulMonad m] {f : β → α → β} {b : β} {l : List α} :
    l.foldlM (m := m) (pure <| f · ·) b = pure (l.foldl f b) := by
  induction l generalizing b with
  | nil => rfl
  | cons a l ih => rw [foldlM_cons, pure_bind]; exact ih
end List
