prelude
import Init.Data.Fin.Lemmas
/-! `Fin n`: folds over all its elements, and recursion from the last one. -/
universe u
namespace Fin
/-- `foldl n f x` is `f (… (f (f x 0) 1) …) (n - 1)`. -/
@[inline] def foldl {α : Type u} (n : Nat) (f : α → Fin n → α) (init : α) : α := loop n (Nat.le_refl n) init
where
  /-- The argument counts the elements still to come. -/
  loop : (k : Nat) → k ≤ n → α → α
    | 0, _, x => x
    | k + 1, h, x => loop k (Nat.le_of_lt h) (f x ⟨n - (k + 1), Nat.sub_lt (Nat.zero_lt_of_lt h) (Nat.zero_lt_succ k)⟩)
/-- `foldr n f x` is `f 0 (f 1 (… (f (n - 1) x)))`. -/
@[inline] def foldr {α : Type u} (n : Nat) (f : Fin n → α → α) (init : α) : α := loop n (Nat.le_refl n) init
where
  loop : (i : Nat) → i ≤ n → α → α
    | 0, _, x => x
    | i + 1, h, x => loop i (Nat.le_of_lt h) (f ⟨i, h⟩ x)
variable {α : Type u}
theorem foldl_loop_eq {n : Nat} (f : α → Fin (n + 1) → α) : ∀ (k : Nat) (h : k ≤ n) (x : α),
    foldl.loop (n + 1) f k (Nat.le_succ_of_le h) x = foldl.loop n (fun x i => f x i.succ) k h x
  | 0, _, _ => rfl
  | k + 1, h, x => by
    have e : (⟨n + 1 - (k + 1), Nat.sub_lt (Nat.zero_lt_succ n) (Nat.zero_lt_succ k)⟩ : Fin (n + 1))
        = (⟨n - (k + 1), Nat.sub_lt (Nat.zero_lt_of_lt h) (Nat.zero_lt_succ k)⟩ : Fin n).succ := Fin.ext (by
      show n + 1 - (k + 1) = n - (k + 1) + 1
      rw [Nat.sub_add_comm h])
    rw [foldl.loop, foldl.loop, foldl_loop_eq f k (Nat.le_of_lt h), e]
@[simp] theorem foldl_zero (f : α → Fin 0 → α) (x : α) : foldl 0 f x = x := rfl
theorem foldl_succ {n : Nat} (f : α → Fin (n + 1) → α) (x : α) : foldl (n + 1) f x = foldl n (fun x i => f x i.succ) (f x 0) := by
  have e : (⟨n + 1 - (n + 1), Nat.sub_lt (Nat.zero_lt_succ n) (Nat.zero_lt_succ n)⟩ : Fin (n + 1)) = 0 := Fin.ext (Nat.sub_self _)
  show foldl.loop (n + 1) f (n + 1) _ x = foldl.loop n _ n _ _
  rw [foldl.loop, e, foldl_loop_eq f n (Nat.le_refl n)]
@[simp] theorem foldr_zero (f : Fin 0 → α → α) (x : α) : foldr 0 f x = x := rfl
theorem foldr_loop_eq {n : Nat} (f : Fin (n + 1) → α → α) : ∀ (i : Nat) (h : i ≤ n) (x : α),
    foldr.loop (n + 1) f (i + 1) (Nat.succ_le_succ h) x = f 0 (foldr.loop n (fun i => f i.succ) i h x)
  | 0, _, _ => rfl
  | i + 1, h, _ => foldr_loop_eq f i (Nat.le_of_lt h) _
theorem foldr_succ {n : Nat} (f : Fin (n + 1) → α → α) (x : α) : foldr (n + 1) f x = f 0 (foldr n (fun i => f i.succ) x) :=
  foldr_loop_eq f n (Nat.le_refl n) x
/-- Elements of `Fin (m + n)` are those of the first `m` and those of the last `n`. -/
@[elab_as_elim] def addCases {m n : Nat} {motive : Fin (m + n) → Sort u} (left : ∀ i, motive (castAdd n i))
    (right : ∀ i, motive (natAdd m i)) (i : Fin (m + n)) : motive i :=
  if h : i.val < m then left ⟨i.val, h⟩
  else
    have l : m ≤ i.val := Nat.le_of_not_lt h
    have e : natAdd m (⟨i.val - m, (Nat.sub_lt_iff_lt_add' l).mpr i.isLt⟩ : Fin n) = i := Fin.ext (Nat.add_sub_cancel' l)
    e ▸ right ⟨i.val - m, (Nat.sub_lt_iff_lt_add' l).mpr i.isLt⟩
end Fin
