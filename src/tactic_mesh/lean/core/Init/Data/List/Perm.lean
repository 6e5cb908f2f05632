prelude
import Init.Data.List.Erase
import Init.Data.List.Count
/-! Permutations of lists: `l₁ ~ l₂`. -/
universe u v
variable {α : Type u} {β : Type v}
namespace List

open Perm (swap)
@[simp, refl] protected theorem Perm.refl : ∀ l : List α, l ~ l
  | [] => .nil
  | a :: l => .cons a (Perm.refl l)
protected theorem Perm.rfl {l : List α} : l ~ l := .refl _
theorem Perm.of_eq {l₁ l₂ : List α} (h : l₁ = l₂) : l₁ ~ l₂ := h ▸ .rfl
protected theorem Perm.symm {l₁ l₂ : List α} (h : l₁ ~ l₂) : l₂ ~ l₁ := by
  induction h with
  | nil => exact .nil
  | cons a _ ih => exact .cons a ih
  | swap a b l => exact .swap b a l
  | trans _ _ h k => exact .trans k h
theorem perm_comm {l₁ l₂ : List α} : l₁ ~ l₂ ↔ l₂ ~ l₁ := ⟨Perm.symm, Perm.symm⟩
instance : Trans (Perm : List α → List α → Prop) Perm Perm := ⟨Perm.trans⟩
theorem Perm.congr_left {l₁ l₂ : List α} (h : l₁ ~ l₂) (l₃ : List α) : l₁ ~ l₃ ↔ l₂ ~ l₃ := ⟨h.symm.trans, h.trans⟩
theorem Perm.congr_right {l₁ l₂ : List α} (h : l₁ ~ l₂) (l₃ : List α) : l₃ ~ l₁ ↔ l₃ ~ l₂ := ⟨fun k => k.trans h, fun k => k.trans h.symm⟩
theorem Perm.swap' (x y : α) {l₁ l₂ : List α} (p : l₁ ~ l₂) : y :: x :: l₁ ~ x :: y :: l₂ :=
  .trans (.swap x y l₁) (.cons x (.cons y p))
theorem Perm.length_eq {l₁ l₂ : List α} (p : l₁ ~ l₂) : length l₁ = length l₂ := by
  induction p with
  | nil => rfl
  | cons _ _ ih => exact congrArg (· + 1) ih
  | swap => rfl
  | trans _ _ h k => exact h.trans k
theorem Perm.mem_iff {a : α} {l₁ l₂ : List α} (p : l₁ ~ l₂) : a ∈ l₁ ↔ a ∈ l₂ := by
  induction p with
  | nil => exact Iff.rfl
  | cons x _ ih => rw [mem_cons, mem_cons, ih]
  | swap x y l =>
    rw [mem_cons, mem_cons, mem_cons, mem_cons]
    exact or_left_comm
  | trans _ _ h k => exact h.trans k
theorem Perm.subset {l₁ l₂ : List α} (p : l₁ ~ l₂) : l₁ ⊆ l₂ := fun _ => p.mem_iff.mp
theorem Perm.eq_nil {l : List α} (p : l ~ []) : l = [] := eq_nil_of_length_eq_zero p.length_eq
@[simp] theorem perm_nil {l₁ : List α} : l₁ ~ [] ↔ l₁ = [] := ⟨Perm.eq_nil, Perm.of_eq⟩
@[simp] theorem nil_perm {l₁ : List α} : [] ~ l₁ ↔ l₁ = [] := perm_comm.trans perm_nil
theorem not_perm_cons_nil {l : List α} {a : α} : ¬Perm (a :: l) [] := fun h => nomatch h.eq_nil
theorem Perm.isEmpty_eq {l l' : List α} (h : l ~ l') : l.isEmpty = l'.isEmpty := by
  cases l <;> cases l'
  · rfl
  · exact absurd h.symm not_perm_cons_nil
  · exact absurd h not_perm_cons_nil
  · rfl
theorem Perm.append_right {l₁ l₂ : List α} (t : List α) (p : l₁ ~ l₂) : l₁ ++ t ~ l₂ ++ t := by
  induction p with
  | nil => exact .rfl
  | cons a _ ih => exact .cons a ih
  | swap a b l => exact .swap a b (l ++ t)
  | trans _ _ h k => exact .trans h k
theorem Perm.append_left {t₁ t₂ : List α} : ∀ l : List α, t₁ ~ t₂ → l ++ t₁ ~ l ++ t₂
  | [], p => p
  | a :: l, p => .cons a (p.append_left l)
