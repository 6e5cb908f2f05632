prelude
import Init.Grind.Util
/-! The steps of `grind`: what follows about a connective from what is known of its parts, and the other way. Each
fact has the form in which the congruence closure keeps it, an equation with `True`, `False` or another term. -/

universe u v
namespace Lean.Grind

theorem em (p : Prop) : p ∨ ¬p := Classical.em p
def intro_with_eq (p p' : Prop) (q : Sort u) (he : p = p') (h : p' → q) : p → q := fun hp => h (he ▸ hp)
def intro_with_eq' (p p' : Prop) (q : p → Sort u) (he : p = p') (h : (h : p') → q (he.mpr_prop h)) : (h : p) → q h :=
  fun hp => h (he ▸ hp)
theorem of_lookahead (p : Prop) (h : (¬p) → False) : p = True := eq_true (Classical.byContradiction h)
theorem false_of_not_eq_self {a : Prop} (h : (¬a) = a) : False :=
  have na : ¬a := fun x => h.mpr x x
  na (h.mp na)

/-! ## Conjunction, disjunction, implication, negation -/

section
variable {a b : Prop}
theorem and_eq_of_eq_true_left (h : a = True) : (a ∧ b) = b := by rw [h, true_and]
theorem and_eq_of_eq_true_right (h : b = True) : (a ∧ b) = a := by rw [h, and_true]
theorem and_eq_of_eq_false_left (h : a = False) : (a ∧ b) = False := by rw [h, false_and]
theorem and_eq_of_eq_false_right (h : b = False) : (a ∧ b) = False := by rw [h, and_false]
theorem eq_true_of_and_eq_true_left (h : (a ∧ b) = True) : a = True := eq_true (of_eq_true h).1
theorem eq_true_of_and_eq_true_right (h : (a ∧ b) = True) : b = True := eq_true (of_eq_true h).2
theorem or_of_and_eq_false (h : (a ∧ b) = False) : ¬a ∨ ¬b := Classical.not_and_iff_not_or_not.1 (of_eq_false h)
theorem or_eq_of_eq_true_left (h : a = True) : (a ∨ b) = True := by rw [h, true_or]
theorem or_eq_of_eq_true_right (h : b = True) : (a ∨ b) = True := by rw [h, or_true]
theorem or_eq_of_eq_false_left (h : a = False) : (a ∨ b) = b := by rw [h, false_or]
theorem or_eq_of_eq_false_right (h : b = False) : (a ∨ b) = a := by rw [h, or_false]
theorem eq_false_of_or_eq_false_left (h : (a ∨ b) = False) : a = False := eq_false fun x => of_eq_false h (.inl x)
theorem eq_false_of_or_eq_false_right (h : (a ∨ b) = False) : b = False := eq_false fun x => of_eq_false h (.inr x)
theorem imp_eq_of_eq_false_left (h : a = False) : (a → b) = True := by rw [h, false_implies]
theorem imp_eq_of_eq_true_right (h : b = True) : (a → b) = True := by rw [h, implies_true]
theorem imp_eq_of_eq_true_left (h : a = True) : (a → b) = b := by rw [h, true_implies]
theorem eq_true_of_imp_eq_false (h : (a → b) = False) : a = True := eq_true (Classical.of_not_imp (of_eq_false h))
theorem eq_false_of_imp_eq_false (h : (a → b) = False) : b = False := eq_false fun y => of_eq_false h fun _ => y
theorem eq_false_of_imp_eq_true (h₁ : (a → b) = True) (h₂ : b = False) : a = False :=
  eq_false fun x => of_eq_false h₂ (of_eq_true h₁ x)
theorem not_eq_of_eq_true (h : a = True) : (¬a) = False := by rw [h, not_true_eq_false]
theorem not_eq_of_eq_false (h : a = False) : (¬a) = True := by rw [h, not_false_eq_true]
theorem eq_false_of_not_eq_true (h : (¬a) = True) : a = False := eq_false (of_eq_true h)
theorem eq_true_of_not_eq_false (h : (¬a) = False) : a = True := eq_true (Classical.byContradiction (of_eq_false h))
end

/-! ## Equality -/

theorem eq_eq_of_eq_true_left {a b : Prop} (h : a = True) : (a = b) = b := by
  rw [h]
  exact propext ⟨fun e => e ▸ trivial, fun x => (eq_true x).symm⟩
theorem eq_eq_of_eq_true_right {a b : Prop} (h : b = True) : (a = b) = a := by
  rw [h]
  exact propext ⟨of_eq_true, eq_true⟩
