prelude
import Init.Control.Basic
import Init.Util
/-! Optional values: what one can do with an `Option`, membership in it, and its decidable equality. -/
universe u v w
variable {α : Type u} {β : Type v} {γ : Type w}
instance [DecidableEq α] : DecidableEq (Option α)
  | none, none => isTrue rfl
  | none, some _ => isFalse fun h => nomatch h
  | some _, none => isFalse fun h => nomatch h
  | some a, some b =>
    match decEq a b with
    | isTrue e => isTrue (e ▸ rfl)
    | isFalse n => isFalse fun h => n (Option.some.inj h)
namespace Option

def getM [Alternative m] {α : Type u} : Option α → m α
  | none => failure
  | some a => pure a
@[inline] def isSome : Option α → Bool
  | some _ => true
  | none => false
@[inline] def isNone : Option α → Bool
  | some _ => false
  | none => true
@[simp] theorem isSome_none : @isSome α none = false := rfl
@[simp] theorem isSome_some {a : α} : isSome (some a) = true := rfl
@[simp] theorem isNone_none : @isNone α none = true := rfl
@[simp] theorem isNone_some {a : α} : isNone (some a) = false := rfl
@[inline] def isEqSome [BEq α] : Option α → α → Bool
  | some a, b => a == b
  | none, _ => false
@[inline] protected def bind : Option α → (α → Option β) → Option β
  | none, _ => none
  | some a, f => f a
@[simp] theorem bind_none (f : α → Option β) : none.bind f = none := rfl
@[simp] theorem bind_some (a : α) (f : α → Option β) : (some a).bind f = f a := rfl
@[simp] theorem map_none (f : α → β) : none.map f = none := rfl
@[simp] theorem map_some (f : α → β) (a : α) : (some a).map f = some (f a) := rfl
@[simp] theorem getD_none (a : α) : getD none a = a := rfl
@[simp] theorem getD_some (a b : α) : getD (some a) b = a := rfl
@[inline] protected def mapM [Applicative m] (f : α → m β) : Option α → m (Option β)
  | none => pure none
  | some x => some <$> f x
@[inline] protected def forM [Pure m] : Option α → (α → m PUnit) → m PUnit
  | none, _ => pure ⟨⟩
  | some a, f => f a
@[inline] protected def filter (p : α → Bool) : Option α → Option α
  | some a => if p a then some a else none
  | none => none
@[simp] theorem filter_none (p : α → Bool) : none.filter p = none := rfl
theorem filter_some {p : α → Bool} {a : α} : Option.filter p (some a) = if p a then some a else none := rfl
@[inline] protected def all (p : α → Bool) : Option α → Bool
  | some a => p a
  | none => true
@[inline] protected def any (p : α → Bool) : Option α → Bool
  | some a => p a
  | none => false
@[simp] theorem all_none {p : α → Bool} : Option.all p none = true := rfl
@[simp] theorem all_some {p : α → Bool} {a : α} : Option.all p (some a) = p a := rfl
@[simp] theorem any_none {p : α → Bool} : Option.any p none = false := rfl
@[simp] theorem any_some {p : α → Bool} {a : α} : Option.any p (some a) = p a := rfl
@[macro_inline] protected def orElse : Option α → (Unit → Option α) → Option α
  | some a, _ => some a
  | none, b => b ()
instance : OrElse (Option α) := ⟨Option.orElse⟩
@[macro_inline] protected def or : Option α → Option α → Option α
  | o@(some _), _ => o
  | none, o => o
@[simp] theorem orElse_some {a : α} {b : Unit → Option α} : (some a).orElse b = some a := rfl
@[simp] theorem orElse_none {b : Unit → Option α} : none.orElse b = b () := rfl
@[simp] theorem some_or {a : α} {o : Option α} : (some a).or o = some a := rfl
@[simp] theorem none_or {o : Option α} : none.or o = o := rfl
@[inline] protected def lt (r : α → β → Prop) : Option α → Option β → Prop
  | none, some _ => True
  | some x, some y => r x y
  | _, _ => False
@[inline] protected def le (r : α → β → Prop) : Option α → Option β → Prop
  | none, some _ => True
  | none, none => True
  | some _, none => False
  | some x, some y => r x y
instance [LT α] : LT (Option α) := ⟨Option.lt (· < ·)⟩
instance [LE α] : LE (Option α) := ⟨Option.le (· ≤ ·)⟩
instance decidableRel_lt (r : α → β → Prop) [s : DecidableRel r] : DecidableRel (Option.lt r)
  | none, some _ => isTrue trivial
  | some x, some y => s x y
  | some _, none => isFalse not_false
  | none, none => isFalse not_false
