prelude
import Init.Core
/-! Functions: currying, injective and surjective functions, inverses. -/

universe u v w

namespace Function

@[inline] def curry {α : Type u} {β : Type v} {φ : Sort w} : (α × β → φ) → α → β → φ := fun f a b => f (a, b)
@[inline] def uncurry {α : Type u} {β : Type v} {φ : Sort w} : (α → β → φ) → α × β → φ := fun f a => f a.1 a.2
@[simp] theorem curry_uncurry {α : Type u} {β : Type v} {φ : Sort w} (f : α → β → φ) : curry (uncurry f) = f := rfl
@[simp] theorem uncurry_curry {α : Type u} {β : Type v} {φ : Sort w} (f : α × β → φ) : uncurry (curry f) = f := rfl
@[simp] theorem uncurry_apply_pair {α : Type u} {β : Type v} {γ : Sort w} (f : α → β → γ) (x : α) (y : β) :
    uncurry f (x, y) = f x y := rfl
@[simp] theorem curry_apply {α : Type u} {β : Type v} {γ : Sort w} (f : α × β → γ) (x : α) (y : β) : curry f x y = f (x, y) := rfl

variable {α : Sort u} {β : Sort v} {φ : Sort w}

/-- Different arguments have different values. -/
def Injective (f : α → β) : Prop := ∀ ⦃a₁ a₂⦄, f a₁ = f a₂ → a₁ = a₂
/-- Everything is a value. -/
def Surjective (f : α → β) : Prop := ∀ b, ∃ a, f a = b
def LeftInverse (g : β → α) (f : α → β) : Prop := ∀ x, g (f x) = x
def HasLeftInverse (f : α → β) : Prop := ∃ finv : β → α, LeftInverse finv f
def RightInverse (g : β → α) (f : α → β) : Prop := LeftInverse f g
def HasRightInverse (f : α → β) : Prop := ∃ finv : β → α, RightInverse finv f

theorem Injective.comp {α : Sort u} {β : Sort v} {γ : Sort w} {g : β → γ} {f : α → β} (hg : Injective g) (hf : Injective f) :
    Injective (g ∘ f) := fun _ _ h => hf (hg h)
theorem Surjective.comp {α : Sort u} {β : Sort v} {γ : Sort w} {g : β → γ} {f : α → β} (hg : Surjective g) (hf : Surjective f) :
    Surjective (g ∘ f) := fun c =>
  have ⟨b, hb⟩ := hg c
  have ⟨a, ha⟩ := hf b
  ⟨a, by rw [comp_apply, ha, hb]⟩
theorem LeftInverse.injective {g : β → α} {f : α → β} (h : LeftInverse g f) : Injective f := fun a b e => by
  rw [← h a, ← h b, e]
theorem HasLeftInverse.injective {f : α → β} : HasLeftInverse f → Injective f := fun ⟨_, h⟩ => h.injective
theorem RightInverse.surjective {f : α → β} {g : β → α} (h : RightInverse g f) : Surjective f := fun y => ⟨g y, h y⟩
theorem HasRightInverse.surjective {f : α → β} : HasRightInverse f → Surjective f := fun ⟨_, h⟩ => h.surjective
theorem leftInverse_of_surjective_of_rightInverse {f : α → β} {g : β → α} (surjf : Surjective f) (rfg : RightInverse f g) :
    LeftInverse f g := fun y =>
  have ⟨x, hx⟩ := surjf y
  by rw [← hx, rfg]
theorem injective_id : Injective (@id α) := fun _ _ h => h
theorem surjective_id : Surjective (@id α) := fun a => ⟨a, rfl⟩
theorem Injective.leftInverse {α : Sort u} {β : Sort v} (f : α → β) (hf : Injective f) [hα : Nonempty α] :
    ∃ g : β → α, LeftInverse g f := by
  let inv (b : β) (a : α) : Prop := f a = b ∨ ¬∃ x, f x = b
  have total (b : β) : ∃ a, inv b a := by
    rcases Classical.em (∃ x, f x = b) with ⟨x, hx⟩ | n
    · exact ⟨x, .inl hx⟩
    · exact ⟨Classical.choice hα, .inr n⟩
  refine ⟨fun b => Classical.choose (total b), fun a => ?_⟩
  rcases Classical.choose_spec (total (f a)) with h | h
  · exact hf h
  · exact absurd ⟨a, rfl⟩ h
end Function