theorem Perm.append {l₁ l₂ t₁ t₂ : List α} (p : l₁ ~ l₂) (q : t₁ ~ t₂) : l₁ ++ t₁ ~ l₂ ++ t₂ := (p.append_right t₁).trans (q.append_left l₂)
@[simp] theorem perm_middle {a : α} : ∀ {l₁ l₂ : List α}, l₁ ++ a :: l₂ ~ a :: (l₁ ++ l₂)
  | [], _ => .rfl
  | b :: _, _ => .trans (.cons b perm_middle) (.swap a b _)
@[simp] theorem perm_append_singleton (a : α) (l : List α) : l ++ [a] ~ a :: l :=
  perm_middle.trans (.of_eq (congrArg (cons a) (append_nil l)))
theorem perm_append_comm : ∀ {l₁ l₂ : List α}, l₁ ++ l₂ ~ l₂ ++ l₁
  | [], l₂ => .of_eq (append_nil l₂).symm
  | a :: _, _ => .trans (.cons a perm_append_comm) perm_middle.symm
@[simp] theorem reverse_perm : ∀ (l : List α), reverse l ~ l
  | [] => .nil
  | a :: l => reverse_cons (a := a) ▸ (perm_append_singleton a _).trans (.cons a (reverse_perm l))
theorem Perm.map (f : α → β) {l₁ l₂ : List α} (p : l₁ ~ l₂) : map f l₁ ~ map f l₂ := by
  induction p with
  | nil => exact .nil
  | cons a _ ih => exact .cons (f a) ih
  | swap a b l => exact .swap (f a) (f b) (l.map f)
  | trans _ _ h k => exact .trans h k
theorem Perm.filter (p : α → Bool) {l₁ l₂ : List α} (s : l₁ ~ l₂) : filter p l₁ ~ filter p l₂ := by
  induction s with
  | nil => exact .nil
  | cons a _ ih =>
    rw [filter_cons, filter_cons]
    cases p a
    · exact ih
    · exact .cons a ih
  | swap a b l =>
    rw [filter_cons, filter_cons, filter_cons, filter_cons]
    cases p a <;> cases p b
    · exact .rfl
    · exact .rfl
    · exact .rfl
    · exact .swap a b _
  | trans _ _ h k => exact .trans h k
theorem Perm.countP_eq (p : α → Bool) {l₁ l₂ : List α} (s : l₁ ~ l₂) : countP p l₁ = countP p l₂ := by
  rw [countP_eq_length_filter, countP_eq_length_filter]
  exact (s.filter p).length_eq
theorem Perm.count_eq [BEq α] {l₁ l₂ : List α} (s : l₁ ~ l₂) (a : α) : count a l₁ = count a l₂ := s.countP_eq _
theorem Perm.pairwise_iff {R : α → α → Prop} (S : ∀ {x y}, R x y → R y x) {l₁ l₂ : List α} (p : l₁ ~ l₂) : Pairwise R l₁ ↔ Pairwise R l₂ := by
  induction p with
  | nil => exact Iff.rfl
  | cons a h ih =>
    rw [pairwise_cons, pairwise_cons, ih]
    exact and_congr_left fun _ => ⟨fun k x m => k x (h.mem_iff.mpr m), fun k x m => k x (h.mem_iff.mp m)⟩
  | swap a b l =>
    rw [pairwise_cons, pairwise_cons, pairwise_cons, pairwise_cons, forall_mem_cons, forall_mem_cons]
    exact ⟨fun ⟨⟨h, i⟩, j, k⟩ => ⟨⟨S h, j⟩, i, k⟩, fun ⟨⟨h, i⟩, j, k⟩ => ⟨⟨S h, j⟩, i, k⟩⟩
  | trans _ _ h k => exact h.trans k
theorem Perm.nodup_iff {l₁ l₂ : List α} (p : l₁ ~ l₂) : Nodup l₁ ↔ Nodup l₂ := p.pairwise_iff Ne.symm
theorem Perm.nodup {l l' : List α} (p : l ~ l') (h : l.Nodup) : l'.Nodup := p.nodup_iff.mp h
theorem Perm.sum_nat {l₁ l₂ : List Nat} (h : l₁ ~ l₂) : l₁.sum = l₂.sum := by
  induction h with
  | nil => rfl
  | cons a _ ih => rw [sum_cons, sum_cons, ih]
  | swap a b l => rw [sum_cons, sum_cons, sum_cons, sum_cons, Nat.add_left_comm]
  | trans _ _ h k => exact h.trans k
