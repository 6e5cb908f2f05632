prelude
import Init.Generated.Unexpanders
import Init.BinderNameHint
/-! This module: a recursive call inside a conditional may use its condition when it is shown to descend. -/
universe u

@[wf_preprocess] theorem ite_eq_dite {P : Prop} {α : Sort u} {a b : α} [Decidable P] :
    (if P then a else b) = (if h : P then binderNameHint h () a else binderNameHint h () b) := rfl
