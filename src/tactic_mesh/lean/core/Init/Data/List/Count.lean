prelude
import Init.Data.List.Sublist
/-! Laws of `countP` and `count`. -/
universe u v
variable {α : Type u} {β : Type v}
namespace List

@[simp] theorem countP_nil {p : α → Bool} : countP p [] = 0 := rfl
private theorem countP_go_eq_add {p : α → Bool} {l : List α} : ∀ {n : Nat}, countP.go p l n = n + countP.go p l 0 := by
  induction l with
  | nil => intro n; rfl
  | cons a l ih =>
    intro n
    show (bif p a then countP.go p l (n + 1) else countP.go p l n) = n + bif p a then countP.go p l 1 else countP.go p l 0
    cases p a
    · exact ih
    · rw [cond_true, cond_true, ih, @ih 1, Nat.add_assoc]
theorem countP_cons {p : α → Bool} {a : α} {l : List α} : countP p (a :: l) = countP p l + if p a then 1 else 0 := by
  show (bif p a then countP.go p l 1 else countP.go p l 0) = _
  cases p a
  · rfl
  · rw [cond_true, countP_go_eq_add, Nat.add_comm]; rfl
@[simp] theorem countP_cons_of_pos {p : α → Bool} {a : α} {l : List α} (pa : p a) : countP p (a :: l) = countP p l + 1 := by
  rw [countP_cons, if_pos pa]
@[simp] theorem countP_cons_of_neg {p : α → Bool} {a : α} {l : List α} (pa : ¬p a) : countP p (a :: l) = countP p l := by
  rw [countP_cons, if_neg pa]; rfl
theorem countP_singleton {p : α → Bool} {a : α} : countP p [a] = if p a then 1 else 0 := countP_cons.trans (Nat.zero_add _)
theorem countP_eq_length_filter {p : α → Bool} {l : List α} : countP p l = (filter p l).length := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [countP_cons, filter_cons, ih]
    cases p a <;> rfl
theorem countP_le_length {p : α → Bool} {l : List α} : countP p l ≤ l.length := countP_eq_length_filter (p := p) ▸ length_filter_le p l
@[simp] theorem countP_append {p : α → Bool} {l₁ l₂ : List α} : countP p (l₁ ++ l₂) = countP p l₁ + countP p l₂ := by
  rw [countP_eq_length_filter, filter_append, length_append, ← countP_eq_length_filter, ← countP_eq_length_filter]
@[simp] theorem countP_pos_iff {p : α → Bool} {l : List α} : 0 < countP p l ↔ ∃ a, a ∈ l ∧ p a := by
  rw [countP_eq_length_filter, length_pos_iff_exists_mem]
  exact ⟨fun ⟨a, h⟩ => ⟨a, mem_filter.mp h⟩, fun ⟨a, h⟩ => ⟨a, mem_filter.mpr h⟩⟩
@[simp] theorem countP_eq_zero {p : α → Bool} {l : List α} : countP p l = 0 ↔ ∀ a, a ∈ l → ¬p a := by
  rw [countP_eq_length_filter, length_eq_zero_iff, filter_eq_nil_iff]
@[simp] theorem countP_eq_length {p : α → Bool} {l : List α} : countP p l = l.length ↔ ∀ a, a ∈ l → p a := by
  rw [countP_eq_length_filter, length_filter_eq_length_iff]
theorem countP_replicate {p : α → Bool} {a : α} {n : Nat} : countP p (replicate n a) = if p a then n else 0 := by
  rw [countP_eq_length_filter, filter_replicate]
  cases p a
  · rfl
  · exact length_replicate
theorem length_eq_countP_add_countP (p : α → Bool) {l : List α} : length l = countP p l + countP (fun a => ¬p a) l := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [length_cons, countP_cons, countP_cons, ih]
    by_cases h : p a
    · rw [if_pos h, if_neg (by rw [decide_eq_true_eq]; exact fun k => k h), Nat.add_right_comm]; rfl
    · rw [if_neg h, if_pos (decide_eq_true h)]; rfl
theorem Sublist.countP_le {p : α → Bool} {l₁ l₂ : List α} (s : l₁ <+ l₂) : countP p l₁ ≤ countP p l₂ := by
  rw [countP_eq_length_filter, countP_eq_length_filter]
  exact (s.filter p).length_le
@[simp] theorem countP_map {p : β → Bool} {f : α → β} {l : List α} : countP p (map f l) = countP (p ∘ f) l := by
  rw [countP_eq_length_filter, filter_map, length_map, ← countP_eq_length_filter]
