--- case: conjunction commutes
--- expect: ok
example (p q : Prop) : p ∧ q ↔ q ∧ p := ⟨fun ⟨h, k⟩ => ⟨k, h⟩, fun ⟨h, k⟩ => ⟨k, h⟩⟩
--- case: excluded middle
--- expect: ok
example (p : Prop) : p ∨ ¬p := Classical.em p
--- case: reductio
--- expect: ok
example (p : Prop) (h : ¬¬p) : p := Classical.byContradiction h
--- case: double negation by simp
--- expect: ok
example (p : Prop) (h : ¬¬p) : p := by simpa using h
--- case: De Morgan for or by simp
--- expect: ok
example (p q : Prop) : ¬(p ∨ q) ↔ ¬p ∧ ¬q := by simp
--- case: De Morgan for and, decidable
--- expect: ok
example (p q : Prop) [Decidable p] : ¬(p ∧ q) ↔ ¬p ∨ ¬q := Decidable.not_and_iff_not_or_not
--- case: a negated conjunction is an implication
--- expect: ok
example (p q : Prop) : ¬(p ∧ q) ↔ (p → ¬q) := by simp
--- case: classical De Morgan
--- expect: ok
example (p q : Prop) : ¬(p ∧ q) ↔ ¬p ∨ ¬q := Classical.not_and_iff_not_or_not
--- case: a negated implication
--- expect: ok
example (p q : Prop) (h : ¬(p → q)) : p ∧ ¬q := by simpa using h
--- case: contraposition
--- expect: ok
example (p q : Prop) : (p → q) ↔ (¬q → ¬p) := ⟨mt, Classical.not_imp_not.mp⟩
--- case: material implication
--- expect: ok
example (p q : Prop) : (p → q) ↔ ¬p ∨ q := Classical.imp_iff_not_or
--- case: Peirce's law
--- expect: ok
example (p q : Prop) : ((p → q) → p) → p := fun h => Classical.byContradiction fun n => n (h fun k => absurd k n)
--- case: not all is some not
--- expect: ok
example (α : Type) (p : α → Prop) (h : ¬∀ x, p x) : ∃ x, ¬p x := Classical.not_forall.mp h
--- case: not all is some not by simp
--- expect: ok
example (α : Type) (p : α → Prop) : (¬∀ x, p x) ↔ ∃ x, ¬p x := by simp
--- case: no example is all not
--- expect: ok
example (α : Type) (p : α → Prop) (h : ¬∃ x, p x) : ∀ x, ¬p x := not_exists.mp h
--- case: forall distributes over and
--- expect: ok
example (α : Type) (p q : α → Prop) : (∀ x, p x ∧ q x) ↔ (∀ x, p x) ∧ ∀ x, q x := forall_and
--- case: exists distributes over or
--- expect: ok
example (α : Type) (p q : α → Prop) : (∃ x, p x ∨ q x) ↔ (∃ x, p x) ∨ ∃ x, q x := exists_or
--- case: a constant moves out of exists
--- expect: ok
example (α : Type) (p : α → Prop) (r : Prop) : (∃ x, p x ∧ r) ↔ (∃ x, p x) ∧ r := by simp
--- case: one-point rule for exists
--- expect: ok
example (a : Nat) (p : Nat → Prop) (h : p a) : ∃ x, x = a ∧ p x := by simp [h]
--- case: one-point rule for forall
--- expect: ok
example (a : Nat) (p : Nat → Prop) : (∀ x, x = a → p x) ↔ p a := by simp
--- case: exists over a proposition is and
--- expect: ok
example (p q : Prop) : (∃ _ : p, q) ↔ p ∧ q := by simp
--- case: quantifier over an inhabited type vanishes
--- expect: ok
example (p : Prop) : (∀ _ : Nat, p) ↔ p := by simp
--- case: the drinker
--- expect: ok
example (α : Type) (a : α) (p : α → Prop) : ∃ x, p x → ∀ y, p y := by
  rcases Classical.em (∀ y, p y) with h | h
  · exact ⟨a, fun _ => h⟩
  · obtain ⟨x, hx⟩ := Classical.not_forall.mp h
    exact ⟨x, fun k => absurd k hx⟩
--- case: choice
--- expect: ok
example (α β : Type) (r : α → β → Prop) (h : ∀ x, ∃ y, r x y) : ∃ f : α → β, ∀ x, r x (f x) :=
  ⟨fun x => (h x).choose, fun x => (h x).choose_spec⟩
