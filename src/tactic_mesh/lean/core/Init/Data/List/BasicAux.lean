prelude
import Init.Data.List.Basic
import Init.Data.Nat.Linear
/-! This module: members of a list are smaller than the list, which is how recursion through lists is seen to end. -/
universe u

theorem List.sizeOf_lt_of_mem {α : Type u} {a : α} [SizeOf α] {as : List α} (h : a ∈ as) : sizeOf a < sizeOf as := by
  induction h with
  | head as =>
    show sizeOf a < 1 + sizeOf a + sizeOf as
    rw [Nat.add_comm 1, Nat.add_right_comm]
    exact Nat.lt_succ_of_le (Nat.le_add_right _ _)
  | tail b _ ih => exact Nat.lt_of_lt_of_le ih (Nat.le_add_left _ _)
theorem List.sizeOf_get_lt {α : Type u} [SizeOf α] (as : List α) (i : Fin as.length) : sizeOf (as.get i) < sizeOf as := by
  induction as with
  | nil => exact absurd i.isLt (Nat.not_lt_zero _)
  | cons a as ih =>
    rcases i with ⟨i, h⟩
    cases i with
    | zero =>
      show sizeOf a < 1 + sizeOf a + sizeOf as
      rw [Nat.add_comm 1, Nat.add_right_comm]
      exact Nat.lt_succ_of_le (Nat.le_add_right _ _)
    | succ i => exact Nat.lt_of_lt_of_le (ih ⟨i, Nat.le_of_succ_le_succ h⟩) (Nat.le_add_left _ _)
macro_rules
  | `(tactic| decreasing_trivial) => `(tactic| with_reducible sizeOf_list_dec; done)
