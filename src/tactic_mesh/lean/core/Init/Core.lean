prelude
import Init.Generated.Macros
/-! This module: connectives, equality and choice; from here on ordinary notation
and tactics are available. -/
universe u v w
set_option linter.unusedVariables false

structure Iff (a b : Prop) : Prop where
  intro ::
  mp : a → b
  mpr : b → a
inductive Exists {α : Sort u} (p : α → Prop) : Prop where
  | intro (w : α) (h : p w) : Exists p
attribute [pp_using_anonymous_constructor] Iff
@[reducible] def Ne {α : Sort u} (a b : α) : Prop := ¬(a = b)
axiom propext {a b : Prop} : (a ↔ b) → a = b
theorem Iff.refl (a : Prop) : a ↔ a := ⟨id, id⟩
protected theorem Iff.rfl {a : Prop} : a ↔ a := Iff.refl a
theorem Iff.symm {a b : Prop} (h : a ↔ b) : b ↔ a := ⟨h.mpr, h.mp⟩
theorem Iff.trans {a b c : Prop} (h : a ↔ b) (k : b ↔ c) : a ↔ c := ⟨fun x => k.mp (h.mp x), fun x => h.mpr (k.mpr x)⟩
theorem Iff.of_eq {a b : Prop} (h : a = b) : a ↔ b := h ▸ Iff.rfl
theorem iff_of_eq {a b : Prop} (h : a = b) : a ↔ b := h ▸ Iff.rfl
attribute [refl] Iff.refl

instance : Trans Iff Iff Iff := ⟨Iff.trans⟩
@[macro_inline] def Eq.mp {α β : Sort u} (h : α = β) (a : α) : β := h ▸ a
@[macro_inline] def Eq.mpr {α β : Sort u} (h : α = β) (b : β) : α := h ▸ b
theorem trivial : True := ⟨⟩
theorem Eq.substr {α : Sort u} {p : α → Prop} {a b : α} (h : b = a) : p a → p b := fun x => h ▸ x
theorem mt {a b : Prop} (f : a → b) (n : ¬b) : ¬a := fun h => n (f h)
theorem not_false : ¬False := id
theorem not_not_intro {p : Prop} (h : p) : ¬¬p := fun k => k h
theorem Ne.symm {α : Sort u} {a b : α} (h : a ≠ b) : b ≠ a := fun e => h e.symm
theorem ne_of_eq_of_ne {α : Sort u} {a b c : α} (h : a = b) (k : b ≠ c) : a ≠ c := h ▸ k
theorem ne_of_ne_of_eq {α : Sort u} {a b c : α} (h : a ≠ b) (k : b = c) : a ≠ c := k ▸ h
theorem Ne.irrefl {α : Sort u} {a : α} (h : a ≠ a) : False := h rfl
theorem eq_true {p : Prop} (h : p) : p = True := propext ⟨fun _ => trivial, fun _ => h⟩
theorem eq_false {p : Prop} (h : ¬p) : p = False := propext ⟨fun x => h x, fun x => x.elim⟩
theorem eq_false' {p : Prop} (h : p → False) : p = False := eq_false h
theorem of_eq_true {p : Prop} (h : p = True) : p := h ▸ trivial
theorem of_eq_false {p : Prop} (h : p = False) : ¬p := fun x => (h ▸ x : False)
theorem not_of_eq_false {p : Prop} (h : p = False) : ¬p := of_eq_false h
theorem of_not_eq_false {p : Prop} (h : (¬p) = False) : ¬¬p := of_eq_false h
theorem eq_self {α : Sort u} (a : α) : (a = a) = True := eq_true rfl
attribute [simp] eq_self
theorem heq_eq_eq {α : Sort u} (a b : α) : (HEq a b) = (a = b) := propext ⟨eq_of_heq, heq_of_eq⟩
attribute [simp] heq_eq_eq
@[simp] theorem iff_self (p : Prop) : (p ↔ p) = True := eq_true Iff.rfl
theorem implies_congr {p₁ p₂ : Sort u} {q₁ q₂ : Sort v} (h₁ : p₁ = p₂) (h₂ : q₁ = q₂) : (p₁ → q₁) = (p₂ → q₂) := h₁ ▸ h₂ ▸ rfl
theorem implies_dep_congr_ctx {p₁ p₂ q₁ : Prop} (h₁ : p₁ = p₂) {q₂ : p₂ → Prop} (h₂ : (h : p₂) → q₁ = q₂ h) : (p₁ → q₁) = ((h : p₂) → q₂ h) :=
  propext ⟨fun f x => (h₂ x) ▸ f (h₁ ▸ x), fun f x => (h₂ (h₁ ▸ x)) ▸ f (h₁ ▸ x)⟩
