prelude
import Init.Data.List.Pairwise
import Init.Data.List.Find
/-! Laws of `erase`, `eraseP` and `eraseIdx`. -/
universe u v
variable {α : Type u} {β : Type v}
namespace List

/-! ## `eraseP` -/
theorem eraseP_cons {p : α → Bool} {a : α} {l : List α} : (a :: l).eraseP p = bif p a then l else a :: l.eraseP p := rfl
@[simp] theorem eraseP_cons_of_pos {p : α → Bool} {a : α} {l : List α} (h : p a) : (a :: l).eraseP p = l := by
  rw [eraseP_cons, h]; rfl
@[simp] theorem eraseP_cons_of_neg {p : α → Bool} {a : α} {l : List α} (h : ¬p a) : (a :: l).eraseP p = a :: l.eraseP p := by
  rw [eraseP_cons, eq_false_of_ne_true h]; rfl
theorem eraseP_of_forall_not {p : α → Bool} {l : List α} (h : ∀ a, a ∈ l → ¬p a) : l.eraseP p = l := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [eraseP_cons_of_neg (h a (.head _)), ih fun x m => h x (.tail _ m)]
theorem eraseP_sublist {p : α → Bool} : ∀ {l : List α}, l.eraseP p <+ l
  | [] => .slnil
  | a :: l => by
    rw [eraseP_cons]
    cases p a
    · exact .cons₂ a eraseP_sublist
    · exact sublist_cons_self a l
theorem length_eraseP_le {p : α → Bool} {l : List α} : (l.eraseP p).length ≤ l.length := eraseP_sublist.length_le
theorem mem_of_mem_eraseP {p : α → Bool} {a : α} {l : List α} (h : a ∈ l.eraseP p) : a ∈ l := eraseP_sublist.subset h
@[simp] theorem length_eraseP_of_mem {p : α → Bool} {a : α} : ∀ {l : List α}, a ∈ l → p a → length (l.eraseP p) = length l - 1
  | b :: l, m, h => by
    by_cases k : p b
    · rw [eraseP_cons_of_pos k]; rfl
    · rw [eraseP_cons_of_neg k]
      have m : a ∈ l := (mem_cons.mp m).elim (fun e => absurd (e ▸ h) k) id
      rw [length_cons, length_eraseP_of_mem m h, Nat.sub_add_cancel (length_pos_of_mem m)]; rfl

/-! ## `erase` -/
section
variable [BEq α]
theorem erase_cons {a b : α} {l : List α} : (b :: l).erase a = if b == a then l else b :: l.erase a := by
  show (match b == a with | true => l | false => b :: l.erase a) = _
  cases b == a <;> rfl
theorem erase_eq_eraseP {a : α} {l : List α} : l.erase a = l.eraseP (· == a) := by
  induction l with
  | nil => rfl
  | cons b l ih =>
    rw [erase_cons, eraseP_cons, ih]
    cases b == a <;> rfl
theorem erase_sublist {a : α} {l : List α} : l.erase a <+ l := erase_eq_eraseP (a := a) ▸ eraseP_sublist
theorem erase_subset {a : α} {l : List α} : l.erase a ⊆ l := erase_sublist.subset
theorem mem_of_mem_erase {a b : α} {l : List α} (h : a ∈ l.erase b) : a ∈ l := erase_subset h
theorem length_erase_le {a : α} {l : List α} : (l.erase a).length ≤ l.length := erase_sublist.length_le
variable [LawfulBEq α]
@[simp] theorem erase_cons_head {a : α} {l : List α} : (a :: l).erase a = l := by rw [erase_cons, if_pos BEq.rfl]
@[simp] theorem erase_cons_tail_of_ne {a b : α} {l : List α} (h : b ≠ a) : (b :: l).erase a = b :: l.erase a := by
  rw [erase_cons, if_neg fun k => h (eq_of_beq k)]
theorem erase_of_not_mem {a : α} {l : List α} (h : ¬a ∈ l) : l.erase a = l := by
  rw [erase_eq_eraseP]
  exact eraseP_of_forall_not fun b m k => h (eq_of_beq k ▸ m)
@[simp] theorem length_erase_of_mem {a : α} {l : List α} (h : a ∈ l) : length (l.erase a) = length l - 1 := by
  rw [erase_eq_eraseP]
  exact length_eraseP_of_mem h BEq.rfl
@[simp] theorem mem_erase_of_ne {a b : α} {l : List α} (h : a ≠ b) : a ∈ l.erase b ↔ a ∈ l := by
  refine ⟨mem_of_mem_erase, fun m => ?_⟩
  induction m with
  | head l => rw [erase_cons_tail_of_ne h]; exact .head _
  | tail c _ ih =>
    rw [erase_cons]
    split
    · assumption
    · exact .tail _ ih