def merge (f : α → α → α) : Option α → Option α → Option α
  | none, none => none
  | some x, none => some x
  | none, some y => some y
  | some x, some y => some (f x y)
@[inline] protected def elim : Option α → β → (α → β) → β
  | some x, _, f => f x
  | none, y, _ => y
@[simp] theorem elim_none {x : β} {f : α → β} : Option.elim none x f = x := rfl
@[simp] theorem elim_some {x : β} {f : α → β} {a : α} : Option.elim (some a) x f = f a := rfl
@[inline] def get {α : Type u} : (o : Option α) → isSome o → α
  | some x, _ => x
@[simp] theorem get_some {a : α} (h : isSome (some a)) : get (some a) h = a := rfl
@[simp] theorem some_get : ∀ {x : Option α} (h : isSome x), some (x.get h) = x
  | some _, _ => rfl
def get! {α : Type u} [Inhabited α] : Option α → α
  | some x => x
  | none => panic! "value is none"
@[inline] def guard (p : α → Bool) (a : α) : Option α := if p a then some a else none
@[inline] def toList : Option α → List α
  | none => .nil
  | some a => .cons a .nil
@[simp] theorem toList_none : (none : Option α).toList = [] := rfl
@[simp] theorem toList_some {a : α} : (some a).toList = [a] := rfl
@[inline] def toArray : Option α → Array α
  | none => Array.mk .nil
  | some a => Array.mk (.cons a .nil)
@[inline] def join (x : Option (Option α)) : Option α := x.bind id
@[simp] theorem join_none : (none : Option (Option α)).join = none := rfl
@[simp] theorem join_some {a : Option α} : (some a).join = a := rfl
@[inline] protected def sequence [Applicative m] {α : Type u} : Option (m α) → m (Option α)
  | none => pure none
  | some fn => some <$> fn
@[inline] def elimM {m : Type v → Type w} {α β : Type v} [Monad m] (x : m (Option α)) (y : m β) (z : α → m β) : m β := do (← x).elim y z
@[inline] def getDM [Monad m] (x : Option α) (y : m α) : m α :=
  match x with
  | some a => pure a
  | none => y
protected def min [Min α] : Option α → Option α → Option α
  | some x, some y => some (Min.min x y)
  | _, _ => none
protected def max [Max α] : Option α → Option α → Option α
  | some x, some y => some (Max.max x y)
  | some x, none => some x
  | none, some y => some y
  | none, none => none
instance [Min α] : Min (Option α) := ⟨Option.min⟩
instance [Max α] : Max (Option α) := ⟨Option.max⟩

instance : Membership α (Option α) := ⟨fun b a => b = some a⟩
@[simp] theorem mem_def {a : α} {b : Option α} : a ∈ b ↔ b = some a := .rfl
instance [DecidableEq α] (j : α) (o : Option α) : Decidable (j ∈ o) := decEq o (some j)
/-- Whether an option is `none` can be decided for any type of elements. -/
@[inline] def decidableEqNone (o : Option α) : Decidable (o = none) :=
  match o with
  | none => isTrue rfl
  | some _ => isFalse fun h => nomatch h
instance decidable_eq_none (o : Option α) : Decidable (o = none) := decidableEqNone o
instance decidableForallMem {p : α → Prop} [DecidablePred p] : ∀ o : Option α, Decidable (∀ a, a ∈ o → p a)
  | none => isTrue fun _ h => nomatch h
  | some a =>
    if h : p a then isTrue fun _ e => (Option.some.inj e) ▸ h
    else isFalse fun k => h (k a rfl)
instance decidableExistsMem {p : α → Prop} [DecidablePred p] : ∀ o : Option α, Decidable (∃ a, a ∈ o ∧ p a)
  | none => isFalse fun ⟨_, h, _⟩ => nomatch h
  | some a =>
    if h : p a then isTrue ⟨a, rfl, h⟩
    else isFalse fun ⟨_, e, k⟩ => h ((Option.some.inj e).symm ▸ k)
@[inline] def attach (xs : Option α) : Option {x // xs = some x} :=
  match xs with
  | none => none
  | some x => some ⟨x, rfl⟩
@[inline] def pmap {p : α → Prop} (f : (a : α) → p a → β) : (o : Option α) → (∀ a, o = some a → p a) → Option β
  | none, _ => none
  | some a, h => some (f a (h a rfl))
end Option

instance [BEq α] : BEq (Option α) where
  beq
    | none, none => true
    | some a, some b => a == b
    | _, _ => false
