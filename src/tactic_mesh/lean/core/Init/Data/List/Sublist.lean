prelude
import Init.Data.List.TakeDrop
import Init.Data.List.Elem
/-! Sublists, prefixes, suffixes, infixes and `⊆`. -/
universe u v
variable {α : Type u} {β : Type v}
namespace List

/-! ## `⊆` -/
theorem subset_def {l₁ l₂ : List α} : l₁ ⊆ l₂ ↔ ∀ {a : α}, a ∈ l₁ → a ∈ l₂ := ⟨fun h _ => @h _, fun h _ => h⟩
@[simp] theorem nil_subset (l : List α) : [] ⊆ l := nofun
@[simp] theorem Subset.refl (l : List α) : l ⊆ l := fun _ h => h
theorem Subset.trans {l₁ l₂ l₃ : List α} (h : l₁ ⊆ l₂) (k : l₂ ⊆ l₃) : l₁ ⊆ l₃ := fun _ m => k (h m)
theorem subset_cons_self (a : α) (l : List α) : l ⊆ a :: l := fun _ => .tail _
theorem subset_of_cons_subset {a : α} {l₁ l₂ : List α} (h : a :: l₁ ⊆ l₂) : l₁ ⊆ l₂ := fun _ m => h (.tail _ m)
theorem subset_cons_of_subset (a : α) {l₁ l₂ : List α} (h : l₁ ⊆ l₂) : l₁ ⊆ a :: l₂ := fun _ m => .tail _ (h m)
@[simp] theorem cons_subset {a : α} {l m : List α} : a :: l ⊆ m ↔ a ∈ m ∧ l ⊆ m :=
  ⟨fun h => ⟨h (.head _), fun _ k => h (.tail _ k)⟩, fun ⟨h, k⟩ _ i => (mem_cons.mp i).elim (fun e => e ▸ h) fun j => k j⟩
theorem subset_append_left (l₁ l₂ : List α) : l₁ ⊆ l₁ ++ l₂ := fun _ => mem_append_left _
theorem subset_append_right (l₁ l₂ : List α) : l₂ ⊆ l₁ ++ l₂ := fun _ => mem_append_right _
@[simp] theorem append_subset {l₁ l₂ l : List α} : l₁ ++ l₂ ⊆ l ↔ l₁ ⊆ l ∧ l₂ ⊆ l :=
  ⟨fun h => ⟨fun _ m => h (mem_append_left _ m), fun _ m => h (mem_append_right _ m)⟩,
    fun ⟨h, k⟩ _ m => (mem_append.mp m).elim (fun i => h i) fun i => k i⟩
@[simp] theorem subset_nil {l : List α} : l ⊆ [] ↔ l = [] :=
  ⟨fun h => eq_nil_iff_forall_not_mem.mpr fun _ m => (nomatch h m), fun h => h ▸ Subset.refl _⟩
theorem map_subset {l₁ l₂ : List α} (f : α → β) (h : l₁ ⊆ l₂) : map f l₁ ⊆ map f l₂ := fun _ m =>
  let ⟨a, k, e⟩ := mem_map.mp m
  mem_map.mpr ⟨a, h k, e⟩

/-! ## Sublists -/
@[simp] theorem nil_sublist : ∀ l : List α, [] <+ l
  | [] => .slnil
  | a :: l => .cons a (nil_sublist l)
@[simp] theorem Sublist.refl : ∀ l : List α, l <+ l
  | [] => .slnil
  | a :: l => .cons₂ a (Sublist.refl l)
theorem Sublist.trans {l₁ l₂ l₃ : List α} (h₁ : l₁ <+ l₂) (h₂ : l₂ <+ l₃) : l₁ <+ l₃ := by
  induction h₂ generalizing l₁ with
  | slnil => exact h₁
  | cons a _ ih => exact .cons a (ih h₁)
  | cons₂ a _ ih =>
    cases h₁ with
    | cons _ h => exact .cons a (ih h)
    | cons₂ _ h => exact .cons₂ a (ih h)
