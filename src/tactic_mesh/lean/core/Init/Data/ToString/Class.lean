prelude
import Init.Generated.Macros
/-! The class of types that have a text for users; its instances are with their types. -/

class ToString (α : Type u) where
  toString : α → String
export ToString (toString)

instance : ToString String := ⟨id⟩
instance : ToString Bool := ⟨fun b => cond b "true" "false"⟩
