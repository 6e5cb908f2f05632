prelude
import Init.SizeOf
import Init.Core.Extensionality
/-! Well-founded relations: accessibility, recursion along a relation and its equation, and the relations that
termination proofs are made of (less-than on numbers, measures, lexicographic pairs). -/

universe u v
set_option linter.unusedVariables false

/-- `x` is accessible when everything below it is. -/
inductive Acc {α : Sort u} (r : α → α → Prop) : α → Prop where
  | intro (x : α) (h : (y : α) → r y x → Acc r y) : Acc r x

theorem Acc.inv {α : Sort u} {r : α → α → Prop} {x y : α} (h₁ : Acc r x) (h₂ : r y x) : Acc r y :=
  h₁.rec (fun _ h _ k => h y k) h₂

/-- A relation without infinite descending chains. -/
inductive WellFounded {α : Sort u} (r : α → α → Prop) : Prop where
  | intro (h : ∀ a, Acc r a) : WellFounded r

class WellFoundedRelation (α : Sort u) where
  rel : α → α → Prop
  wf : WellFounded rel

namespace WellFounded

theorem apply {α : Sort u} {r : α → α → Prop} (wf : WellFounded r) (a : α) : Acc r a := wf.rec (fun p => p) a

variable {α : Sort u} {r : α → α → Prop} {C : α → Sort v}

theorem recursion {C : α → Sort v} (hwf : WellFounded r) (a : α) (h : ∀ x, (∀ y, r y x → C y) → C x) : Nonempty (C a) := by
  induction hwf.apply a with
  | intro x _ ih => exact ⟨h x fun y k => Classical.choice (ih y k)⟩
theorem induction {C : α → Prop} (hwf : WellFounded r) (a : α) (h : ∀ x, (∀ y, r y x → C y) → C x) : C a := by
  induction hwf.apply a with
  | intro x _ ih => exact h x ih

noncomputable def fixF (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) (a : Acc r x) : C x := by
  induction a with
  | intro x _ ih => exact F x ih
theorem fixF_eq (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) (acx : Acc r x) :
    fixF F x acx = F x (fun y p => fixF F y (acx.inv p)) := by
  cases acx
  rfl
/-- Recursion along a well-founded relation. -/
noncomputable def fix {α : Sort u} {C : α → Sort v} {r : α → α → Prop} (hwf : WellFounded r)
    (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) : C x := fixF F x (hwf.apply x)
theorem fix_eq {α : Sort u} {C : α → Sort v} {r : α → α → Prop} (hwf : WellFounded r)
    (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) :
    fix hwf F x = F x (fun y _ => fix hwf F y) := fixF_eq F x _
end WellFounded

/-! ## Relations made from others -/

def emptyRelation {α : Sort u} (_ _ : α) : Prop := False
def Subrelation {α : Sort u} (q r : α → α → Prop) := ∀ {x y}, q x y → r x y
def InvImage {α : Sort u} {β : Sort v} (r : β → β → Prop) (f : α → β) : α → α → Prop := fun a b => r (f a) (f b)

theorem Subrelation.accessible {α : Sort u} {r q : α → α → Prop} {a : α} (h₁ : Subrelation q r) (ac : Acc r a) : Acc q a := by
  induction ac with
  | intro x _ ih => exact Acc.intro x fun y k => ih y (h₁ k)
theorem Subrelation.wf {α : Sort u} {r q : α → α → Prop} (h₁ : Subrelation q r) (h₂ : WellFounded r) : WellFounded q :=
  ⟨fun a => accessible h₁ (h₂.apply a)⟩
theorem emptyWf.wf {α : Sort u} : WellFounded (@emptyRelation α) := ⟨fun a => Acc.intro a fun _ h => h.elim⟩
@[instance_reducible] def emptyWf {α : Sort u} : WellFoundedRelation α := ⟨emptyRelation, emptyWf.wf⟩

theorem InvImage.accAux {α : Sort u} {β : Sort v} {r : β → β → Prop} (f : α → β) {b : β} (ac : Acc r b) :
    ∀ x, f x = b → Acc (InvImage r f) x := by
  induction ac with
  | intro b _ ih =>
    intro x e
    exact Acc.intro x fun y lt => ih (f y) (e ▸ lt) y rfl
theorem InvImage.accessible {α : Sort u} {β : Sort v} {r : β → β → Prop} {a : α} (f : α → β) (ac : Acc r (f a)) :
    Acc (InvImage r f) a := accAux f ac a rfl
