--- case: intro names hypotheses
--- expect: ok
example (p q : Prop) : p → q → p := by
  intro hp hq
  exact hp
--- case: intro takes a pattern
--- expect: ok
example (p q : Prop) : p ∧ q → q := by
  intro ⟨_, hq⟩
  exact hq
--- case: intros and assumption
--- expect: ok
example (p q : Prop) : p → q → p := by
  intros
  assumption
--- case: rename_i names what has no name
--- expect: ok
example : ∀ p q : Prop, p → q → p := by
  intro _ _ _ _
  rename_i p q hp hq
  exact hp
--- case: case names a goal
--- expect: ok
example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor
  case left => exact hp
  case right => exact hq
--- case: next and bullets
--- expect: ok
example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor
  next => exact hp
  · exact hq
--- case: rotate_left
--- expect: ok
example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor
  rotate_left
  · exact hq
  · exact hp
--- case: obtain clears with a dash
--- expect: ok
example (p q : Prop) (h : p ∧ q) : q := by
  obtain ⟨-, hq⟩ := h
  exact hq
--- case: rintro with alternatives
--- expect: ok
example (p q r : Prop) : p ∧ (q ∨ r) → (p ∧ q) ∨ (p ∧ r) := by
  rintro ⟨hp, hq | hr⟩
  · exact .inl ⟨hp, hq⟩
  · exact .inr ⟨hp, hr⟩
--- case: rcases with rfl
--- expect: ok
example (x : Nat) (h : x = 0 ∨ x = 1) : x < 2 := by
  rcases h with rfl | rfl
  all_goals decide
--- case: cases with names
--- expect: ok
example (p q : Prop) (h : p ∨ q) : q ∨ p := by
  cases h with
  | inl hp => exact .inr hp
  | inr hq => exact .inl hq
--- case: cases on an equation
--- expect: ok
example (x y : Nat) (h : x = y) : y = x := by
  cases h
  rfl
--- case: cases refutes an impossible equation
--- expect: ok
example (h : (none : Option Nat) = some 1) : False := by cases h
--- case: induction on a user's type
--- expect: ok
inductive Tree where
  | leaf
  | node (l r : Tree)
def Tree.mirror : Tree → Tree
  | leaf => leaf
  | node l r => node r.mirror l.mirror
example (t : Tree) : t.mirror.mirror = t := by
  induction t with
  | leaf => rfl
  | node l r ihl ihr => simp [Tree.mirror, ihl, ihr]
--- case: induction using a recursor
--- expect: ok
example (n : Nat) : n = n := by
  induction n using Nat.rec with
  | zero => rfl
  | succ n ih => rfl
--- case: induction generalizing
--- expect: ok
example (f : Nat → Nat) (n m : Nat) (h : ∀ k, f k = k) : f (n + m) = n + m := by
  induction n generalizing m with
  | zero => exact h _
  | succ n ih => exact h _
--- case: fun_induction
--- expect: ok
def g : Nat → Nat
  | 0 => 0
  | n + 1 => g n
example (n : Nat) : g n = 0 := by
  fun_induction g n with
  | case1 => rfl
  | case2 n ih => exact ih
--- case: fun_cases
--- expect: ok
def g : Nat → Nat
  | 0 => 0
  | n + 1 => n
example (n : Nat) : g n ≤ n := by
  fun_cases g n
  · exact .refl
  · exact .step .refl
--- case: change
--- expect: ok
example (x : Nat) (h : x = 2) : x + x = 4 := by
  change x + x = 2 + 2
  rw [h]
--- case: show picks the form of the goal
--- expect: ok
example (a b : Nat) (h : a ≤ b) : b ≥ a := by
  show a ≤ b
  exact h
--- case: decide in the kernel
--- expect: ok
example : 10 < 20 := by decide +kernel
--- case: injection
--- expect: ok
example (a b : Nat) (h : Nat.succ a = Nat.succ b) : a = b := by injection h
--- case: injections
--- expect: ok
example (a b : Nat) (h : Nat.succ a = Nat.succ b) : a = b := by injections
--- case: conv on one side
--- expect: ok
example (a b : Nat) (f : Nat → Nat) (h : a = b) : f a = f b := by
  conv => lhs; rw [h]
--- case: conv under a binder
--- expect: ok
example : (fun x : Nat => x + 0) = fun x => x := by
  conv =>
    lhs
    intro x
    rw [Nat.add_zero]