theorem of_eq_eq_true {a b : Prop} (h : (a = b) = True) : (¬a ∨ b) ∧ (¬b ∨ a) := by
  rw [of_eq_true h]
  exact ⟨(Classical.em b).symm, (Classical.em b).symm⟩
theorem of_eq_eq_false {a b : Prop} (h : (a = b) = False) : (¬a ∨ ¬b) ∧ (b ∨ a) := by
  have n : ¬(a = b) := of_eq_false h
  rcases Classical.em a with ha | ha <;> rcases Classical.em b with hb | hb
  · exact absurd (propext (iff_of_true ha hb)) n
  · exact ⟨.inr hb, .inr ha⟩
  · exact ⟨.inl ha, .inl hb⟩
  · exact absurd (propext (iff_of_false ha hb)) n
theorem eq_congr {α : Sort u} {a₁ b₁ a₂ b₂ : α} (h₁ : a₁ = a₂) (h₂ : b₁ = b₂) : (a₁ = b₁) = (a₂ = b₂) := by rw [h₁, h₂]
theorem eq_congr' {α : Sort u} {a₁ b₁ a₂ b₂ : α} (h₁ : a₁ = b₂) (h₂ : b₁ = a₂) : (a₁ = b₁) = (a₂ = b₂) := by
  rw [h₁, h₂]
  exact propext eq_comm
theorem heq_congr.{w} {α : Sort w} {β : Sort w} {α' : Sort w} {β' : Sort w} {a₁ : α} {b₁ : β} {a₂ : α'} {b₂ : β'}
    (h₁ : HEq a₁ a₂) (h₂ : HEq b₁ b₂) : HEq a₁ b₁ = HEq a₂ b₂ :=
  propext ⟨fun h => h₁.symm.trans (h.trans h₂), fun h => h₁.trans (h.trans h₂.symm)⟩