theorem implies_congr_ctx {p₁ p₂ q₁ q₂ : Prop} (h₁ : p₁ = p₂) (h₂ : p₂ → q₁ = q₂) : (p₁ → q₁) = (p₂ → q₂) := implies_dep_congr_ctx h₁ h₂
theorem forall_congr {α : Sort u} {p q : α → Prop} (h : ∀ a, p a = q a) : (∀ a, p a) = (∀ a, q a) :=
  propext ⟨fun f a => h a ▸ f a, fun f a => (h a).symm ▸ f a⟩
theorem exists_congr_eq {α : Sort u} {p q : α → Prop} (h : ∀ a, p a = q a) : (∃ a, p a) = (∃ a, q a) :=
  propext ⟨fun ⟨w, x⟩ => ⟨w, h w ▸ x⟩, fun ⟨w, x⟩ => ⟨w, (h w).symm ▸ x⟩⟩

-- quotients give function extensionality
axiom Quot.sound : ∀ {α : Sort u} {r : α → α → Prop} {a b : α}, r a b → Quot.mk r a = Quot.mk r b
theorem funext {α : Sort u} {β : α → Sort v} {f g : (x : α) → β x} (h : ∀ x, f x = g x) : f = g := by
  let r (f g : (x : α) → β x) : Prop := ∀ x, f x = g x
  let app (q : Quot r) (x : α) : β x := Quot.lift (fun f : (x : α) → β x => f x) (fun _ _ k => k x) q
  show (fun x => app (Quot.mk r f) x) = (fun x => app (Quot.mk r g) x)
  rw [Quot.sound (r := r) h]
theorem let_congr {α : Sort u} {β : Sort v} {a a' : α} {b b' : α → β} (h₁ : a = a') (h₂ : ∀ x, b x = b' x) : (let x := a; b x) = (let x := a'; b' x) := h₁ ▸ h₂ a
theorem congrFun' {α : Sort u} {β : Sort v} {f g : α → β} (h : f = g) (a : α) : f a = g a := congrFun h a
theorem ite_congr {α : Sort u} {b c : Prop} {x y u v : α} {s : Decidable b} [Decidable c]
    (h₁ : b = c) (h₂ : c → x = u) (h₃ : ¬c → y = v) : ite b x y = ite c u v := by
  cases h₁
  cases s with
  | isTrue h => cases ‹Decidable b› with
    | isTrue _ => exact h₂ h
    | isFalse n => exact absurd h n
  | isFalse n => cases ‹Decidable b› with
    | isTrue h => exact absurd h n
    | isFalse _ => exact h₃ n
theorem if_pos {c : Prop} {h : Decidable c} (hc : c) {α : Sort u} {t e : α} : (ite c t e) = t := by
  cases h with
  | isTrue _ => rfl
  | isFalse n => exact absurd hc n
theorem if_neg {c : Prop} {h : Decidable c} (hn : ¬c) {α : Sort u} {t e : α} : (ite c t e) = e := by
  cases h with
  | isTrue hc => exact absurd hc hn
  | isFalse _ => rfl