--- case: conv with arg and pattern
--- expect: ok
example (a b c : Nat) (h : b = c) : a + (b + b) = a + (c + b) := by
  conv in b + b => arg 1; rw [h]
--- case: ext on a structure
--- expect: ok
@[ext] structure Pt where
  x : Nat
  y : Nat
example (p q : Pt) (h : p.x = q.x) (k : p.y = q.y) : p = q := by ext <;> assumption
--- case: ext makes an iff lemma
--- expect: ok
@[ext] structure Pt where
  x : Nat
  y : Nat
example (p q : Pt) : p = q ↔ p.x = q.x ∧ p.y = q.y := Pt.ext_iff
--- case: ext on functions
--- expect: ok
example (f g : Nat → Nat) (h : ∀ x, f x = g x) : f = g := by
  ext x
  exact h x
--- case: funext
--- expect: ok
example (f g : Nat → Nat) (h : ∀ x, f x = g x) : f = g := by
  funext x
  rw [h]
--- case: congr
--- expect: ok
example (f : Nat → Nat → Nat) (a b c d : Nat) (h : a = c) (k : b = d) : f a b = f c d := by congr
--- case: split an if
--- expect: ok
example (b : Bool) : (if b then 1 else 2) ≤ 2 := by
  split
  · decide
  · decide
--- case: split a match
--- expect: ok
example (x : Option Nat) : (match x with | none => 0 | some _ => 0) = 0 := by
  split <;> rfl
--- case: split at a hypothesis
--- expect: ok
example (p : Prop) [Decidable p] (h : (if p then 1 else 2) = 1) : p := by
  split at h
  · assumption
  · contradiction
--- case: by_cases
--- expect: ok
example (x y : Nat) : x = y ∨ x ≠ y := by
  by_cases h : x = y
  · exact .inl h
  · exact .inr h
--- case: if as a tactic
--- expect: ok
example (x y : Nat) : x = y ∨ x ≠ y := by
  if h : x = y then exact .inl h else exact .inr h
--- case: match as a tactic
--- expect: ok
example (p q : Prop) (h : p ∨ q) : q ∨ p := by
  match h with
  | .inl hp => exact .inr hp
  | .inr hq => exact .inl hq
--- case: first, try, repeat
--- expect: ok
example (p q : Prop) (hq : q) : p ∨ q := by
  try contradiction
  first | (left; assumption) | (right; assumption)
--- case: repeat'
--- expect: ok
example (p : Prop) (hp : p) : p ∧ p ∧ p := by
  repeat' constructor
  all_goals assumption
--- case: any_goals
--- expect: ok
example (p : Prop) (hp : p) : p ∧ p := by
  constructor
  any_goals assumption
--- case: iterate
--- expect: ok
example (p : Prop) (hp : p) : p ∧ p ∧ p := by
  iterate 2 (apply And.intro hp)
  exact hp
--- case: calc with mixed relations
--- expect: ok
example (a b c d : Nat) (h₁ : a < b) (h₂ : b ≤ c) (h₃ : c = d) : a < d := calc
  a < b := h₁
  _ ≤ c := h₂
  _ = d := h₃
--- case: calc tactic with first step alone
--- expect: ok
example (a b c : Nat) (h : a = b) (k : b = c) : a = c := by
  calc a
    _ = b := h
    _ = c := k
--- case: guard_hyp and guard_target
--- expect: ok
example (p q : Prop) : p → q → p ∧ q := by
  intro hp hq
  guard_hyp hp : p
  guard_target = p ∧ q
  exact ⟨hp, hq⟩
--- case: exists
--- expect: ok
example (x : Nat) : ∃ y, y = x + 1 := by exists x + 1
--- case: contradiction
--- expect: ok
example (p q : Prop) (hp : p) (hn : ¬p) : q := by contradiction
--- case: exfalso
--- expect: ok
example (p q : Prop) (hp : p) (hn : ¬p) : q := by
  exfalso
  exact hn hp
--- case: subst
--- expect: ok
example (x y : Nat) (h : x = y) : y = x := by
  subst h
  rfl
--- case: symm
--- expect: ok
example (x y : Nat) (h : x = y) : y = x := by
  symm
  exact h
--- case: symm on an equivalence
--- expect: ok
example (p q : Prop) (h : p ↔ q) : q ↔ p := by
  symm
  exact h