theorem InvImage.wf {α : Sort u} {β : Sort v} {r : β → β → Prop} (f : α → β) (h : WellFounded r) :
    WellFounded (InvImage r f) := ⟨fun a => accessible f (h.apply (f a))⟩
@[reducible] def invImage {α : Sort u} {β : Sort v} (f : α → β) (h : WellFoundedRelation β) : WellFoundedRelation α :=
  ⟨InvImage h.rel f, InvImage.wf f h.wf⟩

/-- The transitive closure of a relation. -/
inductive Relation.TransGen {α : Sort u} (r : α → α → Prop) : α → α → Prop
  | single {a b} : r a b → TransGen r a b
  | tail {a b c} : TransGen r a b → r b c → TransGen r a c

theorem Acc.transGen {α : Sort u} {r : α → α → Prop} {a : α} (h : Acc r a) : Acc (Relation.TransGen r) a := by
  induction h with
  | intro x _ ih =>
    refine Acc.intro x fun y k => ?_
    cases k with
    | single h => exact ih y h
    | tail h₁ h₂ => exact (ih _ h₂).inv h₁
theorem WellFounded.transGen {α : Sort u} {r : α → α → Prop} (h : WellFounded r) : WellFounded (Relation.TransGen r) :=
  ⟨fun a => (h.apply a).transGen⟩
theorem Relation.TransGen.trans {α : Sort u} {r : α → α → Prop} {a b c : α} :
    TransGen r a b → TransGen r b c → TransGen r a c := by
  intro hab hbc
  induction hbc with
  | single h => exact .tail hab h
  | tail _ h ih => exact .tail ih h
instance {α : Sort u} {r : α → α → Prop} : Trans (Relation.TransGen r) (Relation.TransGen r) (Relation.TransGen r) :=
  ⟨Relation.TransGen.trans⟩

/-! ## Numbers and measures -/

theorem Nat.lt_or_eq_of_succ {n m : Nat} (h : n < Nat.succ m) : n = m ∨ n < m := by
  cases Nat.le_of_succ_le_succ h with
  | refl => exact .inl rfl
  | step k => exact .inr (Nat.succ_le_succ k)
protected theorem Nat.lt_wfRel_wf : WellFounded (α := Nat) (· < ·) := ⟨fun n => by
  induction n with
  | zero => exact ⟨_, fun y h => absurd h (Nat.not_succ_le_zero y)⟩
  | succ n ih =>
    refine ⟨_, fun y h => ?_⟩
    rcases Nat.lt_or_eq_of_succ h with rfl | k
    · exact ih
    · exact ih.inv k⟩
instance Nat.lt_wfRel : WellFoundedRelation Nat := ⟨(· < ·), Nat.lt_wfRel_wf⟩

abbrev measure {α : Sort u} (f : α → Nat) : WellFoundedRelation α := invImage f Nat.lt_wfRel
abbrev sizeOfWFRel {α : Sort u} [SizeOf α] : WellFoundedRelation α := measure sizeOf
instance (priority := low) [SizeOf α] : WellFoundedRelation α := sizeOfWFRel

@[implicit_reducible] noncomputable def WellFounded.Nat.fix {α : Sort u} {motive : α → Sort v} (h : α → Nat)
    (F : (x : α) → ((y : α) → InvImage (· < ·) h y x → motive y) → motive x) (x : α) : motive x :=
  WellFounded.fix (InvImage.wf h Nat.lt_wfRel_wf) F x
theorem WellFounded.Nat.fix_eq {α : Sort u} {motive : α → Sort v} (h : α → Nat)
    (F : (x : α) → ((y : α) → InvImage (· < ·) h y x → motive y) → motive x) (x : α) :
    WellFounded.Nat.fix h F x = F x (fun y _ => WellFounded.Nat.fix h F y) := WellFounded.fix_eq _ F x

/-- Marks a parameter of a recursive function while its equations are prepared. -/
@[implicit_reducible] def wfParam {α : Sort u} (a : α) : α := a

/-! ## Pairs -/

/-- Pairs in lexicographic order. -/
protected inductive Prod.Lex {α : Type u} {β : Type v} (ra : α → α → Prop) (rb : β → β → Prop) : α × β → α × β → Prop where
  | left {a₁ b₁ a₂ b₂} (h : ra a₁ a₂) : Prod.Lex ra rb (a₁, b₁) (a₂, b₂)
  | right {b₁ b₂} (a) (h : rb b₁ b₂) : Prod.Lex ra rb (a, b₁) (a, b₂)
