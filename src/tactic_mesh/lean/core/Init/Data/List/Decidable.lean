prelude
import Init.Data.List.Basic
/-! Statements about all the members of a list are decidable. -/
universe u
def List.decBAll {α : Type u} (p : α → Prop) [dp : DecidablePred p] : (l : List α) → Decidable (∀ x, x ∈ l → p x)
  | [] => isTrue (fun _ h => nomatch h)
  | a :: as =>
    if ha : p a then
      match decBAll p as with
      | isTrue h => isTrue (fun x hx => by
          cases hx with
          | head => exact ha
          | tail _ k => exact h x k)
      | isFalse n => isFalse (fun h => n (fun x k => h x (.tail _ k)))
    else isFalse (fun h => ha (h a (.head _)))
instance List.decidableBAll {α : Type u} (p : α → Prop) [DecidablePred p] (l : List α) : Decidable (∀ x, x ∈ l → p x) := List.decBAll p l