--- case: rfl closes an equivalence
--- expect: ok
example (p : Prop) : p ↔ p := by rfl
--- case: specialize
--- expect: ok
example (p q r : Prop) (h : p → q) (k : q → r) : p → r := by
  intro hp
  specialize h hp
  exact k h
--- case: rwa
--- expect: ok
example (p q : Prop) (h : p ↔ q) (hp : p) : q := by rwa [h] at hp
--- case: rw one occurrence
--- expect: ok
example (a b : Nat) (h : a = b) : a + a = b + a := by rw (occs := .pos [1]) [h]
--- case: rw backwards
--- expect: ok
example (a b : Nat) (h : a = b) : b + 1 = a + 1 := by rw [← h]
--- case: generalize
--- expect: ok
example (a b : Nat) : a + b = b + a := by
  generalize a = x
  generalize h : b = y
  exact Nat.add_comm x y
--- case: revert
--- expect: ok
example (x y : Nat) (h : x = y) : y = x := by
  revert h
  intro h
  exact h.symm
--- case: suffices
--- expect: ok
example (p q : Prop) (h : p → q) (hp : p) : q := by
  suffices k : p from h k
  exact hp
--- case: have and this
--- expect: ok
example (p : Nat → Prop) (h : ∀ x, p x) : p 3 := by
  have := h 3
  exact this
--- case: let pattern
--- expect: ok
example (p q : Prop) (h : p ∧ q) : q ∧ p := by
  let ⟨hp, hq⟩ := h
  and_intros
  · exact hq
  · exact hp
--- case: refine leaves goals
--- expect: ok
example : ∃ x : Nat, x * x = 9 ∧ x > 2 := by
  refine ⟨3, ?_, ?_⟩
  · rfl
  · decide
--- case: apply a congruence
--- expect: ok
example (a b c : Nat) (h : b = c) : a + b = a + c := by
  apply congrArg
  exact h
--- case: nomatch and nofun
--- expect: ok
example (h : 2 = 3) : False := by nomatch h
example : ¬(2 = 3) := by nofun
--- case: false_or_by_contra
--- expect: ok
example (p : Prop) (h : ¬¬p) : p := by
  false_or_by_contra
  contradiction
--- case: simp only
--- expect: ok
example (a b c : Nat) (h : b = c) : a + b = a + c := by simp only [h]
--- case: simp at all
--- expect: ok
example (p q : Prop) (h : p ∧ True) (k : False ∨ q) : p ∧ q := by
  simp at *
  exact ⟨h, k⟩
--- case: simp_all chains hypotheses
--- expect: ok
example (p q r : Prop) (h : p → q) (k : q → r) (hp : p) : r := by simp_all
--- case: simpa using
--- expect: ok
example (x y : Nat) (h : x + 0 = y) : x = y := by simpa using h
--- case: simp with a setting
--- expect: ok
example (p : Prop) (h : p) : p ∧ True := by
  simp (config := { decide := true })
  exact h
--- case: simp with contextual hypotheses
--- expect: ok
example (p q : Prop) : p → (p ∧ q ↔ q) := by simp +contextual
--- case: dsimp at
--- expect: ok
example (x y : Nat) (h : (fun z => z) x = y) : x = y := by
  dsimp at h
  exact h
--- case: unfold and delta
--- expect: ok
def double (n : Nat) : Nat := n + n
example : double 3 = 6 := by
  unfold double
  rfl
--- case: ac_rfl
--- expect: ok
example (a b c : Nat) : a + b + c = c + b + a := by ac_rfl
--- case: ac_nf
--- expect: ok
example (a b c : Nat) (f : Nat → Nat) : f (a + b + c) = f (c + a + b) := by ac_nf
--- case: exact_mod_cast without casts
--- expect: ok
example (a b : Nat) (h : a = b) : a = b := by exact_mod_cast h
--- case: set_option in
--- expect: ok
example (p : Prop) (h : p) : p := by set_option maxRecDepth 1000 in exact h
--- case: unhygienic
--- expect: ok
example : ∀ p : Prop, p → p := by
  unhygienic intros
  assumption
--- case: exact? finds a lemma
--- expect: ok
example (a b : Nat) (h : a = b) : b = a := by exact?
--- case: apply? finds a lemma
--- expect: ok
example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by apply?
--- case: show_term says the term
--- expect: ok
example (p : Prop) (h : p) : p ∧ p := by show_term exact ⟨h, h⟩
--- output:
Try this:
  [apply] exact ⟨h, h⟩
