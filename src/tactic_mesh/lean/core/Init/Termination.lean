prelude
import Init.Generated.Unexpanders
import Init.BinderNameHint
/-! This module: termination side goals. -/
universe u

theorem Nat.positive_of_bound {n m : Nat} (h : m ≤ n) (k : 0 < m) : 0 < n := Nat.lt_of_lt_of_le k h
/-- That a number is positive, from a hypothesis that says so. -/
syntax "nat_positive" : tactic
macro_rules | `(tactic| nat_positive) => `(tactic| first
  | decide
  | assumption
  | exact Nat.pos_of_ne_zero (by assumption)
  | exact Nat.pos_of_ne_zero (Ne.symm (by assumption))
  | exact Nat.positive_of_bound (Nat.not_lt.mp (by assumption)) (by decide)
  | exact Nat.lt_of_le_of_lt (Nat.zero_le _) (Nat.not_le.mp (by assumption))
  | exact Nat.lt_of_le_of_lt (Nat.zero_le _) (by assumption)
  | exact Nat.positive_of_bound (by assumption) (by decide))
macro_rules | `(tactic| decreasing_trivial) => `(tactic| exact Nat.lt_succ_self _)
macro_rules | `(tactic| decreasing_trivial) => `(tactic| exact Nat.sub_succ_lt_self (by assumption))
macro_rules | `(tactic| decreasing_trivial) => `(tactic| exact Nat.sub_lt (by nat_positive) (by nat_positive))
macro_rules | `(tactic| decreasing_trivial) => `(tactic| exact Nat.div_lt_self (by nat_positive) (by decide))
@[wf_preprocess] theorem ite_eq_dite {P : Prop} {α : Sort u} {a b : α} [Decidable P] :
    (if P then a else b) = (if h : P then binderNameHint h () a else binderNameHint h () b) := rfl