instance : Trans (@Sublist α) Sublist Sublist := ⟨Sublist.trans⟩
@[simp] theorem sublist_cons_self (a : α) (l : List α) : l <+ a :: l := .cons a (.refl l)
theorem sublist_of_cons_sublist {a : α} {l₁ l₂ : List α} (h : a :: l₁ <+ l₂) : l₁ <+ l₂ := (sublist_cons_self a l₁).trans h
@[simp] theorem cons_sublist_cons {a : α} {l₁ l₂ : List α} : a :: l₁ <+ a :: l₂ ↔ l₁ <+ l₂ := by
  refine ⟨fun h => ?_, .cons₂ a⟩
  cases h with
  | cons _ h => exact sublist_of_cons_sublist h
  | cons₂ _ h => exact h
theorem Sublist.subset {l₁ l₂ : List α} (h : l₁ <+ l₂) : l₁ ⊆ l₂ := by
  intro x m
  induction h with
  | slnil => exact m
  | cons a _ ih => exact .tail _ (ih m)
  | cons₂ a _ ih => exact (mem_cons.mp m).elim (fun e => e ▸ .head _) fun k => .tail _ (ih k)
theorem Sublist.mem {a : α} {l₁ l₂ : List α} (h : a ∈ l₁) (s : l₁ <+ l₂) : a ∈ l₂ := s.subset h
theorem Sublist.length_le {l₁ l₂ : List α} (h : l₁ <+ l₂) : length l₁ ≤ length l₂ := by
  induction h with
  | slnil => exact Nat.le_refl _
  | cons _ _ ih => exact Nat.le_trans ih (Nat.le_succ _)
  | cons₂ _ _ ih => exact Nat.succ_le_succ ih
theorem Sublist.eq_of_length {l₁ l₂ : List α} (h : l₁ <+ l₂) (e : length l₁ = length l₂) : l₁ = l₂ := by
  induction h with
  | slnil => rfl
  | cons a h _ => exact absurd (e ▸ h.length_le) (Nat.not_succ_le_self _)
  | cons₂ a _ ih => rw [ih (Nat.succ.inj e)]
theorem Sublist.eq_of_length_le {l₁ l₂ : List α} (h : l₁ <+ l₂) (k : length l₂ ≤ length l₁) : l₁ = l₂ :=
  h.eq_of_length (Nat.le_antisymm h.length_le k)
theorem Sublist.antisymm {l₁ l₂ : List α} (h : l₁ <+ l₂) (k : l₂ <+ l₁) : l₁ = l₂ := h.eq_of_length_le k.length_le
@[simp] theorem sublist_nil {l : List α} : l <+ [] ↔ l = [] := ⟨fun h => subset_nil.mp h.subset, fun h => h ▸ .refl _⟩
theorem Sublist.map (f : α → β) {l₁ l₂ : List α} (h : l₁ <+ l₂) : l₁.map f <+ l₂.map f := by
  induction h with
  | slnil => exact .slnil
  | cons a _ ih => exact .cons (f a) ih
  | cons₂ a _ ih => exact .cons₂ (f a) ih
@[simp] theorem filter_sublist {p : α → Bool} : ∀ {l : List α}, filter p l <+ l
  | [] => .slnil
  | a :: l => by
    rw [filter_cons]
    cases p a
    · exact .cons a filter_sublist
    · exact .cons₂ a filter_sublist
theorem Sublist.filter (p : α → Bool) {l₁ l₂ : List α} (h : l₁ <+ l₂) : filter p l₁ <+ filter p l₂ := by
  induction h with
  | slnil => exact .slnil
  | cons a _ ih =>
    rw [filter_cons]
    cases p a
    · exact ih
    · exact .cons a ih
  | cons₂ a _ ih =>
    rw [filter_cons, filter_cons]
    cases p a
    · exact ih
    · exact .cons₂ a ih
@[simp] theorem sublist_append_left : ∀ (l₁ l₂ : List α), l₁ <+ l₁ ++ l₂
  | [], l₂ => nil_sublist l₂
  | a :: l₁, l₂ => .cons₂ a (sublist_append_left l₁ l₂)
@[simp] theorem sublist_append_right : ∀ (l₁ l₂ : List α), l₂ <+ l₁ ++ l₂
  | [], l₂ => .refl l₂
  | a :: l₁, l₂ => .cons a (sublist_append_right l₁ l₂)
theorem Sublist.append_left {l₁ l₂ : List α} (h : l₁ <+ l₂) : ∀ l, l ++ l₁ <+ l ++ l₂
  | [] => h
  | a :: l => .cons₂ a (h.append_left l)
