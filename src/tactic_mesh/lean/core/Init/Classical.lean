prelude
import Init.PropLemmas
/-! Classical reasoning: choice gives excluded middle (Diaconescu's argument), and with it the laws that hold for
decidable propositions hold for all. -/

universe u v
set_option linter.unusedVariables false

namespace Classical

noncomputable def indefiniteDescription {α : Sort u} (p : α → Prop) (h : ∃ x, p x) : {x // p x} :=
  choice (let ⟨x, px⟩ := h; ⟨⟨x, px⟩⟩)

/-- A witness of an existence statement. -/
noncomputable def choose {α : Sort u} {p : α → Prop} (h : ∃ x, p x) : α := (indefiniteDescription p h).val
theorem choose_spec {α : Sort u} {p : α → Prop} (h : ∃ x, p x) : p (choose h) := (indefiniteDescription p h).property

/-- Excluded middle. Two sets of truth values that agree exactly when `p` holds are made, and the elements
chosen from them compared. -/
theorem em (p : Prop) : p ∨ ¬p := by
  let U (x : Prop) : Prop := x = True ∨ p
  let V (x : Prop) : Prop := x = False ∨ p
  have eu : ∃ x, U x := ⟨True, .inl rfl⟩
  have ev : ∃ x, V x := ⟨False, .inl rfl⟩
  rcases choose_spec eu with hu | hp
  · rcases choose_spec ev with hv | hp
    · refine .inr fun hp => ?_
      have e : U = V := funext fun x => propext ⟨fun _ => .inr hp, fun _ => .inr hp⟩
      have same : ∀ eu ev, @choose _ U eu = @choose _ V ev := by
        rw [e]; intros; rfl
      have t : True = False := by rw [← hu, same eu ev, hv]
      exact t ▸ trivial
    · exact .inl hp
  · exact .inl hp

theorem exists_true_of_nonempty {α : Sort u} : Nonempty α → ∃ _ : α, True
  | ⟨x⟩ => ⟨x, trivial⟩
@[instance_reducible] noncomputable def inhabited_of_nonempty {α : Sort u} (h : Nonempty α) : Inhabited α := ⟨choice h⟩
@[instance_reducible] noncomputable def inhabited_of_exists {α : Sort u} {p : α → Prop} (h : ∃ x, p x) : Inhabited α :=
  inhabited_of_nonempty (h.elim fun w _ => ⟨w⟩)

/-- Every proposition is decidable; opened by `open Classical`. -/
noncomputable scoped instance (priority := low) propDecidable (a : Prop) : Decidable a :=
  choice ((em a).elim (fun h => ⟨isTrue h⟩) (fun h => ⟨isFalse h⟩))
@[instance_reducible] noncomputable def decidableInhabited (a : Prop) : Inhabited (Decidable a) := ⟨propDecidable a⟩
instance (a : Prop) : Nonempty (Decidable a) := ⟨propDecidable a⟩
noncomputable def typeDecidableEq (α : Sort u) : DecidableEq α := fun _ _ => inferInstance
noncomputable def typeDecidable (α : Sort u) : PSum α (α → False) :=
  match propDecidable (Nonempty α) with
  | isTrue hp => .inl (choice hp)
  | isFalse hn => .inr (fun a => hn ⟨a⟩)

noncomputable def strongIndefiniteDescription {α : Sort u} (p : α → Prop) (h : Nonempty α) :
    {x : α // (∃ y : α, p y) → p x} :=
  @dite _ (∃ x : α, p x) (propDecidable _)
    (fun hp => ⟨choose hp, fun _ => choose_spec hp⟩)
    (fun hp => ⟨choice h, fun k => absurd k hp⟩)
/-- An element with the property `p` if there is one, and any element otherwise. -/
noncomputable def epsilon {α : Sort u} [h : Nonempty α] (p : α → Prop) : α := (strongIndefiniteDescription p h).val
theorem epsilon_spec_aux {α : Sort u} (h : Nonempty α) (p : α → Prop) : (∃ y, p y) → p (@epsilon α h p) :=
  (strongIndefiniteDescription p h).property
theorem epsilon_spec {α : Sort u} {p : α → Prop} (hex : ∃ y, p y) : p (@epsilon α (hex.elim fun w _ => ⟨w⟩) p) :=
  epsilon_spec_aux _ p hex
theorem epsilon_singleton {α : Sort u} (x : α) : @epsilon α ⟨x⟩ (fun y => y = x) = x := @epsilon_spec α (fun y => y = x) ⟨x, rfl⟩

theorem axiomOfChoice {α : Sort u} {β : α → Sort v} {r : ∀ x, β x → Prop} (h : ∀ x, ∃ y, r x y) :
    ∃ (f : ∀ x, β x), ∀ x, r x (f x) := ⟨fun x => choose (h x), fun x => choose_spec (h x)⟩
theorem skolem {α : Sort u} {b : α → Sort v} {p : ∀ x, b x → Prop} :
    (∀ x, ∃ y, p x y) ↔ ∃ (f : ∀ x, b x), ∀ x, p x (f x) := ⟨axiomOfChoice, fun ⟨f, hw⟩ x => ⟨f x, hw x⟩⟩
theorem propComplete (a : Prop) : a = True ∨ a = False := (em a).elim (.inl ∘ eq_true) (.inr ∘ eq_false)

theorem byCases {p q : Prop} (hpq : p → q) (hnpq : ¬p → q) : q := (em p).elim hpq hnpq
theorem byContradiction {p : Prop} (h : ¬p → False) : p := byCases id fun n => (h n).elim

variable {a b c p q : Prop}

@[simp] theorem not_not : ¬¬a ↔ a := ⟨fun h => byContradiction h, not_not_intro⟩
@[simp low] theorem not_forall {α : Sort u} {p : α → Prop} : (¬∀ x, p x) ↔ ∃ x, ¬p x := Decidable.not_forall
theorem not_forall_not {α : Sort u} {p : α → Prop} : (¬∀ x, ¬p x) ↔ ∃ x, p x := Decidable.not_forall_not
theorem not_exists_not {α : Sort u} {p : α → Prop} : (¬∃ x, ¬p x) ↔ ∀ x, p x := Decidable.not_exists_not
theorem exists_not_of_not_forall {α : Sort u} {p : α → Prop} : (¬∀ x, p x) → ∃ x, ¬p x := not_forall.1
theorem forall_or_exists_not {α : Sort u} (P : α → Prop) : (∀ a, P a) ∨ ∃ a, ¬P a := by
  rw [← not_forall]; exact em _
theorem exists_or_forall_not {α : Sort u} (P : α → Prop) : (∃ a, P a) ∨ ∀ a, ¬P a := by
  rw [← not_exists]; exact em _
theorem or_iff_not_imp_left : a ∨ b ↔ (¬a → b) := Decidable.or_iff_not_imp_left
theorem or_iff_not_imp_right : a ∨ b ↔ (¬b → a) := Decidable.or_iff_not_imp_right
theorem not_imp_iff_and_not : ¬(a → b) ↔ a ∧ ¬b := Decidable.not_imp_iff_and_not
@[simp] theorem not_imp : ¬(a → b) ↔ a ∧ ¬b := Decidable.not_imp_iff_and_not
theorem not_imp_not : (¬a → ¬b) ↔ (b → a) := Decidable.not_imp_not
theorem not_and_iff_not_or_not : ¬(a ∧ b) ↔ ¬a ∨ ¬b := Decidable.not_and_iff_not_or_not
theorem not_iff : ¬(a ↔ b) ↔ (¬a ↔ b) := Decidable.not_iff
theorem imp_iff_not_or : (a → b) ↔ ¬a ∨ b := Decidable.imp_iff_not_or
theorem not_or_of_imp (h : a → b) : ¬a ∨ b := Decidable.not_or_of_imp h
theorem of_not_imp (h : ¬(a → b)) : a := Decidable.of_not_imp h
@[simp] theorem imp_iff_right_iff : (a → b ↔ b) ↔ a ∨ b := Decidable.imp_iff_right_iff
@[simp] theorem imp_iff_left_iff : (b ↔ a → b) ↔ a ∨ b := Decidable.imp_iff_left_iff
@[simp] theorem and_or_imp : a ∧ b ∨ (a → c) ↔ a → b ∨ c := Decidable.and_or_imp
@[simp] theorem imp_and_neg_imp_iff (p : Prop) {q : Prop} : (p → q) ∧ (¬p → q) ↔ q := Decidable.imp_and_neg_imp_iff
theorem iff_iff_and_or_not_and_not : (a ↔ b) ↔ (a ∧ b) ∨ (¬a ∧ ¬b) := Decidable.iff_iff_and_or_not_and_not

/-- `ite` and `dite` by a negated condition, where only the negation comes with a decision. -/
@[simp low] protected theorem dite_not {α : Sort u} [hn : Decidable (¬p)] (x : ¬p → α) (y : ¬¬p → α) :
    dite (¬p) x y = @dite α p (propDecidable p) (fun h => y (not_not_intro h)) x := _root_.dite_not x y
@[simp low] protected theorem ite_not {α : Sort u} (p : Prop) [Decidable (¬p)] (x y : α) :
    ite (¬p) x y = @ite α p (propDecidable p) y x := Classical.dite_not (fun _ => x) (fun _ => y)
end Classical

export Classical (not_not imp_iff_right_iff imp_and_neg_imp_iff and_or_imp not_imp)

/-- The witness of an existence statement, chosen classically. -/
noncomputable def Exists.choose {α : Sort u} {p : α → Prop} (P : ∃ a, p a) : α := Classical.choose P
theorem Exists.choose_spec {α : Sort u} {p : α → Prop} (P : ∃ a, p a) : p P.choose := Classical.choose_spec P
noncomputable def Nonempty.some {α : Sort u} (h : Nonempty α) : α := Classical.choice h