theorem dif_pos {c : Prop} {h : Decidable c} (hc : c) {α : Sort u} {t : c → α} {e : ¬c → α} : (dite c t e) = t hc := by
  cases h with
  | isTrue _ => rfl
  | isFalse n => exact absurd hc n
theorem dif_neg {c : Prop} {h : Decidable c} (hn : ¬c) {α : Sort u} {t : c → α} {e : ¬c → α} : (dite c t e) = e hn := by
  cases h with
  | isTrue hc => exact absurd hc hn
  | isFalse _ => rfl
instance instDecidableTrue : Decidable True := isTrue trivial
instance instDecidableFalse : Decidable False := isFalse not_false
instance instDecidableForall {p q : Prop} [Decidable p] [Decidable q] : Decidable (p → q) :=
  if hp : p then if hq : q then isTrue (fun _ => hq) else isFalse (fun h => hq (h hp))
  else isTrue (fun h => absurd h hp)
instance instDecidableIff {p q : Prop} [Decidable p] [Decidable q] : Decidable (p ↔ q) :=
  if hp : p then if hq : q then isTrue ⟨fun _ => hq, fun _ => hp⟩ else isFalse (fun h => hq (h.1 hp))
  else if hq : q then isFalse (fun h => hp (h.2 hq)) else isTrue ⟨fun h => absurd h hp, fun h => absurd h hq⟩
instance {α : Sort u} [DecidableEq α] (a b : α) : Decidable (a ≠ b) := inferInstanceAs (Decidable (¬ (a = b)))
@[simp] theorem ite_true {α : Sort u} (a b : α) : (if True then a else b) = a := rfl
@[simp] theorem ite_false {α : Sort u} (a b : α) : (if False then a else b) = b := rfl
@[simp] theorem ite_self {α : Sort u} {c : Prop} {d : Decidable c} (a : α) : ite c a a = a := by
  cases d with
  | isTrue _ => rfl
  | isFalse _ => rfl
theorem And.symm {a b : Prop} : a ∧ b → b ∧ a := fun ⟨x, y⟩ => ⟨y, x⟩
theorem Or.symm {a b : Prop} : a ∨ b → b ∨ a
  | .inl x => .inr x
  | .inr y => .inl y
theorem and_comm {a b : Prop} : a ∧ b ↔ b ∧ a := ⟨And.symm, And.symm⟩
theorem or_comm {a b : Prop} : a ∨ b ↔ b ∨ a := ⟨Or.symm, Or.symm⟩
theorem and_assoc {a b c : Prop} : (a ∧ b) ∧ c ↔ a ∧ (b ∧ c) := ⟨fun ⟨⟨x, y⟩, z⟩ => ⟨x, y, z⟩, fun ⟨x, y, z⟩ => ⟨⟨x, y⟩, z⟩⟩
theorem or_assoc {a b c : Prop} : (a ∨ b) ∨ c ↔ a ∨ (b ∨ c) := by
  constructor
  · intro h; rcases h with (h | h) | h
    · exact .inl h
    · exact .inr (.inl h)
    · exact .inr (.inr h)
  · intro h; rcases h with h | h | h
    · exact .inl (.inl h)
    · exact .inl (.inr h)
    · exact .inr h
