--- case: grind chains implications
--- expect: ok
example (p q r : Prop) (h : p → q) (k : q → r) (hp : p) : r := by grind
--- case: grind resolves a disjunction
--- expect: ok
example (p q r : Prop) (h : p ∨ q) (k : ¬ p) : q := by grind
--- case: grind splits a conjunction
--- expect: ok
example (p q : Prop) (h : p ∧ q) : q ∧ p := by grind
--- case: grind De Morgan
--- expect: ok
example (p q : Prop) : ¬(p ∨ q) ↔ ¬p ∧ ¬q := by grind
--- case: grind congruence
--- expect: ok
example (f : Nat → Nat) (a b c : Nat) (h : a = b) (k : b = c) : f a = f c := by grind
--- case: grind congruence closes a cycle
--- expect: ok
example (f : Nat → Nat) (a : Nat) (h : f (f a) = a) (k : f a = a) : f a = a := by grind
--- case: grind congruence, three and five
--- expect: ok
example (α : Type) (f : α → α) (a : α) (h : f (f (f a)) = a) (k : f (f (f (f (f a)))) = a) : f a = a := by grind
--- case: grind instantiates a universal fact
--- expect: ok
example (α : Type) (p : α → Prop) (h : ∀ x, p x) (a : α) : p a := by grind
--- case: grind instantiates an implication
--- expect: ok
example (α : Type) (p q : α → Prop) (h : ∀ x, p x → q x) (a : α) (ha : p a) : q a := by grind
--- case: grind Boolean conjunction
--- expect: ok
example (a b : Bool) (h : (a && b) = true) : a = true := by grind
--- case: grind projections of equal pairs
--- expect: ok
example (x y : Nat × Nat) (h : x = y) : x.1 = y.1 := by grind
--- case: grind constructors are injective
--- expect: ok
example (a b : Nat) (h : some a = some b) : a = b := by grind
--- case: grind constructors are distinct
--- expect: ok
example (a : Nat) (h : some a = none) : False := by grind
--- case: grind composes implications
--- expect: ok
example (p q r : Prop) : (p → q) → (q → r) → p → r := by grind
--- case: grind Peirce's law
--- expect: ok
example (p q : Prop) : ((p → q) → p) → p := by grind
--- case: grind injective functions
--- expect: ok
example (f : Nat → Nat) (hf : Function.Injective f) (a b : Nat) (h : f a = f b) : a = b := by grind
--- case: grind with cases
--- expect: ok
example (x : Option Nat) (h : x ≠ none) : ∃ y, x = some y := by cases x <;> grind
--- case: grind fails on what does not follow
--- expect: error tactic_failed
example (p q : Prop) (h : p) : p ∧ q := by grind
--- case: grind distributes and over or
--- expect: ok
example (p q r : Prop) : p ∧ (q ∨ r) ↔ (p ∧ q) ∨ (p ∧ r) := by grind
--- case: grind contraposition
--- expect: ok
example (p q : Prop) : (p → q) ↔ (¬q → ¬p) := by grind
--- case: grind splits a universal conjunction
--- expect: ok
example (α : Type) (p q : α → Prop) : (∀ x, p x ∧ q x) → ∀ x, q x := by grind
--- case: grind uses that nothing exists
--- expect: ok
example (α : Type) (p : α → Prop) (h : ¬∃ x, p x) (a : α) : ¬p a := by grind
--- case: grind with an attribute on a lemma
--- expect: ok
def f (n : Nat) : Nat := n
@[grind =] theorem f_eq (n : Nat) : f n = n := rfl
example (a : Nat) : f (f a) = a := by grind