/-- Pairs compared in both components. -/
protected inductive Prod.RProd {α : Type u} {β : Type v} (ra : α → α → Prop) (rb : β → β → Prop) : α × β → α × β → Prop where
  | intro {a₁ b₁ a₂ b₂} (h₁ : ra a₁ a₂) (h₂ : rb b₁ b₂) : Prod.RProd ra rb (a₁, b₁) (a₂, b₂)

namespace Prod
variable {α : Type u} {β : Type v} {ra : α → α → Prop} {rb : β → β → Prop}

theorem lex_def {r : α → α → Prop} {s : β → β → Prop} {p q : α × β} :
    Prod.Lex r s p q ↔ r p.1 q.1 ∨ p.1 = q.1 ∧ s p.2 q.2 := by
  constructor
  · intro h
    cases h with
    | left h => exact .inl h
    | right _ h => exact .inr ⟨rfl, h⟩
  · obtain ⟨a, b⟩ := p
    obtain ⟨c, d⟩ := q
    rintro (h | ⟨e, h⟩)
    · exact .left h
    · cases (show a = c from e)
      exact .right _ h
theorem lexAccessible {a : α} (aca : Acc ra a) (acb : (b : β) → Acc rb b) (b : β) : Acc (Prod.Lex ra rb) (a, b) := by
  induction aca generalizing b with
  | intro a _ iha =>
    induction acb b with
    | intro b _ ihb =>
      refine Acc.intro _ fun p lt => ?_
      cases lt with
      | left h => exact iha _ h _
      | right _ h => exact ihb _ h
@[reducible] def lex (ha : WellFoundedRelation α) (hb : WellFoundedRelation β) : WellFoundedRelation (α × β) :=
  ⟨Prod.Lex ha.rel hb.rel, ⟨fun (a, b) => lexAccessible (ha.wf.apply a) hb.wf.apply b⟩⟩
instance instWellFoundedRelation [ha : WellFoundedRelation α] [hb : WellFoundedRelation β] : WellFoundedRelation (α × β) := lex ha hb
theorem RProdSubLex (a : α × β) (b : α × β) (h : Prod.RProd ra rb a b) : Prod.Lex ra rb a b := by
  cases h with
  | intro h₁ h₂ => exact .left h₁
@[instance_reducible] def rprod (ha : WellFoundedRelation α) (hb : WellFoundedRelation β) : WellFoundedRelation (α × β) :=
  ⟨Prod.RProd ha.rel hb.rel, Subrelation.wf (fun {a b} h => RProdSubLex a b h) (lex ha hb).wf⟩
end Prod

/-! ## Dependent pairs -/

namespace PSigma
protected inductive Lex {α : Sort u} {β : α → Sort v} (r : α → α → Prop) (s : ∀ a, β a → β a → Prop) : PSigma β → PSigma β → Prop where
  | left {a₁ : α} (b₁ : β a₁) {a₂ : α} (b₂ : β a₂) : r a₁ a₂ → PSigma.Lex r s ⟨a₁, b₁⟩ ⟨a₂, b₂⟩
  | right (a : α) {b₁ b₂ : β a} : s a b₁ b₂ → PSigma.Lex r s ⟨a, b₁⟩ ⟨a, b₂⟩

variable {α : Sort u} {β : α → Sort v} {r : α → α → Prop} {s : ∀ a, β a → β a → Prop}

theorem lexAccessible {a} (aca : Acc r a) (acb : (a : α) → WellFounded (s a)) (b : β a) : Acc (PSigma.Lex r s) ⟨a, b⟩ := by
  induction aca with
  | intro a _ iha =>
    induction (acb a).apply b with
    | intro b _ ihb =>
      refine Acc.intro _ fun p lt => ?_
      cases lt with
      | left _ _ h => exact iha _ h _
      | right _ h => exact ihb _ h
@[reducible] def lex (ha : WellFoundedRelation α) (hb : (a : α) → WellFoundedRelation (β a)) : WellFoundedRelation (PSigma β) :=
  ⟨PSigma.Lex ha.rel (fun a => (hb a).rel), ⟨fun ⟨a, b⟩ => lexAccessible (ha.wf.apply a) (fun a => (hb a).wf) b⟩⟩
instance [ha : WellFoundedRelation α] [hb : (a : α) → WellFoundedRelation (β a)] : WellFoundedRelation (PSigma β) := lex ha hb
end PSigma
