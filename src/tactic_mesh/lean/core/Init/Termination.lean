prelude
import Init.Generated.Unexpanders
import Init.BinderNameHint
/-! This module: termination side goals. -/
universe u
macro_rules | `(tactic| decreasing_trivial) => `(tactic| exact Nat.lt_succ_self _)
macro_rules | `(tactic| decreasing_trivial) => `(tactic| (apply Nat.sub_lt <;> first | decide | assumption | (apply Nat.pos_of_ne_zero; assumption) | (refine Nat.lt_of_lt_of_le ?_ (Nat.not_lt.mp ?_); rotate_left; assumption; decide)))
@[wf_preprocess] theorem ite_eq_dite {P : Prop} {α : Sort u} {a b : α} [Decidable P] :
    (if P then a else b) = (if h : P then binderNameHint h () a else binderNameHint h () b) := rfl