theorem Perm.foldr_eq {f : α → β → β} (lcomm : ∀ a b c, f a (f b c) = f b (f a c)) {l₁ l₂ : List α} (p : l₁ ~ l₂) (init : β) :
    l₁.foldr f init = l₂.foldr f init := by
  induction p with
  | nil => rfl
  | cons a _ ih => rw [foldr_cons, foldr_cons, ih]
  | swap a b l => exact lcomm b a _
  | trans _ _ h k => exact h.trans k

/-! ## Erasing, and deciding -/
section
variable [BEq α] [LawfulBEq α]
theorem perm_cons_erase {a : α} {l : List α} (h : a ∈ l) : l ~ a :: l.erase a := by
  obtain ⟨l₁, l₂, _, e, k⟩ := exists_erase_eq h
  rw [k]
  exact .trans (.of_eq e) perm_middle
theorem Perm.erase (a : α) {l₁ l₂ : List α} (p : l₁ ~ l₂) : l₁.erase a ~ l₂.erase a := by
  induction p with
  | nil => exact .nil
  | cons b h ih =>
    by_cases e : b = a
    · subst e; rwa [erase_cons_head, erase_cons_head]
    · rw [erase_cons_tail_of_ne e, erase_cons_tail_of_ne e]; exact .cons b ih
  | swap b c l =>
    by_cases hb : b = a
    · by_cases hc : c = a
      · subst hb; subst hc; exact .rfl
      · subst hb
        rw [erase_cons_tail_of_ne hc, erase_cons_head, erase_cons_head]
    · by_cases hc : c = a
      · subst hc
        rw [erase_cons_head, erase_cons_tail_of_ne hb, erase_cons_head]
      · rw [erase_cons_tail_of_ne hc, erase_cons_tail_of_ne hb, erase_cons_tail_of_ne hb, erase_cons_tail_of_ne hc]
        exact .swap b c _
  | trans _ _ h k => exact .trans h k
theorem cons_perm_iff_perm_erase {a : α} {l₁ l₂ : List α} : a :: l₁ ~ l₂ ↔ a ∈ l₂ ∧ l₁ ~ l₂.erase a := by
  refine ⟨fun h => ⟨h.subset (.head _), ?_⟩, fun ⟨m, h⟩ => (h.cons a).trans (perm_cons_erase m).symm⟩
  have k := h.erase a
  rwa [erase_cons_head] at k
theorem isPerm_iff : ∀ {l₁ l₂ : List α}, l₁.isPerm l₂ ↔ l₁ ~ l₂
  | [], l₂ => isEmpty_iff.trans nil_perm.symm
  | a :: l₁, l₂ => by
    show (l₂.contains a && l₁.isPerm (l₂.erase a)) = true ↔ _
    rw [Bool.and_eq_true, contains_iff_mem, isPerm_iff, cons_perm_iff_perm_erase]
theorem perm_iff_count {l₁ l₂ : List α} : l₁ ~ l₂ ↔ ∀ a, count a l₁ = count a l₂ := by
  refine ⟨fun h a => h.count_eq a, fun H => ?_⟩
  induction l₁ generalizing l₂ with
  | nil => exact nil_perm.mpr (eq_nil_iff_forall_not_mem.mpr fun a => count_eq_zero.mp (H a).symm)
  | cons a l₁ ih =>
    have m : a ∈ l₂ := count_pos_iff.mp (by rw [← H a, count_cons_self]; exact Nat.succ_pos _)
    refine cons_perm_iff_perm_erase.mpr ⟨m, ih fun b => ?_⟩
    have h := H b
    rw [(perm_cons_erase m).count_eq b, count_cons, count_cons] at h
    exact Nat.add_right_cancel h
end
theorem Perm.cons_inv {a : α} {l₁ l₂ : List α} (h : a :: l₁ ~ a :: l₂) : l₁ ~ l₂ := by
  let _ : DecidableEq α := fun _ _ => Classical.propDecidable _
  have k := h.erase a
  rwa [erase_cons_head, erase_cons_head] at k
@[simp] theorem perm_cons (a : α) {l₁ l₂ : List α} : a :: l₁ ~ a :: l₂ ↔ l₁ ~ l₂ := ⟨Perm.cons_inv, .cons a⟩
theorem perm_append_left_iff {l₁ l₂ : List α} : ∀ l, l ++ l₁ ~ l ++ l₂ ↔ l₁ ~ l₂
  | [] => Iff.rfl
  | a :: l => (perm_cons a).trans (perm_append_left_iff l)
instance decidablePerm [DecidableEq α] (l₁ l₂ : List α) : Decidable (l₁ ~ l₂) := decidable_of_iff _ isPerm_iff
end List