theorem exists_erase_eq {a : α} {l : List α} (h : a ∈ l) : ∃ l₁ l₂, ¬a ∈ l₁ ∧ l = l₁ ++ a :: l₂ ∧ l.erase a = l₁ ++ l₂ := by
  induction l with
  | nil => exact nomatch h
  | cons b l ih =>
    by_cases e : b = a
    · subst e; exact ⟨[], l, nofun, rfl, erase_cons_head⟩
    · obtain ⟨l₁, l₂, n, rfl, k⟩ := ih (mem_of_ne_of_mem (Ne.symm e) h)
      exact ⟨b :: l₁, l₂, not_mem_cons_of_ne_of_not_mem (Ne.symm e) n, rfl, by rw [erase_cons_tail_of_ne e, k]; rfl⟩
theorem erase_append_left {l₁ : List α} (l₂ : List α) {a : α} (h : a ∈ l₁) : (l₁ ++ l₂).erase a = l₁.erase a ++ l₂ := by
  induction l₁ with
  | nil => exact nomatch h
  | cons b l ih =>
    by_cases e : b = a
    · subst e; rw [cons_append, erase_cons_head, erase_cons_head]
    · rw [cons_append, erase_cons_tail_of_ne e, erase_cons_tail_of_ne e, ih (mem_of_ne_of_mem (Ne.symm e) h)]; rfl
theorem erase_append_right {a : α} {l₁ : List α} (l₂ : List α) (h : ¬a ∈ l₁) : (l₁ ++ l₂).erase a = l₁ ++ l₂.erase a := by
  induction l₁ with
  | nil => rfl
  | cons b l ih =>
    rw [cons_append, erase_cons_tail_of_ne (fun e => h (mem_cons.mpr (.inl e.symm))), ih (not_mem_of_not_mem_cons h)]; rfl
theorem erase_comm (a b : α) {l : List α} : (l.erase a).erase b = (l.erase b).erase a := by
  by_cases e : a = b
  · rw [e]
  · induction l with
    | nil => rfl
    | cons c l ih =>
      by_cases ha : c = a
      · subst ha
        rw [erase_cons_head, erase_cons_tail_of_ne e, erase_cons_head]
      · by_cases hb : c = b
        · subst hb
          rw [erase_cons_head, erase_cons_tail_of_ne ha, erase_cons_head]
        · rw [erase_cons_tail_of_ne ha, erase_cons_tail_of_ne hb, erase_cons_tail_of_ne hb, erase_cons_tail_of_ne ha, ih]
theorem Nodup.not_mem_erase {l : List α} {a : α} (h : l.Nodup) : ¬a ∈ l.erase a := by
  induction l with
  | nil => exact nofun
  | cons b l ih =>
    obtain ⟨n, h⟩ := nodup_cons.mp h
    by_cases e : b = a
    · subst e; rwa [erase_cons_head]
    · rw [erase_cons_tail_of_ne e]; exact not_mem_cons_of_ne_of_not_mem (Ne.symm e) (ih h)
omit [LawfulBEq α] in
theorem Nodup.erase {l : List α} (a : α) (h : l.Nodup) : (l.erase a).Nodup := h.sublist erase_sublist
end

/-! ## `eraseIdx` -/
theorem eraseIdx_eq_take_drop_succ : ∀ (l : List α) (i : Nat), l.eraseIdx i = l.take i ++ l.drop (i + 1)
  | [], i => by rw [take_nil]; rfl
  | _ :: _, 0 => rfl
  | a :: l, i + 1 => congrArg (cons a) (eraseIdx_eq_take_drop_succ l i)
theorem eraseIdx_sublist : ∀ (l : List α) (i : Nat), eraseIdx l i <+ l
  | [], _ => .slnil
  | a :: l, 0 => sublist_cons_self a l
  | a :: l, i + 1 => .cons₂ a (eraseIdx_sublist l i)
theorem length_eraseIdx_of_lt {l : List α} {i : Nat} (h : i < l.length) : (l.eraseIdx i).length = l.length - 1 := by
  induction l generalizing i with
  | nil => rfl
  | cons a l ih =>
    cases i with
    | zero => rfl
    | succ i =>
      have h := Nat.le_of_succ_le_succ h
      rw [eraseIdx_cons_succ, length_cons, ih h, Nat.sub_add_cancel (Nat.lt_of_le_of_lt (Nat.zero_le i) h)]; rfl
theorem eraseIdx_of_length_le {l : List α} {i : Nat} (h : l.length ≤ i) : eraseIdx l i = l := by
  rw [eraseIdx_eq_take_drop_succ, take_of_length_le h, drop_of_length_le (Nat.le_trans h (Nat.le_succ i)), append_nil]
theorem mem_of_mem_eraseIdx {l : List α} {i : Nat} {a : α} (h : a ∈ l.eraseIdx i) : a ∈ l := (eraseIdx_sublist l i).subset h
end List