--- case: equivalence is transitive in calc
--- expect: ok
example (p q r : Prop) (h : p ↔ q) (k : q ↔ r) : p ↔ r := calc
  p ↔ q := h
  _ ↔ r := k
--- case: propext
--- expect: ok
example (p q : Prop) (h : p ↔ q) : p = q := propext h
--- case: functions that agree are equal
--- expect: ok
example (f g : Nat → Nat) (h : ∀ x, f x = g x) : f = g := funext h
--- case: transport with a triangle
--- expect: ok
example (a b : Nat) (p : Nat → Prop) (h : a = b) (k : p a) : p b := h ▸ k
--- case: equality is an equivalence
--- expect: ok
example (α : Type) (a b c : α) (h : a = b) (k : c = b) : a = c := h.trans k.symm
--- case: heterogeneous equality of equals
--- expect: ok
example (α : Type) (a b : α) (h : HEq a b) : a = b := eq_of_heq h
--- case: cast along rfl does nothing
--- expect: ok
example (α : Type) (a : α) : cast rfl a = a := rfl
--- case: Booleans by cases
--- expect: ok
example : ∀ a b : Bool, (a && b) = (b && a) := by decide
--- case: Boolean and as a proposition
--- expect: ok
example (a b : Bool) : (a && b) = true ↔ a = true ∧ b = true := by simp
--- case: Boolean or as a proposition
--- expect: ok
example (a b : Bool) : (a || b) = true ↔ a = true ∨ b = true := by simp
--- case: Boolean negation
--- expect: ok
example (a : Bool) (h : a = true) : (!a) = false := by simp [h]
--- case: Boolean equality is equality
--- expect: ok
example (a b : Nat) : (a == b) = true ↔ a = b := by simp
--- case: Boolean disequality is disequality
--- expect: ok
example (a b : Nat) : (a != b) = true ↔ a ≠ b := by simp
--- case: exclusive or
--- expect: ok
example (a b : Bool) : (a ^^ b) = (b ^^ a) := Bool.xor_comm a b
--- case: decide as a proposition
--- expect: ok
example (p : Prop) [Decidable p] (h : decide p = true) : p := by simpa using h
--- case: decide of a negation
--- expect: ok
example (p : Prop) [Decidable p] : decide (¬p) = !decide p := by simp
--- case: a true condition
--- expect: ok
example (p : Prop) [Decidable p] (h : p) : (if p then 1 else 2) = 1 := if_pos h
--- case: a false condition
--- expect: ok
example (p : Prop) [Decidable p] (h : ¬p) : (if p then 1 else 2) = 2 := by simp [h]
--- case: the same branches
--- expect: ok
example (p : Prop) [Decidable p] (a : Nat) : (if p then a else a) = a := by simp
--- case: negated condition
--- expect: ok
example (p : Prop) [Decidable p] (a b : Nat) : (if ¬p then a else b) = if p then b else a := by simp
--- case: dependent if
--- expect: ok
example (p : Prop) [Decidable p] (f : p → Nat) (h : p) : (if k : p then f k else 0) = f h := by simp [h]
--- case: pairs with equal components
--- expect: ok
example (x y : Nat × Nat) (h : x.1 = y.1) (k : x.2 = y.2) : x = y := Prod.ext h k
--- case: equal pairs have equal components
--- expect: ok
example (a b c d : Nat) (h : (a, b) = (c, d)) : a = c ∧ b = d := by simpa using h
--- case: quantifier over pairs
--- expect: ok
example (p : Nat × Nat → Prop) : (∀ x, p x) ↔ ∀ a b, p (a, b) := by simp
--- case: elements of a subtype
--- expect: ok
example (p : Nat → Prop) (x y : {n // p n}) (h : x.val = y.val) : x = y := Subtype.ext h
--- case: left is not right
--- expect: ok
example (a b : Nat) : (Sum.inl a : Sum Nat Nat) ≠ Sum.inr b := by simp
--- case: related elements have one class
--- expect: ok
example (s : Setoid Nat) (a b : Nat) (h : a ≈ b) : Quotient.mk s a = Quotient.mk s b := Quotient.sound h
--- case: one class means related
--- expect: ok
example (s : Setoid Nat) (a b : Nat) (h : Quotient.mk s a = Quotient.mk s b) : a ≈ b := Quotient.exact h
--- case: lifting to a quotient computes
--- expect: ok
example (s : Setoid Nat) (f : Nat → Nat) (h : ∀ a b, a ≈ b → f a = f b) (a : Nat) :
    Quotient.lift f h (Quotient.mk s a) = f a := rfl
--- case: induction on a quotient
--- expect: ok
example (s : Setoid Nat) (p : Quotient s → Prop) (h : ∀ a, p (Quotient.mk s a)) (q : Quotient s) : p q := by
  induction q using Quotient.ind
  exact h _
--- case: two elements of a subsingleton
--- expect: ok
example (α : Type) [Subsingleton α] (a b : α) : a = b := Subsingleton.elim a b
--- case: injective functions compose
--- expect: ok
example (f g : Nat → Nat) (hf : Function.Injective f) (hg : Function.Injective g) : Function.Injective (g ∘ f) :=
  fun _ _ h => hf (hg h)
--- case: a nonempty type has an element
--- expect: ok
noncomputable example (α : Type) (h : Nonempty α) : α := Classical.choice h
--- case: connectives associate and commute
--- expect: ok
example (p q r : Prop) : (p ∧ q ∧ r) = (r ∧ p ∧ q ∧ p) := by ac_rfl
--- case: axioms of a classical proof
--- expect: ok
theorem t (p : Prop) (h : ¬¬p) : p := Classical.byContradiction h
#print axioms t
--- output:
't' depends on axioms: [propext, Classical.choice, Quot.sound]
--- case: notation prints: quantifiers and connectives
--- expect: error unsolved_goals
example (α : Type) (p : α → Prop) (q : Prop) : (∃ x, p x ∧ ¬q) ↔ q := by skip
--- output:
unsolved goals
α : Type
p : α → Prop
q : Prop
⊢ (∃ x, p x ∧ ¬q) ↔ q
--- case: notation prints: pairs, lists and conditionals
--- expect: error unsolved_goals
example (a b : Nat) : (if a = b then [(a, b)] else []) = [(b, a)] := by skip
--- output:
unsolved goals
a b : Nat
⊢ (if a = b then [(a, b)] else []) = [(b, a)]
--- case: notation prints: Booleans
--- expect: error unsolved_goals
example (a b : Bool) : (a && !b || a == b) = (a != b) := by skip
--- output:
unsolved goals
a b : Bool
⊢ (a && !b || a == b) = (a != b)
--- case: notation prints: subtypes, composition, products
--- expect: error unsolved_goals
example (f : Nat → Nat) (x : {n : Nat // n = f n} × Nat) : (f ∘ f) x.2 ≠ 0 := by skip
--- output:
unsolved goals
f : Nat → Nat
x : { n // n = f n } × Nat
⊢ (f ∘ f) x.snd ≠ 0
--- case: or is not and
--- expect: error type_mismatch
example (p q : Prop) : p ∨ q → p ∧ q := by intro h; exact h
--- case: no proof of False
--- expect: error tactic_failed
example : False := by simp
--- case: rfl does not prove different numerals equal
--- expect: error tactic_failed
example : 2 = 3 := by rfl
--- case: decide sees a false statement
--- expect: error tactic_failed
example : 2 + 2 = 5 := by decide
--- case: decide needs a decidable statement
--- expect: error tactic_failed
example (p : Prop) : p ∨ ¬p := by decide
--- case: an unknown lemma
--- expect: error unknown_identifier
example (p : Prop) (h : p) : p := no_such_lemma h
--- case: an unknown identifier is not bound silently
--- expect: error unknown_identifier
example : n = foo := rfl
--- case: the wrong side of a conjunction
--- expect: error type_mismatch
example (p q : Prop) (h : p ∧ q) : q := h.1
--- case: an existential needs a witness
--- expect: error type_mismatch
example (p : Nat → Prop) (h : ∀ x, p x) : ∃ x, p x := h
--- case: a case is missing
--- expect: error other
example (p q : Prop) (h : p ∨ q) : q ∨ p := match h with
  | .inl x => .inr x
--- case: choice is not computable
--- expect: error other
def pick (h : Nonempty Nat) : Nat := Classical.choice h
--- case: implication is not equivalence
--- expect: error tactic_failed
example (p q : Prop) (h : p → q) : p ↔ q := by simp [h]
--- case: quantifiers do not swap
--- expect: error type_mismatch
example (p : Nat → Nat → Prop) (h : ∀ x, ∃ y, p x y) : ∃ y, ∀ x, p x y := by simpa using h
