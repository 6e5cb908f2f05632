prelude
import Init.Data.List.Perm
/-! The least and the greatest element of a list of natural numbers. -/
namespace List

@[simp] theorem min?_eq_none_iff [Min α] {xs : List α} : xs.min? = none ↔ xs = [] := by
  cases xs
  · exact ⟨fun _ => rfl, fun _ => rfl⟩
  · exact ⟨nofun, nofun⟩
@[simp] theorem max?_eq_none_iff [Max α] {xs : List α} : xs.max? = none ↔ xs = [] := by
  cases xs
  · exact ⟨fun _ => rfl, fun _ => rfl⟩
  · exact ⟨nofun, nofun⟩
private theorem foldl_min_mem {xs : List Nat} : ∀ {a : Nat}, xs.foldl min a = a ∨ xs.foldl min a ∈ xs := by
  induction xs with
  | nil => exact fun {a} => .inl rfl
  | cons b xs ih =>
    intro a
    rw [foldl_cons]
    rcases ih (a := min a b) with h | h
    · rw [h]
      rcases Nat.le_total a b with k | k
      · exact .inl (Nat.min_eq_left k)
      · exact .inr (mem_cons.mpr (.inl (Nat.min_eq_right k)))
    · exact .inr (.tail _ h)
private theorem foldl_min_le {xs : List Nat} : ∀ {a : Nat}, xs.foldl min a ≤ a ∧ ∀ b, b ∈ xs → xs.foldl min a ≤ b := by
  induction xs with
  | nil => exact fun {a} => ⟨Nat.le_refl a, nofun⟩
  | cons b xs ih =>
    intro a
    rw [foldl_cons, forall_mem_cons]
    obtain ⟨h, k⟩ := ih (a := min a b)
    exact ⟨Nat.le_trans h (Nat.min_le_left a b), Nat.le_trans h (Nat.min_le_right a b), k⟩
private theorem foldl_max_mem {xs : List Nat} : ∀ {a : Nat}, xs.foldl max a = a ∨ xs.foldl max a ∈ xs := by
  induction xs with
  | nil => exact fun {a} => .inl rfl
  | cons b xs ih =>
    intro a
    rw [foldl_cons]
    rcases ih (a := max a b) with h | h
    · rw [h]
      rcases Nat.le_total a b with k | k
      · exact .inr (mem_cons.mpr (.inl (Nat.max_eq_right k)))
      · exact .inl (Nat.max_eq_left k)
    · exact .inr (.tail _ h)
private theorem le_foldl_max {xs : List Nat} : ∀ {a : Nat}, a ≤ xs.foldl max a ∧ ∀ b, b ∈ xs → b ≤ xs.foldl max a := by
  induction xs with
  | nil => exact fun {a} => ⟨Nat.le_refl a, nofun⟩
  | cons b xs ih =>
    intro a
    rw [foldl_cons, forall_mem_cons]
    obtain ⟨h, k⟩ := ih (a := max a b)
    exact ⟨Nat.le_trans (Nat.le_max_left a b) h, Nat.le_trans (Nat.le_max_right a b) h, k⟩
theorem min?_eq_some_iff' {a : Nat} {xs : List Nat} : xs.min? = some a ↔ a ∈ xs ∧ ∀ b, b ∈ xs → a ≤ b := by
  cases xs with
  | nil => exact ⟨nofun, fun h => nomatch h.1⟩
  | cons x xs =>
    rw [min?_cons', Option.some_inj, forall_mem_cons, mem_cons]
    constructor
    · rintro rfl
      exact ⟨foldl_min_mem, foldl_min_le⟩
    · rintro ⟨rfl | m, h, k⟩
      · exact foldl_min_mem.elim id fun n => Nat.le_antisymm foldl_min_le.1 (k _ n)
      · exact Nat.le_antisymm (foldl_min_le.2 a m) (foldl_min_mem.elim (fun e => e ▸ h) (k _))
theorem max?_eq_some_iff' {a : Nat} {xs : List Nat} : xs.max? = some a ↔ a ∈ xs ∧ ∀ b, b ∈ xs → b ≤ a := by
  cases xs with
  | nil => exact ⟨nofun, fun h => nomatch h.1⟩
  | cons x xs =>
    rw [max?_cons', Option.some_inj, forall_mem_cons, mem_cons]
    constructor
    · rintro rfl
      exact ⟨foldl_max_mem, le_foldl_max⟩
    · rintro ⟨rfl | m, h, k⟩
      · exact foldl_max_mem.elim id fun n => Nat.le_antisymm (k _ n) le_foldl_max.1
      · exact Nat.le_antisymm (foldl_max_mem.elim (fun e => e ▸ h) (k _)) (le_foldl_max.2 a m)
end List
