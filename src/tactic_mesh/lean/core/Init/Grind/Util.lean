prelude
import Init.Core
import Init.Data.Function
/-! Marks that `grind` puts into terms while it works, each defined as the thing it marks. -/

universe u v
namespace Lean.Grind

set_option linter.defProp false in
/-- A proof inside a term, so that terms that differ only in proofs are congruent. -/
def nestedProof (p : Prop) {h : p} : p := h
@[reducible] def nestedDecidable {p : Prop} (h : Decidable p) : Decidable p := h
def simpMatchDiscrsOnly {α : Sort u} (a : α) : α := a
def alreadyNorm (p : Prop) : Prop := p
def offset (a b : Nat) : Nat := a + b
def abstractFn {α : Sort u} (a : α) : α := a
def Marker {α : Sort u} (a : α) : α := a

/-! ## Patterns -/

def genPattern {α : Sort u} (_h : Prop) (x : α) (_val : α) : α := x
def genHEqPattern {α β : Sort u} (_h : Prop) (x : α) (_val : β) : α := x
def eqBwdPattern {α : Sort u} (a b : α) : Prop := a = b

/-! ## Conditions of `match` alternatives -/

def EqMatch {α : Sort u} (a b : α) {_origin : α} : Prop := a = b
def MatchCond (p : Prop) : Prop := p
def PreMatchCond (p : Prop) : Prop := p

/-! ## Inverses of injective functions -/

open Classical in
noncomputable def leftInv {α : Sort u} {β : Sort v} (f : α → β) (hf : Function.Injective f) [Nonempty α] : β → α :=
  Classical.choose (hf.leftInverse f)
theorem leftInv_eq {α : Sort u} {β : Sort v} (f : α → β) (hf : Function.Injective f) [Nonempty α] (a : α) :
    leftInv f hf (f a) = a := Classical.choose_spec (hf.leftInverse f) a

theorem nestedProof_congr (p q : Prop) (h : p = q) (hp : p) (hq : q) : HEq (@nestedProof p hp) (@nestedProof q hq) := by
  subst h
  exact HEq.refl _
theorem nestedDecidable_congr (p q : Prop) (h : p = q) (hp : Decidable p) (hq : Decidable q) :
    HEq (@nestedDecidable p hp) (@nestedDecidable q hq) := by
  subst h
  exact heq_of_eq (Subsingleton.elim _ _)
end Lean.Grind
