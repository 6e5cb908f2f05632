prelude
import Init.Data.Nat.Basic
/-! This module: lists. -/
universe u v
variable {α : Type u} {β : Type v}
instance : Singleton α (List α) := ⟨fun a => .cons a .nil⟩
namespace List
inductive Mem (a : α) : List α → Prop
  | head (as : List α) : Mem a (a :: as)
  | tail (b : α) {as : List α} : Mem a as → Mem a (b :: as)
instance : Membership α (List α) := ⟨fun l a => Mem a l⟩
@[simp] theorem nil_append (as : List α) : [] ++ as = as := rfl
@[simp] theorem cons_append (a : α) (as bs : List α) : (a :: as) ++ bs = a :: (as ++ bs) := rfl
@[simp] theorem append_nil (as : List α) : as ++ [] = as := by
  induction as with
  | nil => rfl
  | cons a as ih => simp [ih]
@[simp] theorem append_assoc (as bs cs : List α) : as ++ bs ++ cs = as ++ (bs ++ cs) := by
  induction as with
  | nil => rfl
  | cons a as ih => simp [ih]
@[simp] theorem length_nil : length ([] : List α) = 0 := rfl
@[simp] theorem length_cons (a : α) (as : List α) : length (a :: as) = length as + 1 := rfl
@[simp] theorem length_append (as bs : List α) : length (as ++ bs) = length as + length bs := by
  induction as with
  | nil => simp
  | cons a as ih => simp [ih, Nat.add_right_comm]
@[simp] theorem map_nil (f : α → β) : map f [] = [] := rfl
@[simp] theorem map_cons (f : α → β) (a : α) (as : List α) : map f (a :: as) = f a :: map f as := rfl
@[simp] theorem length_map (f : α → β) (as : List α) : length (map f as) = length as := by
  induction as <;> simp [*]
@[simp] theorem map_append (f : α → β) (as bs : List α) : map f (as ++ bs) = map f as ++ map f bs := by
  induction as <;> simp [*]
@[simp] theorem mem_cons {a b : α} {l : List α} : a ∈ b :: l ↔ a = b ∨ a ∈ l := by
  constructor
  · intro h
    cases h with
    | head => exact .inl rfl
    | tail _ h => exact .inr h
  · rintro (rfl | h)
    · exact .head _
    · exact .tail _ h
@[simp] theorem not_mem_nil {a : α} : ¬ a ∈ ([] : List α) := fun h => nomatch h
def reverseAux : List α → List α → List α
  | [], r => r
  | a :: l, r => reverseAux l (a :: r)
def reverse (as : List α) : List α := reverseAux as []
theorem reverseAux_eq (as bs : List α) : reverseAux as bs = reverse as ++ bs := by
  induction as generalizing bs with
  | nil => rfl
  | cons a as ih =>
    show reverseAux as (a :: bs) = reverseAux as [a] ++ bs
    rw [ih (a :: bs), ih [a], append_assoc]; rfl
@[simp] theorem reverse_cons (a : α) (as : List α) : reverse (a :: as) = reverse as ++ [a] := by
  exact reverseAux_eq as [a]
@[simp] theorem reverse_nil : reverse ([] : List α) = [] := rfl
@[simp] theorem reverse_append (as bs : List α) : reverse (as ++ bs) = reverse bs ++ reverse as := by
  induction as <;> simp [*]
@[simp] theorem reverse_reverse (as : List α) : reverse (reverse as) = as := by
  induction as <;> simp [*]
end List
