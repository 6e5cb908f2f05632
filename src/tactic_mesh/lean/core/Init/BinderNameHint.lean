prelude
import Init.Core
/-! This module: the gadget by which a lemma says how a bound variable on its right-hand side is to be called. -/
universe u v w

/-- Stands for `e`; when a rewrite puts it in, the variable `v` gets the name of the binder `binder`. -/
@[simp ↓] def binderNameHint {α : Sort u} {β : Sort v} {γ : Sort w} (_ : α) (_ : β) (e : γ) : γ := e