-- simplification of connectives
@[simp] theorem and_true (p : Prop) : (p ∧ True) = p := propext ⟨And.left, fun h => ⟨h, trivial⟩⟩
@[simp] theorem true_and (p : Prop) : (True ∧ p) = p := propext ⟨And.right, fun h => ⟨trivial, h⟩⟩
@[simp] theorem and_false (p : Prop) : (p ∧ False) = False := propext ⟨And.right, False.elim⟩
@[simp] theorem false_and (p : Prop) : (False ∧ p) = False := propext ⟨And.left, False.elim⟩
@[simp] theorem and_self (p : Prop) : (p ∧ p) = p := propext ⟨And.left, fun h => ⟨h, h⟩⟩
@[simp] theorem or_true (p : Prop) : (p ∨ True) = True := eq_true (.inr trivial)
@[simp] theorem true_or (p : Prop) : (True ∨ p) = True := eq_true (.inl trivial)
@[simp] theorem or_false (p : Prop) : (p ∨ False) = p := propext ⟨fun h => h.elim id False.elim, .inl⟩
@[simp] theorem false_or (p : Prop) : (False ∨ p) = p := propext ⟨fun h => h.elim False.elim id, .inr⟩
@[simp] theorem or_self (p : Prop) : (p ∨ p) = p := propext ⟨fun h => h.elim id id, .inl⟩
@[simp] theorem iff_true (p : Prop) : (p ↔ True) = p := propext ⟨fun h => h.2 trivial, fun h => ⟨fun _ => trivial, fun _ => h⟩⟩
@[simp] theorem true_iff (p : Prop) : (True ↔ p) = p := propext ⟨fun h => h.1 trivial, fun h => ⟨fun _ => h, fun _ => trivial⟩⟩
@[simp] theorem iff_false (p : Prop) : (p ↔ False) = ¬p := propext ⟨Iff.mp, fun h => ⟨h, False.elim⟩⟩
@[simp] theorem false_iff (p : Prop) : (False ↔ p) = ¬p := propext ⟨Iff.mpr, fun h => ⟨False.elim, h⟩⟩
@[simp] theorem not_true_eq_false : (¬True) = False := eq_false (fun h => h trivial)
@[simp] theorem not_false_eq_true : (¬False) = True := eq_true not_false
@[simp] theorem eq_true_prop (p : Prop) : (p = True) = p := propext ⟨of_eq_true, eq_true⟩
@[simp] theorem eq_false_prop (p : Prop) : (p = False) = ¬p := propext ⟨of_eq_false, eq_false⟩
@[simp] theorem implies_true (α : Sort u) : (α → True) = True := eq_true fun _ => trivial
@[simp] theorem true_implies (p : Prop) : (True → p) = p := propext ⟨fun h => h trivial, fun h _ => h⟩
@[simp] theorem false_implies (p : Prop) : (False → p) = True := eq_true False.elim
@[simp] theorem ne_eq {α : Sort u} (a b : α) : (a ≠ b) = ¬(a = b) := rfl
@[simp] theorem and_imp {a b c : Prop} : (a ∧ b → c) ↔ (a → b → c) := ⟨fun f x y => f ⟨x, y⟩, fun f ⟨x, y⟩ => f x y⟩
@[simp] theorem not_or {p q : Prop} : ¬(p ∨ q) ↔ ¬p ∧ ¬q := ⟨fun h => ⟨fun x => h (.inl x), fun x => h (.inr x)⟩, fun ⟨a, b⟩ h => h.elim a b⟩
@[simp] theorem not_exists {α : Sort u} {p : α → Prop} : (¬∃ x, p x) ↔ ∀ x, ¬p x := ⟨fun h x k => h ⟨x, k⟩, fun h ⟨x, k⟩ => h x k⟩
-- classical reasoning
namespace Classical
noncomputable def indefiniteDescription {α : Sort u} (p : α → Prop) (h : ∃ x, p x) : {x // p x} :=
  choice (let ⟨x, px⟩ := h; ⟨⟨x, px⟩⟩)
noncomputable def choose {α : Sort u} {p : α → Prop} (h : ∃ x, p x) : α := (indefiniteDescription p h).val
theorem choose_spec {α : Sort u} {p : α → Prop} (h : ∃ x, p x) : p (choose h) := (indefiniteDescription p h).property
theorem em (p : Prop) : p ∨ ¬p := by
  let U (x : Prop) : Prop := x = True ∨ p
  let V (x : Prop) : Prop := x = False ∨ p
  have eu : ∃ x, U x := ⟨True, .inl rfl⟩
  have ev : ∃ x, V x := ⟨False, .inl rfl⟩
  rcases choose_spec eu with hu | hp
  · rcases choose_spec ev with hv | hp
    · refine .inr fun hp => ?_
      have e : U = V := funext fun x => propext ⟨fun _ => .inr hp, fun _ => .inr hp⟩
      have key : ∀ eu ev, @choose _ U eu = @choose _ V ev := by
        rw [e]; intros; rfl
      have t : True = False := by rw [← hu, key eu ev, hv]
      exact t ▸ trivial
    · exact .inl hp
  · exact .inl hp
theorem byContradiction {p : Prop} (h : ¬p → False) : p := (em p).elim id fun n => (h n).elim
theorem byCases {p q : Prop} (h : p → q) (k : ¬p → q) : q := (em p).elim h k
noncomputable scoped instance (priority := low) propDecidable (a : Prop) : Decidable a :=
  choice ((em a).elim (fun h => ⟨isTrue h⟩) (fun h => ⟨isFalse h⟩))
@[simp] theorem not_not {a : Prop} : ¬¬a ↔ a := ⟨fun h => byContradiction h, not_not_intro⟩
end Classical
export Classical (not_not)
theorem Decidable.em (p : Prop) [Decidable p] : p ∨ ¬p := Classical.em p
theorem Decidable.byContradiction {p : Prop} [Decidable p] (h : ¬p → False) : p := Classical.byContradiction h
@[simp] theorem decide_eq_true_eq {p : Prop} [Decidable p] : (decide p = true) = p := propext ⟨of_decide_eq_true, decide_eq_true⟩
@[simp] theorem Bool.not_not (b : Bool) : (!!b) = b := by cases b <;> rfl
@[simp] theorem Bool.and_true (b : Bool) : (b && true) = b := by cases b <;> rfl
@[simp] theorem Bool.true_and (b : Bool) : (true && b) = b := rfl
@[simp] theorem Bool.and_false (b : Bool) : (b && false) = false := by cases b <;> rfl
@[simp] theorem Bool.false_and (b : Bool) : (false && b) = false := rfl
@[simp] theorem Bool.or_false (b : Bool) : (b || false) = b := by cases b <;> rfl
@[simp] theorem Bool.or_true (b : Bool) : (b || true) = true := by cases b <;> rfl
theorem Bool.and_comm (a b : Bool) : (a && b) = (b && a) := by cases a <;> cases b <;> rfl
@[simp] theorem Bool.true_eq_false : (true = false) = False := eq_false (fun h => nomatch h)
@[simp] theorem Bool.false_eq_true : (false = true) = False := eq_false (fun h => nomatch h)
-- sizes
class SizeOf (α : Sort u) where
  sizeOf : α → Nat
export SizeOf (sizeOf)
protected def default.sizeOf (α : Sort u) : α → Nat
  | _ => 0
instance (priority := low) instSizeOfDefault (α : Sort u) : SizeOf α := ⟨default.sizeOf α⟩
instance instSizeOfNat : SizeOf Nat := ⟨fun n => n⟩
@[simp] theorem sizeOf_nat (n : Nat) : sizeOf n = n := rfl
class Subsingleton (α : Sort u) : Prop where
  intro ::
  allEq : (a b : α) → a = b
protected theorem Subsingleton.elim {α : Sort u} [h : Subsingleton α] : (a b : α) → a = b := h.allEq
protected theorem Subsingleton.helim {α β : Sort u} [h : Subsingleton α] (e : α = β) (a : α) (b : β) : HEq a b := by
  subst e; exact heq_of_eq (Subsingleton.elim a b)
instance instSubsingletonProp (p : Prop) : Subsingleton p := ⟨fun _ _ => rfl⟩
instance instSubsingletonDecidable (p : Prop) : Subsingleton (Decidable p) := ⟨fun a b => by
  cases a with
  | isTrue h => cases b with
    | isTrue _ => rfl
    | isFalse n => exact absurd h n
  | isFalse n => cases b with
    | isTrue h => exact absurd h n
    | isFalse _ => rfl⟩
theorem ite_cond_congr {α : Sort u} {b c : Prop} {s : Decidable b} [i : Decidable c] {x y : α} (h : b = c) : ite b x y = ite c x y :=
  ite_congr h (fun _ => rfl) (fun _ => rfl)
-- coercions
class Coe (α : semiOutParam (Sort u)) (β : Sort v) where
  coe : α → β
attribute [coe_decl] Coe.coe
class CoeTC (α : Sort u) (β : Sort v) where
  coe : α → β
attribute [coe_decl] CoeTC.coe
instance [Coe β γ] [CoeTC α β] : CoeTC α γ := ⟨fun a => Coe.coe (CoeTC.coe a : β)⟩
instance [Coe α β] : CoeTC α β := ⟨fun a => Coe.coe a⟩
class CoeOut (α : Sort u) (β : semiOutParam (Sort v)) where
  coe : α → β
attribute [coe_decl] CoeOut.coe
class CoeOTC (α : Sort u) (β : Sort v) where
  coe : α → β
attribute [coe_decl] CoeOTC.coe
instance [CoeOut α β] [CoeOTC β γ] : CoeOTC α γ := ⟨fun a => CoeOTC.coe (CoeOut.coe a : β)⟩
instance [CoeTC α β] : CoeOTC α β := ⟨fun a => CoeTC.coe a⟩
instance : CoeOTC α α := ⟨fun a => a⟩
class CoeHead (α : Sort u) (β : semiOutParam (Sort v)) where
  coe : α → β
attribute [coe_decl] CoeHead.coe
class CoeHTC (α : Sort u) (β : Sort v) where
  coe : α → β
attribute [coe_decl] CoeHTC.coe
instance [CoeHead α β] [CoeOTC β γ] : CoeHTC α γ := ⟨fun a => CoeOTC.coe (CoeHead.coe a : β)⟩
instance [CoeOTC α β] : CoeHTC α β := ⟨fun a => CoeOTC.coe a⟩
instance : CoeHTC α α := ⟨fun a => a⟩
class CoeTail (α : semiOutParam (Sort u)) (β : Sort v) where
  coe : α → β
attribute [coe_decl] CoeTail.coe
class CoeHTCT (α : Sort u) (β : Sort v) where
  coe : α → β
attribute [coe_decl] CoeHTCT.coe
instance [CoeTail β γ] [CoeHTC α β] : CoeHTCT α γ := ⟨fun a => CoeTail.coe (CoeHTC.coe a : β)⟩
instance [CoeHTC α β] : CoeHTCT α β := ⟨fun a => CoeHTC.coe a⟩
instance : CoeHTCT α α := ⟨fun a => a⟩
class CoeDep (α : Sort u) (_ : α) (β : Sort v) where
  coe : β
attribute [coe_decl] CoeDep.coe
class CoeT (α : Sort u) (_ : α) (β : Sort v) where
  coe : β
attribute [coe_decl] CoeT.coe
instance [CoeHTCT α β] : CoeT α a β := ⟨CoeHTCT.coe a⟩
instance [CoeDep α a β] : CoeT α a β := ⟨CoeDep.coe a⟩
instance : CoeT α a α := ⟨a⟩
class CoeFun (α : Sort u) (γ : outParam (α → Sort v)) where
  coe : (f : α) → γ f
attribute [coe_decl] CoeFun.coe
class CoeSort (α : Sort u) (β : outParam (Sort v)) where
  coe : α → β
attribute [coe_decl] CoeSort.coe
instance boolToProp : Coe Bool Prop := ⟨fun b => b = true⟩
instance boolToSort : CoeSort Bool Prop := ⟨fun b => b = true⟩
instance decPropToBool (p : Prop) [Decidable p] : CoeDep Prop p Bool := ⟨decide p⟩
instance optionCoe {α : Type u} : Coe α (Option α) := ⟨some⟩
instance subtypeCoe {α : Sort u} {p : α → Prop} : CoeOut (Subtype p) α := ⟨fun v => v.val⟩
attribute [ext] funext propext
-- well-founded recursion
inductive Acc {α : Sort u} (r : α → α → Prop) : α → Prop where
  | intro (x : α) (h : (y : α) → r y x → Acc r y) : Acc r x
inductive WellFounded {α : Sort u} (r : α → α → Prop) : Prop where
  | intro (h : ∀ a, Acc r a) : WellFounded r
class WellFoundedRelation (α : Sort u) where
  rel : α → α → Prop
  wf : WellFounded rel
theorem WellFounded.apply {α : Sort u} {r : α → α → Prop} (wf : WellFounded r) (a : α) : Acc r a := wf.rec (fun p => p) a
noncomputable def WellFounded.fixF {α : Sort u} {r : α → α → Prop} {C : α → Sort v}
    (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) (a : Acc r x) : C x := by
  induction a with
  | intro x _ ih => exact F x ih
theorem WellFounded.fixF_eq {α : Sort u} {r : α → α → Prop} {C : α → Sort v}
    (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) (acx : Acc r x) :
    fixF F x acx = F x (fun y p => fixF F y (acx.rec (fun _ h _ => h) y p)) := by
  cases acx; rfl
noncomputable def WellFounded.fix {α : Sort u} {C : α → Sort v} {r : α → α → Prop} (hwf : WellFounded r)
    (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) : C x := fixF F x (hwf.apply x)
theorem WellFounded.fix_eq {α : Sort u} {C : α → Sort v} {r : α → α → Prop} (hwf : WellFounded r)
    (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) : fix hwf F x = F x (fun y _ => fix hwf F y) := fixF_eq F x _
def InvImage {α : Sort u} {β : Sort v} (r : β → β → Prop) (f : α → β) : α → α → Prop := fun a b => r (f a) (f b)
theorem InvImage.accAux {α : Sort u} {β : Sort v} {r : β → β → Prop} (f : α → β) {b : β} (ac : Acc r b) : ∀ x, f x = b → Acc (InvImage r f) x := by
  induction ac with
  | intro b _ ih =>
    intro x e
    exact Acc.intro x fun y lt => ih (f y) (e ▸ lt) y rfl
theorem InvImage.wf {α : Sort u} {β : Sort v} {r : β → β → Prop} (f : α → β) (h : WellFounded r) : WellFounded (InvImage r f) :=
  ⟨fun a => accAux f (h.apply (f a)) a rfl⟩
@[reducible] def invImage {α : Sort u} {β : Sort v} (f : α → β) (h : WellFoundedRelation β) : WellFoundedRelation α := ⟨InvImage h.rel f, InvImage.wf f h.wf⟩
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
    · cases ih with
      | intro _ f => exact f y k⟩
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
instance : Coe Lean.SyntaxNodeKind Lean.SyntaxNodeKinds := ⟨fun k => List.cons k List.nil⟩
instance : CoeOut (Lean.TSyntax k) Lean.Syntax := ⟨fun s => s.raw⟩
protected inductive Prod.Lex {α : Type u} {β : Type v} (ra : α → α → Prop) (rb : β → β → Prop) : α × β → α × β → Prop where
  | left {a₁ b₁ a₂ b₂} (h : ra a₁ a₂) : Prod.Lex ra rb (a₁, b₁) (a₂, b₂)
  | right {b₁ b₂} (a) (h : rb b₁ b₂) : Prod.Lex ra rb (a, b₁) (a, b₂)
theorem Prod.lexAccessible {α : Type u} {β : Type v} {ra : α → α → Prop} {rb : β → β → Prop} {a : α} (aca : Acc ra a) (wb : WellFounded rb) (b : β) : Acc (Prod.Lex ra rb) (a, b) := by
  induction aca generalizing b with
  | intro a _ iha =>
    have acb := wb.apply b
    induction acb with
    | intro b _ ihb =>
      refine Acc.intro _ fun p lt => ?_
      cases lt with
      | left h => exact iha _ h _
      | right _ h => exact ihb _ h
@[reducible] def Prod.lex {α : Type u} {β : Type v} (ha : WellFoundedRelation α) (hb : WellFoundedRelation β) : WellFoundedRelation (α × β) :=
  ⟨Prod.Lex ha.rel hb.rel, ⟨fun (a, b) => Prod.lexAccessible (ha.wf.apply a) hb.wf b⟩⟩
instance {α : Type u} {β : Type v} [ha : WellFoundedRelation α] [hb : WellFoundedRelation β] : WellFoundedRelation (α × β) := Prod.lex ha hb
def wfParam {α : Sort u} (a : α) : α := a
-- text output
class ToString (α : Type u) where
  toString : α → String
export ToString (toString)
instance : ToString String := ⟨id⟩
instance : ToString Bool := ⟨fun b => cond b "true" "false"⟩
theorem Eq.propIntro {a b : Prop} (h : a → b) (k : b → a) : a = b := propext ⟨h, k⟩
@[inline] abbrev And.elim {a b : Prop} {α : Sort u} (f : a → b → α) (h : a ∧ b) : α := f h.left h.right
theorem Lean.injEq_helper {P Q R : Prop} : (P → Q → R) → (P ∧ Q → R) := fun h ⟨a, b⟩ => h a b
gen_injective_theorems% Nat
gen_injective_theorems% Fin
gen_injective_theorems% Array
gen_injective_theorems% Prod
gen_injective_theorems% Option
gen_injective_theorems% List
gen_injective_theorems% Sum
gen_injective_theorems% Except
gen_injective_theorems% Subtype
theorem ite_eq_left {c : Prop} {h : Decidable c} (hc : c) {α : Sort u} {t e : α} : ite c t e = t := if_pos hc
theorem ite_eq_right {c : Prop} {h : Decidable c} (hc : ¬c) {α : Sort u} {t e : α} : ite c t e = e := if_neg hc
theorem dite_eq_left {c : Prop} {h : Decidable c} (hc : c) {α : Sort u} {t : c → α} {e : ¬c → α} : dite c t e = t hc := dif_pos hc
theorem dite_eq_right {c : Prop} {h : Decidable c} (hc : ¬c) {α : Sort u} {t : c → α} {e : ¬c → α} : dite c t e = e hc := dif_neg hc
theorem ite_cond_eq_true {α : Sort u} {c : Prop} {_ : Decidable c} (a b : α) (h : c = True) : (if c then a else b) = a := if_pos (of_eq_true h)
theorem ite_cond_eq_false {α : Sort u} {c : Prop} {_ : Decidable c} (a b : α) (h : c = False) : (if c then a else b) = b := if_neg (of_eq_false h)
theorem ite_eq_left_of_eq_true {α : Sort u} {c : Prop} {_ : Decidable c} (a b : α) (h : c = True) : (if c then a else b) = a := if_pos (of_eq_true h)
theorem ite_eq_right_of_eq_false {α : Sort u} {c : Prop} {_ : Decidable c} (a b : α) (h : c = False) : (if c then a else b) = b := if_neg (of_eq_false h)
theorem false_of_eq_false (h : False) : False := h
theorem ne_of_beq_false {α : Type u} [DecidableEq α] {a b : α} (h : decide (a = b) = false) : a ≠ b := of_decide_eq_false h
theorem forall_prop_domain_congr {p₁ p₂ : Prop} {q : p₂ → Prop} (h₁ : p₁ = p₂) : (∀ a : p₁, q (h₁ ▸ a)) = (∀ a : p₂, q a) := by subst h₁; rfl
theorem Bool.eq_false_or_eq_true (b : Bool) : b = true ∨ b = false := by cases b; exact .inr rfl; exact .inl rfl