theorem Sublist.append_right {l₁ l₂ : List α} (h : l₁ <+ l₂) (l) : l₁ ++ l <+ l₂ ++ l := by
  induction h with
  | slnil => exact .refl l
  | cons a _ ih => exact .cons a ih
  | cons₂ a _ ih => exact .cons₂ a ih
theorem Sublist.append {l₁ l₂ r₁ r₂ : List α} (h : l₁ <+ l₂) (k : r₁ <+ r₂) : l₁ ++ r₁ <+ l₂ ++ r₂ :=
  (h.append_right r₁).trans (k.append_left l₂)
theorem sublist_append_of_sublist_left {l l₁ l₂ : List α} (h : l <+ l₁) : l <+ l₁ ++ l₂ := h.trans (sublist_append_left ..)
theorem sublist_append_of_sublist_right {l l₁ l₂ : List α} (h : l <+ l₂) : l <+ l₁ ++ l₂ := h.trans (sublist_append_right ..)
theorem Sublist.reverse {l₁ l₂ : List α} (h : l₁ <+ l₂) : l₁.reverse <+ l₂.reverse := by
  induction h with
  | slnil => exact .slnil
  | cons a _ ih => rw [reverse_cons]; exact sublist_append_of_sublist_left ih
  | cons₂ a _ ih => rw [reverse_cons, reverse_cons]; exact ih.append_right [a]
@[simp] theorem reverse_sublist {l₁ l₂ : List α} : l₁.reverse <+ l₂.reverse ↔ l₁ <+ l₂ :=
  ⟨fun h => reverse_reverse l₁ ▸ reverse_reverse l₂ ▸ h.reverse, Sublist.reverse⟩
@[simp] theorem take_sublist (i : Nat) (l : List α) : take i l <+ l := by
  have h := sublist_append_left (take i l) (drop i l)
  rwa [take_append_drop] at h
@[simp] theorem drop_sublist (i : Nat) (l : List α) : drop i l <+ l := by
  have h := sublist_append_right (take i l) (drop i l)
  rwa [take_append_drop] at h
theorem tail_sublist : ∀ l : List α, tail l <+ l
  | [] => .slnil
  | a :: l => sublist_cons_self a l
@[simp] theorem singleton_sublist {a : α} {l : List α} : [a] <+ l ↔ a ∈ l := by
  refine ⟨fun h => h.subset (.head _), fun h => ?_⟩
  obtain ⟨s, t, rfl⟩ := append_of_mem h
  exact sublist_append_of_sublist_right (.cons₂ a (nil_sublist t))

theorem cons_sublist_cons_of_ne {a b : α} {l₁ l₂ : List α} (n : a ≠ b) : a :: l₁ <+ b :: l₂ ↔ a :: l₁ <+ l₂ := by
  refine ⟨fun h => ?_, .cons b⟩
  cases h with
  | cons _ h => exact h
  | cons₂ _ _ => exact absurd rfl n
@[simp] theorem isSublist_iff_sublist [BEq α] [LawfulBEq α] : ∀ {l₁ l₂ : List α}, l₁.isSublist l₂ ↔ l₁ <+ l₂
  | [], l₂ => by
    rw [isSublist]
    exact ⟨fun _ => nil_sublist l₂, fun _ => rfl⟩
  | a :: l₁, [] => ⟨nofun, fun h => nomatch sublist_nil.mp h⟩
  | a :: l₁, b :: l₂ => by
    rw [isSublist]
    by_cases e : a = b
    · rw [if_pos (beq_of_eq e), e, cons_sublist_cons]
      exact isSublist_iff_sublist
    · rw [if_neg fun k => e (eq_of_beq k), cons_sublist_cons_of_ne e]
      exact isSublist_iff_sublist
instance [DecidableEq α] (l₁ l₂ : List α) : Decidable (l₁ <+ l₂) := decidable_of_iff (l₁.isSublist l₂) isSublist_iff_sublist

