prelude
import Init.Core
/-! Sums, and dependent pairs: when two elements are equal, and functions out of them. -/

universe u v w x

deriving instance DecidableEq for Sum
deriving instance DecidableEq for PSum

namespace Sum
variable {α : Type u} {β : Type v} {γ : Type w} {δ : Type x}

instance inhabitedLeft [Inhabited α] : Inhabited (Sum α β) := ⟨Sum.inl default⟩
instance inhabitedRight [Inhabited β] : Inhabited (Sum α β) := ⟨Sum.inr default⟩
instance nonemptyLeft [h : Nonempty α] : Nonempty (Sum α β) := h.elim fun a => ⟨Sum.inl a⟩
instance nonemptyRight [h : Nonempty β] : Nonempty (Sum α β) := h.elim fun b => ⟨Sum.inr b⟩

def isLeft : Sum α β → Bool
  | inl _ => true
  | inr _ => false
def isRight : Sum α β → Bool
  | inl _ => false
  | inr _ => true
def getLeft? : Sum α β → Option α
  | inl a => some a
  | inr _ => none
def getRight? : Sum α β → Option β
  | inl _ => none
  | inr b => some b
protected def elim {γ : Sort w} (f : α → γ) (g : β → γ) : Sum α β → γ := fun x => Sum.casesOn x f g
protected def map (f : α → γ) (g : β → δ) : Sum α β → Sum γ δ := Sum.elim (inl ∘ f) (inr ∘ g)
def swap : Sum α β → Sum β α := Sum.elim inr inl

@[simp] theorem isLeft_inl {x : α} : (inl x : Sum α β).isLeft = true := rfl
@[simp] theorem isLeft_inr {x : β} : (inr x : Sum α β).isLeft = false := rfl
@[simp] theorem isRight_inl {x : α} : (inl x : Sum α β).isRight = false := rfl
@[simp] theorem isRight_inr {x : β} : (inr x : Sum α β).isRight = true := rfl
@[simp] theorem getLeft?_inl {x : α} : (inl x : Sum α β).getLeft? = some x := rfl
@[simp] theorem getLeft?_inr {x : β} : (inr x : Sum α β).getLeft? = none := rfl
@[simp] theorem getRight?_inl {x : α} : (inl x : Sum α β).getRight? = none := rfl
@[simp] theorem getRight?_inr {x : β} : (inr x : Sum α β).getRight? = some x := rfl
@[simp] theorem elim_inl {γ : Sort w} (f : α → γ) (g : β → γ) (x : α) : Sum.elim f g (inl x) = f x := rfl
@[simp] theorem elim_inr {γ : Sort w} (f : α → γ) (g : β → γ) (x : β) : Sum.elim f g (inr x) = g x := rfl
@[simp] theorem map_inl (f : α → γ) (g : β → δ) (x : α) : (inl x).map f g = inl (f x) := rfl
@[simp] theorem map_inr (f : α → γ) (g : β → δ) (x : β) : (inr x).map f g = inr (g x) := rfl
@[simp] theorem swap_inl (x : α) : swap (inl x : Sum α β) = inr x := rfl
@[simp] theorem swap_inr (x : β) : swap (inr x : Sum α β) = inl x := rfl
@[simp] theorem swap_swap (x : Sum α β) : swap (swap x) = x := by cases x <;> rfl
theorem inl_ne_inr {a : α} {b : β} : inl a ≠ inr b := nofun
theorem inr_ne_inl {a : α} {b : β} : inr b ≠ inl a := nofun
@[simp] protected theorem «forall» {p : Sum α β → Prop} : (∀ x, p x) ↔ (∀ a, p (inl a)) ∧ ∀ b, p (inr b) :=
  ⟨fun h => ⟨fun _ => h _, fun _ => h _⟩, fun ⟨h₁, h₂⟩ => Sum.rec h₁ h₂⟩
@[simp] protected theorem «exists» {p : Sum α β → Prop} : (∃ x, p x) ↔ (∃ a, p (inl a)) ∨ ∃ b, p (inr b) :=
  ⟨fun | ⟨inl a, h⟩ => .inl ⟨a, h⟩ | ⟨inr b, h⟩ => .inr ⟨b, h⟩, fun h => h.elim (fun ⟨a, k⟩ => ⟨inl a, k⟩) (fun ⟨b, k⟩ => ⟨inr b, k⟩)⟩
end Sum

namespace Sigma
variable {α : Type u} {β : α → Type v}
@[ext] protected theorem ext : {p q : Sigma β} → p.fst = q.fst → HEq p.snd q.snd → p = q
  | ⟨_, _⟩, ⟨_, _⟩, rfl, .refl _ => rfl
@[simp] theorem eta (x : Sigma β) : (⟨x.1, x.2⟩ : Sigma β) = x := rfl
@[simp] protected theorem «forall» {p : (Sigma β) → Prop} : (∀ x, p x) ↔ ∀ a b, p ⟨a, b⟩ := ⟨fun h a b => h ⟨a, b⟩, fun h ⟨a, b⟩ => h a b⟩
@[simp] protected theorem «exists» {p : (Sigma β) → Prop} : (∃ x, p x) ↔ ∃ a b, p ⟨a, b⟩ :=
  ⟨fun ⟨⟨a, b⟩, h⟩ => ⟨a, b, h⟩, fun ⟨a, b, h⟩ => ⟨⟨a, b⟩, h⟩⟩
end Sigma

namespace PSigma
variable {α : Sort u} {β : α → Sort v}
theorem eta {a₁ a₂ : α} {b₁ : β a₁} {b₂ : β a₂} (h₁ : a₁ = a₂) (h₂ : Eq.ndrec b₁ h₁ = b₂) : PSigma.mk a₁ b₁ = PSigma.mk a₂ b₂ := by
  subst h₁
  subst h₂
  rfl
@[ext] protected theorem ext : {p q : PSigma β} → p.fst = q.fst → HEq p.snd q.snd → p = q
  | ⟨_, _⟩, ⟨_, _⟩, rfl, .refl _ => rfl
end PSigma

theorem Exists.of_psigma_prop {α : Sort u} {p : α → Prop} : (PSigma fun x => p x) → ∃ x, p x
  | ⟨x, hx⟩ => ⟨x, hx⟩

@[ext] protected theorem PUnit.ext (a b : PUnit) : a = b := rfl
theorem PUnit.subsingleton (a b : PUnit) : a = b := rfl
theorem PUnit.eq_punit (a : PUnit) : a = ⟨⟩ := rfl
instance : DecidableEq PUnit := fun _ _ => isTrue rfl
instance : DecidableEq Empty := nofun
instance : DecidableEq PEmpty := nofun
deriving instance DecidableEq for Except
