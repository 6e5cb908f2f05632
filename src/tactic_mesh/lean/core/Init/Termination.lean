prelude
import Init.Generated.Unexpanders
import Init.BinderNameHint
/-! This module: termination side goals, bounded quantifiers, numerals in Fin. -/
universe u
macro_rules | `(tactic| decreasing_trivial) => `(tactic| exact Nat.lt_succ_self _)
macro_rules | `(tactic| decreasing_trivial) => `(tactic| (apply Nat.sub_lt <;> first | decide | assumption | (apply Nat.pos_of_ne_zero; assumption) | (refine Nat.lt_of_lt_of_le ?_ (Nat.not_lt.mp ?_); rotate_left; assumption; decide)))
@[wf_preprocess] theorem ite_eq_dite {P : Prop} {α : Sort u} {a b : α} [Decidable P] :
    (if P then a else b) = (if h : P then binderNameHint h () a else binderNameHint h () b) := rfl
instance Nat.decBallLT : (n : Nat) → (p : (k : Nat) → k < n → Prop) → [∀ k h, Decidable (p k h)] → Decidable (∀ k h, p k h)
  | 0, _, _ => isTrue (fun k h => absurd h (Nat.not_lt_zero k))
  | n + 1, p, d =>
    match decBallLT n (fun k h => p k (.step h)) with
    | isFalse f => isFalse (fun g => f (fun k h => g k (.step h)))
    | isTrue f =>
      match d n .refl with
      | isFalse g => isFalse (fun h => g (h n .refl))
      | isTrue g => isTrue (fun k h => by
          rcases Nat.lt_or_eq_of_succ h with rfl | l
          · exact g
          · exact f k l)
instance Fin.decForall {n : Nat} (p : Fin n → Prop) [DecidablePred p] : Decidable (∀ i, p i) :=
  match Nat.decBallLT n (fun k h => p ⟨k, h⟩) with
  | isTrue f => isTrue (fun ⟨k, h⟩ => f k h)
  | isFalse f => isFalse (fun g => f (fun k h => g ⟨k, h⟩))