/-! ## Prefixes, suffixes, infixes -/
@[simp] theorem prefix_append (l₁ l₂ : List α) : l₁ <+: l₁ ++ l₂ := ⟨l₂, rfl⟩
@[simp] theorem suffix_append (l₁ l₂ : List α) : l₂ <:+ l₁ ++ l₂ := ⟨l₁, rfl⟩
theorem infix_append (l₁ l₂ l₃ : List α) : l₂ <:+: l₁ ++ l₂ ++ l₃ := ⟨l₁, l₃, rfl⟩
theorem IsPrefix.isInfix {l₁ l₂ : List α} : l₁ <+: l₂ → l₁ <:+: l₂ := fun ⟨t, h⟩ => ⟨[], t, h⟩
theorem IsSuffix.isInfix {l₁ l₂ : List α} : l₁ <:+ l₂ → l₁ <:+: l₂ := fun ⟨t, h⟩ => ⟨t, [], by rw [append_nil, h]⟩
@[simp] theorem nil_prefix {l : List α} : [] <+: l := ⟨l, rfl⟩
@[simp] theorem nil_suffix {l : List α} : [] <:+ l := ⟨l, append_nil l⟩
@[simp] theorem nil_infix {l : List α} : [] <:+: l := nil_prefix.isInfix
@[simp] theorem prefix_refl (l : List α) : l <+: l := ⟨[], append_nil l⟩
@[simp] theorem suffix_refl (l : List α) : l <:+ l := ⟨[], rfl⟩
@[simp] theorem infix_refl (l : List α) : l <:+: l := (prefix_refl l).isInfix
theorem IsPrefix.trans : ∀ {l₁ l₂ l₃ : List α}, l₁ <+: l₂ → l₂ <+: l₃ → l₁ <+: l₃
  | _, _, _, ⟨r₁, rfl⟩, ⟨r₂, rfl⟩ => ⟨r₁ ++ r₂, (append_assoc ..).symm⟩
theorem IsSuffix.trans : ∀ {l₁ l₂ l₃ : List α}, l₁ <:+ l₂ → l₂ <:+ l₃ → l₁ <:+ l₃
  | _, _, _, ⟨r₁, rfl⟩, ⟨r₂, rfl⟩ => ⟨r₂ ++ r₁, append_assoc ..⟩
theorem IsInfix.trans : ∀ {l₁ l₂ l₃ : List α}, l₁ <:+: l₂ → l₂ <:+: l₃ → l₁ <:+: l₃
  | l, _, _, ⟨l₁, r₁, rfl⟩, ⟨l₂, r₂, rfl⟩ => ⟨l₂ ++ l₁, r₁ ++ r₂, by simp only [append_assoc]⟩
theorem IsInfix.sublist {l₁ l₂ : List α} : l₁ <:+: l₂ → l₁ <+ l₂ := fun ⟨_, _, h⟩ =>
  h ▸ sublist_append_of_sublist_left (sublist_append_right ..)
theorem IsPrefix.sublist {l₁ l₂ : List α} (h : l₁ <+: l₂) : l₁ <+ l₂ := h.isInfix.sublist
theorem IsSuffix.sublist {l₁ l₂ : List α} (h : l₁ <:+ l₂) : l₁ <+ l₂ := h.isInfix.sublist
theorem IsPrefix.subset {l₁ l₂ : List α} (h : l₁ <+: l₂) : l₁ ⊆ l₂ := h.sublist.subset
theorem IsSuffix.subset {l₁ l₂ : List α} (h : l₁ <:+ l₂) : l₁ ⊆ l₂ := h.sublist.subset
theorem IsInfix.subset {l₁ l₂ : List α} (h : l₁ <:+: l₂) : l₁ ⊆ l₂ := h.sublist.subset
theorem IsPrefix.mem {a : α} {l₁ l₂ : List α} (m : a ∈ l₁) (h : l₁ <+: l₂) : a ∈ l₂ := h.subset m
theorem IsPrefix.length_le {l₁ l₂ : List α} (h : l₁ <+: l₂) : l₁.length ≤ l₂.length := h.sublist.length_le
theorem IsSuffix.length_le {l₁ l₂ : List α} (h : l₁ <:+ l₂) : l₁.length ≤ l₂.length := h.sublist.length_le
theorem IsInfix.length_le {l₁ l₂ : List α} (h : l₁ <:+: l₂) : l₁.length ≤ l₂.length := h.sublist.length_le
theorem IsPrefix.eq_of_length {l₁ l₂ : List α} (h : l₁ <+: l₂) : l₁.length = l₂.length → l₁ = l₂ := h.sublist.eq_of_length
theorem IsSuffix.eq_of_length {l₁ l₂ : List α} (h : l₁ <:+ l₂) : l₁.length = l₂.length → l₁ = l₂ := h.sublist.eq_of_length
@[simp] theorem prefix_nil {l : List α} : l <+: [] ↔ l = [] := ⟨fun h => sublist_nil.mp h.sublist, fun h => h ▸ prefix_refl _⟩
@[simp] theorem suffix_nil {l : List α} : l <:+ [] ↔ l = [] := ⟨fun h => sublist_nil.mp h.sublist, fun h => h ▸ suffix_refl _⟩
@[simp] theorem infix_nil {l : List α} : l <:+: [] ↔ l = [] := ⟨fun h => sublist_nil.mp h.sublist, fun h => h ▸ infix_refl _⟩
@[simp] theorem reverse_suffix {l₁ l₂ : List α} : reverse l₁ <:+ reverse l₂ ↔ l₁ <+: l₂ :=
  ⟨fun ⟨r, e⟩ => ⟨reverse r, by rw [← reverse_reverse l₁, ← reverse_append, e, reverse_reverse]⟩,
    fun ⟨r, e⟩ => ⟨reverse r, by rw [← reverse_append, e]⟩⟩
