prelude
import Init.Core
/-! Subtypes: elements with a property. -/

universe u

namespace Subtype
variable {α : Sort u} {p q : α → Prop}

@[ext] protected theorem ext : ∀ {a1 a2 : {x // p x}}, a1.val = a2.val → a1 = a2
  | ⟨_, _⟩, ⟨_, _⟩, rfl => rfl
protected theorem eq : ∀ {a1 a2 : {x // p x}}, a1.val = a2.val → a1 = a2 := Subtype.ext
@[simp] theorem eta (a : {x // p x}) (h : p a.val) : mk a.val h = a := rfl
theorem existsOfSubtype : {x // p x} → ∃ x, p x
  | ⟨a, h⟩ => ⟨a, h⟩
theorem exists_of_subtype : {x // p x} → ∃ x, p x := existsOfSubtype
@[simp] protected theorem «forall» {q : {a // p a} → Prop} : (∀ x, q x) ↔ ∀ a b, q ⟨a, b⟩ := ⟨fun h a b => h ⟨a, b⟩, fun h ⟨a, b⟩ => h a b⟩
@[simp] protected theorem «exists» {q : {a // p a} → Prop} : (∃ x, q x) ↔ ∃ a b, q ⟨a, b⟩ :=
  ⟨fun ⟨⟨a, b⟩, h⟩ => ⟨a, b, h⟩, fun ⟨a, b, h⟩ => ⟨⟨a, b⟩, h⟩⟩
instance {α : Type u} {p : α → Prop} [DecidableEq α] : DecidableEq {x : α // p x} := fun ⟨a, _⟩ ⟨b, _⟩ =>
  if h : a = b then isTrue (Subtype.ext h) else isFalse (fun h' => h (congrArg val h'))
instance {α : Type u} {p : α → Prop} [BEq α] : BEq {x : α // p x} := ⟨fun x y => x.1 == y.1⟩
instance {α : Type u} {p : α → Prop} [Subsingleton α] : Subsingleton {x : α // p x} :=
  ⟨fun ⟨x, _⟩ ⟨y, _⟩ => Subtype.ext (Subsingleton.elim x y)⟩
end Subtype