@[simp] theorem countP_reverse {p : α → Bool} {l : List α} : countP p l.reverse = countP p l := by
  rw [countP_eq_length_filter, filter_reverse, length_reverse, ← countP_eq_length_filter]
theorem countP_mono_left {p q : α → Bool} {l : List α} (h : ∀ x, x ∈ l → p x → q x) : countP p l ≤ countP q l := by
  induction l with
  | nil => exact Nat.le_refl _
  | cons a l ih =>
    have ih := ih fun x m => h x (.tail _ m)
    by_cases k : p a
    · rw [countP_cons_of_pos k, countP_cons_of_pos (h a (.head _) k)]; exact Nat.succ_le_succ ih
    · rw [countP_cons_of_neg k, countP_cons]; exact Nat.le_trans ih (Nat.le_add_right ..)
theorem countP_congr {p q : α → Bool} {l : List α} (h : ∀ x, x ∈ l → (p x ↔ q x)) : countP p l = countP q l :=
  Nat.le_antisymm (countP_mono_left fun x m => (h x m).mp) (countP_mono_left fun x m => (h x m).mpr)
@[simp] theorem countP_true {l : List α} : (l.countP fun _ => true) = l.length := countP_eq_length.mpr fun _ _ => rfl
@[simp] theorem countP_false {l : List α} : (l.countP fun _ => false) = 0 := countP_eq_zero.mpr fun _ _ => nofun

/-! ## `count` -/
section
variable [BEq α]
@[simp] theorem count_nil {a : α} : count a [] = 0 := rfl
theorem count_cons {a b : α} {l : List α} : count a (b :: l) = count a l + if b == a then 1 else 0 := countP_cons
theorem count_eq_countP {a : α} {l : List α} : count a l = countP (· == a) l := rfl
theorem count_eq_length_filter {a : α} {l : List α} : count a l = (filter (· == a) l).length := countP_eq_length_filter
theorem count_le_length {a : α} {l : List α} : count a l ≤ l.length := countP_le_length
theorem Sublist.count_le (a : α) {l₁ l₂ : List α} (h : l₁ <+ l₂) : count a l₁ ≤ count a l₂ := h.countP_le
theorem count_le_count_cons {a b : α} {l : List α} : count a l ≤ count a (b :: l) := (sublist_cons_self b l).count_le a
@[simp] theorem count_append {a : α} {l₁ l₂ : List α} : count a (l₁ ++ l₂) = count a l₁ + count a l₂ := countP_append
@[simp] theorem count_reverse {a : α} {l : List α} : count a l.reverse = count a l := countP_reverse
theorem count_replicate {a b : α} {n : Nat} : count a (replicate n b) = if b == a then n else 0 := countP_replicate
variable [LawfulBEq α]
@[simp] theorem count_cons_self {a : α} {l : List α} : count a (a :: l) = count a l + 1 := by
  rw [count_cons, if_pos BEq.rfl]
@[simp] theorem count_cons_of_ne {a b : α} (h : b ≠ a) {l : List α} : count a (b :: l) = count a l := by
  rw [count_cons, if_neg fun k => h (eq_of_beq k)]; rfl
theorem count_singleton_self {a : α} : count a [a] = 1 := count_cons_self
theorem count_concat_self {a : α} {l : List α} : count a (concat l a) = count a l + 1 := by
  rw [concat_eq_append, count_append, count_singleton_self]
@[simp] theorem count_pos_iff {a : α} {l : List α} : 0 < count a l ↔ a ∈ l :=
  countP_pos_iff.trans ⟨fun ⟨_, m, e⟩ => eq_of_beq e ▸ m, fun m => ⟨a, m, BEq.rfl⟩⟩
theorem one_le_count_iff {a : α} {l : List α} : 1 ≤ count a l ↔ a ∈ l := count_pos_iff
theorem count_eq_zero_of_not_mem {a : α} {l : List α} (h : ¬a ∈ l) : count a l = 0 :=
  Nat.eq_zero_of_not_pos fun k => h (count_pos_iff.mp k)
theorem not_mem_of_count_eq_zero {a : α} {l : List α} (h : count a l = 0) : ¬a ∈ l := fun m =>
  Nat.lt_irrefl 0 (h ▸ count_pos_iff.mpr m)
theorem count_eq_zero {a : α} {l : List α} : count a l = 0 ↔ ¬a ∈ l := ⟨not_mem_of_count_eq_zero, count_eq_zero_of_not_mem⟩
@[simp] theorem count_replicate_self {a : α} {n : Nat} : count a (replicate n a) = n := by
  rw [count_eq_countP, countP_replicate, if_pos BEq.rfl]
end
end List