@[simp] theorem reverse_prefix {l₁ l₂ : List α} : reverse l₁ <+: reverse l₂ ↔ l₁ <:+ l₂ := by
  rw [← reverse_suffix, reverse_reverse, reverse_reverse]
@[simp] theorem cons_prefix_cons {a b : α} {l₁ l₂ : List α} : a :: l₁ <+: b :: l₂ ↔ a = b ∧ l₁ <+: l₂ := by
  constructor
  · rintro ⟨t, h⟩
    exact ⟨(List.cons.inj h).1, t, (List.cons.inj h).2⟩
  · rintro ⟨rfl, t, rfl⟩
    exact ⟨t, rfl⟩
theorem prefix_cons_iff {a : α} {l₁ l₂ : List α} : l₁ <+: a :: l₂ ↔ l₁ = [] ∨ ∃ t, l₁ = a :: t ∧ t <+: l₂ := by
  cases l₁ with
  | nil => exact ⟨fun _ => .inl rfl, fun _ => nil_prefix⟩
  | cons b l₁ =>
    rw [cons_prefix_cons]
    exact ⟨fun ⟨e, h⟩ => .inr ⟨l₁, e ▸ rfl, h⟩, fun h => h.elim nofun fun ⟨t, e, h⟩ => by cases e; exact ⟨rfl, h⟩⟩
theorem suffix_cons_iff {a : α} {l₁ l₂ : List α} : l₁ <:+ a :: l₂ ↔ l₁ = a :: l₂ ∨ l₁ <:+ l₂ := by
  constructor
  · rintro ⟨_ | ⟨b, t⟩, h⟩
    · exact .inl h
    · exact .inr ⟨t, (List.cons.inj h).2⟩
  · rintro (rfl | ⟨t, rfl⟩)
    · exact suffix_refl _
    · exact ⟨a :: t, rfl⟩
theorem infix_cons_iff {a : α} {l₁ l₂ : List α} : l₁ <:+: a :: l₂ ↔ l₁ <+: a :: l₂ ∨ l₁ <:+: l₂ := by
  constructor
  · rintro ⟨_ | ⟨b, s⟩, t, h⟩
    · exact .inl ⟨t, h⟩
    · exact .inr ⟨s, t, (List.cons.inj h).2⟩
  · rintro (h | ⟨s, t, rfl⟩)
    · exact h.isInfix
    · exact ⟨a :: s, t, rfl⟩
theorem prefix_of_prefix_length_le : ∀ {l₁ l₂ l₃ : List α}, l₁ <+: l₃ → l₂ <+: l₃ → length l₁ ≤ length l₂ → l₁ <+: l₂
  | [], _, _, _, _, _ => nil_prefix
  | _ :: _, _ :: _, [], h, _, _ => nomatch prefix_nil.mp h
  | _ :: _, _ :: _, _ :: _, h, k, l => by
    obtain ⟨e, h'⟩ := cons_prefix_cons.mp h
    obtain ⟨e', k'⟩ := cons_prefix_cons.mp k
    exact cons_prefix_cons.mpr ⟨e.trans e'.symm, prefix_of_prefix_length_le h' k' (Nat.le_of_succ_le_succ l)⟩