theorem heq_congr'.{w} {α : Sort w} {β : Sort w} {α' : Sort w} {β' : Sort w} {a₁ : α} {b₁ : β} {a₂ : α'} {b₂ : β'}
    (h₁ : HEq a₁ b₂) (h₂ : HEq b₁ a₂) : HEq a₁ b₁ = HEq a₂ b₂ :=
  propext ⟨fun h => h₂.symm.trans (h.symm.trans h₁), fun h => h₁.trans (h.symm.trans h₂.symm)⟩
theorem ne_of_ne_of_eq_left {α : Sort u} {a b c : α} (h₁ : a = b) (h₂ : b ≠ c) : a ≠ c := h₁ ▸ h₂
theorem ne_of_ne_of_eq_right {α : Sort u} {a b c : α} (h₁ : a = c) (h₂ : b ≠ c) : b ≠ a := h₁ ▸ h₂
theorem eqRec_heq.{u_1, u_2} {α : Sort u_2} {a : α} {motive : (x : α) → a = x → Sort u_1} (v : motive a (Eq.refl a)) {b : α}
    (h : a = b) : HEq (@Eq.rec α a motive v b h) v := by
  subst h
  exact HEq.refl _
theorem eqRecOn_heq.{u_1, u_2} {α : Sort u_2} {a : α} {motive : (x : α) → a = x → Sort u_1} {b : α} (h : a = b)
    (v : motive a (Eq.refl a)) : HEq (@Eq.recOn α a motive b h v) v := by
  subst h
  exact HEq.refl _
theorem eqNDRec_heq.{u_1, u_2} {α : Sort u_2} {a : α} {motive : α → Sort u_1} (v : motive a) {b : α} (h : a = b) :
    HEq (@Eq.ndrec α a motive v b h) v := by
  subst h
  exact HEq.refl _

/-! ## Quantifiers and conditionals -/

theorem forall_propagator (p : Prop) (q : p → Prop) (q' : Prop) (h₁ : p = True) (h₂ : q (of_eq_true h₁) = q') :
    (∀ hp : p, q hp) = q' := h₂ ▸ propext (forall_prop_of_true (of_eq_true h₁))
theorem of_forall_eq_false (α : Sort u) (p : α → Prop) (h : (∀ x : α, p x) = False) : ∃ x : α, ¬p x :=
  Classical.not_forall.1 (of_eq_false h)
theorem dite_cond_eq_true' {α : Sort u} {c : Prop} {_ : Decidable c} {a : c → α} {b : ¬c → α} {r : α} (h₁ : c = True)
    (h₂ : a (of_eq_true h₁) = r) : (dite c a b) = r := h₂ ▸ dif_pos _
theorem dite_cond_eq_false' {α : Sort u} {c : Prop} {_ : Decidable c} {a : c → α} {b : ¬c → α} {r : α} (h₁ : c = False)
    (h₂ : b (of_eq_false h₁) = r) : (dite c a b) = r := h₂ ▸ dif_neg _

/-! ## Truth values -/

theorem of_decide_eq_true {p : Prop} {_ : Decidable p} : decide p = true → p = True := fun h => eq_true (_root_.of_decide_eq_true h)
theorem of_decide_eq_false {p : Prop} {_ : Decidable p} : decide p = false → p = False := fun h => eq_false (_root_.of_decide_eq_false h)
theorem decide_eq_true {p : Prop} {_ : Decidable p} : p = True → decide p = true := fun h => _root_.decide_eq_true (of_eq_true h)
theorem decide_eq_false {p : Prop} {_ : Decidable p} : p = False → decide p = false := fun h => _root_.decide_eq_false (of_eq_false h)
theorem beq_eq_true_of_eq {α : Type u} {_ : BEq α} {_ : LawfulBEq α} {a b : α} (h : a = b) : (a == b) = true := beq_of_eq h
theorem beq_eq_false_of_diseq {α : Type u} {_ : BEq α} {_ : LawfulBEq α} {a b : α} (h : ¬a = b) : (a == b) = false := beq_false_of_ne h
theorem eq_of_beq_eq_true {α : Type u} {_ : BEq α} {_ : LawfulBEq α} {a b : α} (h : (a == b) = true) : a = b := eq_of_beq h
theorem ne_of_beq_eq_false {α : Type u} {_ : BEq α} {_ : LawfulBEq α} {a b : α} (h : (a == b) = false) : (a = b) = False :=
  eq_false (ne_of_beq_false h)

namespace Bool
variable {a b : Bool}
theorem and_eq_of_eq_true_left (h : a = true) : (a && b) = b := by rw [h, Bool.true_and]
theorem and_eq_of_eq_true_right (h : b = true) : (a && b) = a := by rw [h, Bool.and_true]
theorem and_eq_of_eq_false_left (h : a = false) : (a && b) = false := by rw [h, Bool.false_and]
theorem and_eq_of_eq_false_right (h : b = false) : (a && b) = false := by rw [h, Bool.and_false]
theorem eq_true_of_and_eq_true_left (h : (a && b) = true) : a = true := Bool.and_elim_left h
theorem eq_true_of_and_eq_true_right (h : (a && b) = true) : b = true := Bool.and_elim_right h
theorem or_eq_of_eq_true_left (h : a = true) : (a || b) = true := by rw [h, Bool.true_or]
theorem or_eq_of_eq_true_right (h : b = true) : (a || b) = true := by rw [h, Bool.or_true]
theorem or_eq_of_eq_false_left (h : a = false) : (a || b) = b := by rw [h, Bool.false_or]
theorem or_eq_of_eq_false_right (h : b = false) : (a || b) = a := by rw [h, Bool.or_false]
theorem eq_false_of_or_eq_false_left (h : (a || b) = false) : a = false := (Bool.or_eq_false_iff.1 h).1
theorem eq_false_of_or_eq_false_right (h : (a || b) = false) : b = false := (Bool.or_eq_false_iff.1 h).2
theorem not_eq_of_eq_true (h : a = true) : (!a) = false := by rw [h]; rfl
theorem not_eq_of_eq_false (h : a = false) : (!a) = true := by rw [h]; rfl
theorem eq_false_of_not_eq_true (h : (!a) = true) : a = false := (Bool.not_eq_true' a).mp h
theorem eq_true_of_not_eq_false (h : (!a) = false) : a = true := (Bool.not_eq_false' a).mp h
theorem eq_false_of_not_eq_true' (h : ¬a = true) : a = false := eq_false_of_ne_true h
theorem eq_true_of_not_eq_false' (h : ¬a = false) : a = true := eq_true_of_ne_false h
theorem false_of_not_eq_self (h : (!a) = a) : False := (Bool.not_eq_self a).1 h
theorem ne_of_eq_true_of_eq_false (h₁ : a = true) (h₂ : b = false) : (a = b) = False := by rw [h₁, h₂, Bool.true_eq_false]
theorem ne_of_eq_false_of_eq_true (h₁ : a = false) (h₂ : b = true) : (a = b) = False := by rw [h₁, h₂, Bool.false_eq_true]
end Bool
end Lean.Grind