--- case: simp? says what it used
--- expect: ok
example (p : Prop) (h : p) : True ∧ p := by
  simp?
  exact h
--- output:
Try this:
  [apply] simp only [true_and]
--- case: goals carry the constructor's names
--- expect: error unsolved_goals
example (p q : Prop) : p ∧ q := by constructor
--- output:
unsolved goals
case left
p q : Prop
⊢ p

case right
p q : Prop
⊢ q
--- case: goals of cases carry the names, hypotheses a dagger
--- expect: error unsolved_goals
example (p q : Prop) (h : p ∨ q) : q ∨ p := by cases h
--- output:
unsolved goals
case inl
p q : Prop
h✝ : p
⊢ q ∨ p

case inr
p q : Prop
h✝ : q
⊢ q ∨ p
--- case: intros gives names with a dagger
--- expect: error unsolved_goals
example : ∀ p : Prop, p → p := by intros
--- output:
unsolved goals
p✝ : Prop
a✝ : p✝
⊢ p✝
--- case: induction shows numerals
--- expect: error unsolved_goals
example (n : Nat) (f : Nat → Nat) : f n = n := by induction n
--- output:
unsolved goals
case zero
f : Nat → Nat
⊢ f 0 = 0

case succ
f : Nat → Nat
n✝ : Nat
a✝ : f n✝ = n✝
⊢ f (n✝ + 1) = n✝ + 1
--- case: by_cases names its goals
--- expect: error unsolved_goals
example (p q : Prop) [Decidable p] : q := by by_cases h : p
--- output:
unsolved goals
case pos
p q : Prop
inst✝ : Decidable p
h : p
⊢ q

case neg
p q : Prop
inst✝ : Decidable p
h : ¬p
⊢ q
--- case: rfl says what is not equal
--- expect: error tactic_failed
example (n : Nat) : n = n + 1 := by rfl
--- output:
Tactic `rfl` failed: The left-hand side
  n
is not definitionally equal to the right-hand side
  n + 1

n : Nat
⊢ n = n + 1
--- case: simp without effect fails
--- expect: error tactic_failed
example (p : Prop) (h : p) : p := by simp
--- case: rw without a match fails
--- expect: error tactic_failed
example (a b c : Nat) (h : a = b) : c = c + 0 := by rw [h]
--- case: assumption fails
--- expect: error tactic_failed
example (p q : Prop) (h : p) : q := by assumption
--- case: contradiction fails
--- expect: error tactic_failed
example (p q : Prop) (h : p) : q := by contradiction
--- case: intro without an arrow fails
--- expect: error tactic_failed
example (p : Prop) : p := by intro h
--- case: constructor fails on a function type
--- expect: error tactic_failed
example (p : Prop) : p → p := by constructor
--- case: cases on a function fails
--- expect: error tactic_failed
example (f : Nat → Nat) : True := by cases f
--- case: split without a conditional fails
--- expect: error tactic_failed
example (p : Prop) (h : p) : p := by split
--- case: injection of unlike constructors closes the goal
--- expect: ok
example (h : Nat.zero = Nat.succ 1) : False := by injection h
--- case: apply of the wrong lemma fails
--- expect: error tactic_failed
example (p q : Prop) (h : p) : q := by apply h
--- case: a missing alternative
--- expect: error tactic_failed
example (p q : Prop) (h : p ∨ q) : q ∨ p := by
  cases h with
  | inl hp => exact .inr hp
--- case: an alternative that does not exist
--- expect: error tactic_failed
example (p q : Prop) (h : p ∧ q) : p := by
  cases h with
  | nothing => skip
--- case: exact with the wrong type
--- expect: error type_mismatch
example (p q : Prop) (h : p) : q := by exact h
--- case: goals that remain
--- expect: error unsolved_goals
example (p q : Prop) (hp : p) : p ∧ q := by
  constructor
  · exact hp
--- case: a tactic too many
--- expect: error tactic_failed
example (p : Prop) (h : p) : p := by
  exact h
  exact h
--- case: subst needs a variable
--- expect: error tactic_failed
example (a b : Nat) (h : a + 1 = b + 1) : a = b := by subst h
--- case: first with no success
--- expect: error tactic_failed
example (p q : Prop) : p := by first | assumption | contradiction
--- case: a term is missing
--- expect: error parse_error
example (p : Prop) (h : p) : p := by exact
--- case: a bracket is missing
--- expect: error parse_error
example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by exact ⟨hp, hq