theorem prefix_or_prefix_of_prefix {l₁ l₂ l₃ : List α} (h : l₁ <+: l₃) (k : l₂ <+: l₃) : l₁ <+: l₂ ∨ l₂ <+: l₁ :=
  (Nat.le_total (length l₁) (length l₂)).imp (prefix_of_prefix_length_le h k) (prefix_of_prefix_length_le k h)
theorem take_prefix (i : Nat) (l : List α) : take i l <+: l := ⟨_, take_append_drop i l⟩
theorem drop_suffix (i : Nat) (l : List α) : drop i l <:+ l := ⟨_, take_append_drop i l⟩
theorem dropLast_prefix (l : List α) : dropLast l <+: l := dropLast_eq_take ▸ take_prefix _ l
theorem tail_suffix (l : List α) : tail l <:+ l := drop_one ▸ drop_suffix 1 l
theorem takeWhile_prefix {l : List α} (p : α → Bool) : l.takeWhile p <+: l := ⟨_, takeWhile_append_dropWhile⟩
theorem dropWhile_suffix {l : List α} (p : α → Bool) : l.dropWhile p <:+ l := ⟨_, takeWhile_append_dropWhile⟩
theorem prefix_iff_eq_append {l₁ l₂ : List α} : l₁ <+: l₂ ↔ l₁ ++ drop (length l₁) l₂ = l₂ :=
  ⟨fun ⟨t, h⟩ => by subst h; rw [drop_left], fun h => ⟨_, h⟩⟩
theorem prefix_iff_eq_take {l₁ l₂ : List α} : l₁ <+: l₂ ↔ l₁ = take (length l₁) l₂ :=
  ⟨fun ⟨t, h⟩ => by subst h; rw [take_left], fun h => h ▸ take_prefix ..⟩
theorem IsPrefix.map {l₁ l₂ : List α} (f : α → β) (h : l₁ <+: l₂) : l₁.map f <+: l₂.map f :=
  let ⟨t, e⟩ := h
  ⟨t.map f, by rw [← map_append, e]⟩
theorem IsPrefix.filter (p : α → Bool) {l₁ l₂ : List α} (h : l₁ <+: l₂) : l₁.filter p <+: l₂.filter p :=
  let ⟨t, e⟩ := h
  ⟨t.filter p, by rw [← filter_append, e]⟩
theorem IsPrefix.getElem {xs ys : List α} (h : xs <+: ys) {i : Nat} (hi : i < xs.length) :
    xs[i] = ys[i]'(Nat.lt_of_lt_of_le hi h.length_le) := by
  obtain ⟨_, rfl⟩ := h
  exact (getElem_append_left hi).symm
@[simp] theorem isPrefixOf_iff_prefix [BEq α] [LawfulBEq α] {l₁ l₂ : List α} : l₁.isPrefixOf l₂ ↔ l₁ <+: l₂ := by
  induction l₁ generalizing l₂ with
  | nil => rw [isPrefixOf_nil_left]; exact ⟨fun _ => nil_prefix, fun _ => rfl⟩
  | cons a l₁ ih =>
    cases l₂ with
    | nil => exact ⟨nofun, fun h => nomatch prefix_nil.mp h⟩
    | cons b l₂ => rw [isPrefixOf_cons₂, Bool.and_eq_true, beq_iff_eq, ih, cons_prefix_cons]
instance [DecidableEq α] (l₁ l₂ : List α) : Decidable (l₁ <+: l₂) := decidable_of_iff (l₁.isPrefixOf l₂) isPrefixOf_iff_prefix
@[simp] theorem isSuffixOf_iff_suffix [BEq α] [LawfulBEq α] {l₁ l₂ : List α} : l₁.isSuffixOf l₂ ↔ l₁ <:+ l₂ := by
  unfold isSuffixOf
  rw [isPrefixOf_iff_prefix, reverse_prefix]
instance [DecidableEq α] (l₁ l₂ : List α) : Decidable (l₁ <:+ l₂) := decidable_of_iff (l₁.isSuffixOf l₂) isSuffixOf_iff_suffix
end List
