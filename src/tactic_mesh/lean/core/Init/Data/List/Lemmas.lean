prelude
import Init.Data.List.Basic
import Init.Data.Option.Lemmas
/-! Laws of lists, first part: constructors, length, membership, indexing, `set`, `++`, `map`, `filter`,
`filterMap` and `flatten`. -/
universe u v w
variable {α : Type u} {β : Type v} {γ : Type w}
set_option linter.unusedVariables false
-- `map_map` and its like produce compositions.
attribute [simp] Function.comp_apply
namespace List

/-! ## Constructors and length -/
theorem cons_ne_nil (a : α) (l : List α) : a :: l ≠ [] := nofun
@[simp] theorem cons_ne_self (a : α) (l : List α) : a :: l ≠ l := fun h =>
  have e : l.length + 1 = l.length := congrArg length h
  absurd (Nat.le_of_eq e) (Nat.not_succ_le_self _)
@[simp] theorem ne_cons_self {a : α} {l : List α} : l ≠ a :: l := fun h => cons_ne_self a l h.symm
theorem head_eq_of_cons_eq {h₁ h₂ : α} {t₁ t₂ : List α} (H : h₁ :: t₁ = h₂ :: t₂) : h₁ = h₂ := (List.cons.inj H).1
theorem tail_eq_of_cons_eq {h₁ h₂ : α} {t₁ t₂ : List α} (H : h₁ :: t₁ = h₂ :: t₂) : t₁ = t₂ := (List.cons.inj H).2
theorem cons_inj_right (a : α) {l l' : List α} : a :: l = a :: l' ↔ l = l' := ⟨tail_eq_of_cons_eq, congrArg _⟩
theorem cons_eq_cons {a b : α} {l l' : List α} : a :: l = b :: l' ↔ a = b ∧ l = l' :=
  ⟨List.cons.inj, fun ⟨h, k⟩ => h ▸ k ▸ rfl⟩
theorem exists_cons_of_ne_nil : ∀ {l : List α}, l ≠ [] → ∃ b L, l = b :: L
  | [], h => absurd rfl h
  | b :: L, _ => ⟨b, L, rfl⟩
theorem ne_nil_iff_exists_cons {l : List α} : l ≠ [] ↔ ∃ b L, l = b :: L :=
  ⟨exists_cons_of_ne_nil, fun ⟨_, _, h⟩ => h ▸ nofun⟩
theorem singleton_inj {a b : α} : [a] = [b] ↔ a = b := ⟨head_eq_of_cons_eq, fun h => h ▸ rfl⟩
theorem eq_nil_of_length_eq_zero : ∀ {l : List α}, length l = 0 → l = []
  | [], _ => rfl
theorem ne_nil_of_length_eq_add_one : ∀ {l : List α} {n : Nat}, length l = n + 1 → l ≠ []
  | [], _, h => nomatch h
  | _ :: _, _, _ => nofun
theorem ne_nil_of_length_pos : ∀ {l : List α}, 0 < length l → l ≠ []
  | _ :: _, _ => nofun
@[simp] theorem length_eq_zero_iff {l : List α} : length l = 0 ↔ l = [] := ⟨eq_nil_of_length_eq_zero, fun h => h ▸ rfl⟩
theorem length_pos_of_mem {a : α} : ∀ {l : List α}, a ∈ l → 0 < length l
  | _ :: _, _ => Nat.succ_le_succ (Nat.zero_le _)
theorem exists_mem_of_length_pos : ∀ {l : List α}, 0 < length l → ∃ a, a ∈ l
  | a :: _, _ => ⟨a, .head _⟩
theorem length_pos_iff_exists_mem {l : List α} : 0 < length l ↔ ∃ a, a ∈ l :=
  ⟨exists_mem_of_length_pos, fun ⟨_, h⟩ => length_pos_of_mem h⟩
theorem exists_mem_of_length_eq_add_one : ∀ {l : List α} {n : Nat}, l.length = n + 1 → ∃ a, a ∈ l
  | a :: _, _, _ => ⟨a, .head _⟩
theorem exists_cons_of_length_pos : ∀ {l : List α}, 0 < l.length → ∃ h t, l = h :: t
  | a :: l, _ => ⟨a, l, rfl⟩
theorem exists_cons_of_length_eq_add_one : ∀ {l : List α} {n : Nat}, l.length = n + 1 → ∃ h t, l = h :: t
  | a :: l, _, _ => ⟨a, l, rfl⟩
theorem length_pos_iff {l : List α} : 0 < length l ↔ l ≠ [] :=
  ⟨ne_nil_of_length_pos, fun h => let ⟨_, _, e⟩ := exists_cons_of_ne_nil h; e ▸ Nat.succ_le_succ (Nat.zero_le _)⟩
theorem length_eq_one_iff {l : List α} : length l = 1 ↔ ∃ a, l = [a] := by
  constructor
  · match l with
    | [a] => exact fun _ => ⟨a, rfl⟩
    | [] => exact nofun
    | _ :: _ :: _ => exact fun h => nomatch Nat.succ.inj h
  · rintro ⟨a, rfl⟩; rfl
@[simp] theorem isEmpty_iff {l : List α} : l.isEmpty ↔ l = [] := by
  cases l
  · exact ⟨fun _ => rfl, fun _ => rfl⟩
  · exact ⟨nofun, nofun⟩
@[simp] theorem isEmpty_eq_false_iff {l : List α} : l.isEmpty = false ↔ l ≠ [] := by
  cases l
  · exact ⟨nofun, fun h => absurd rfl h⟩
  · exact ⟨fun _ => nofun, fun _ => rfl⟩
theorem isEmpty_iff_length_eq_zero {l : List α} : l.isEmpty ↔ l.length = 0 := isEmpty_iff.trans length_eq_zero_iff.symm
theorem concat_eq_append {as : List α} {a : α} : as.concat a = as ++ [a] := by
  induction as with
  | nil => rfl
  | cons b as ih => exact congrArg (cons b) ih

/-! ## Membership -/
@[simp] theorem mem_cons {a b : α} {l : List α} : a ∈ b :: l ↔ a = b ∨ a ∈ l :=
  ⟨fun | .head _ => .inl rfl | .tail _ h => .inr h, fun | .inl e => e ▸ .head _ | .inr h => .tail _ h⟩
@[simp] theorem mem_nil_iff (a : α) : a ∈ ([] : List α) ↔ False := ⟨nofun, nofun⟩
theorem mem_cons_self {a : α} {l : List α} : a ∈ a :: l := .head _
theorem mem_cons_of_mem (y : α) {a : α} {l : List α} : a ∈ l → a ∈ y :: l := .tail _
theorem mem_singleton_self (a : α) : a ∈ [a] := .head _
theorem mem_singleton {a b : α} : a ∈ [b] ↔ a = b := ⟨fun | .head _ => rfl, fun h => h ▸ .head _⟩
theorem eq_of_mem_singleton {a b : α} : a ∈ [b] → a = b := mem_singleton.mp
theorem eq_or_mem_of_mem_cons {a b : α} {l : List α} : a ∈ b :: l → a = b ∨ a ∈ l := mem_cons.mp
theorem eq_or_ne_mem_of_mem {a b : α} {l : List α} (h : a ∈ b :: l) : a = b ∨ a ≠ b ∧ a ∈ l := by
  by_cases e : a = b
  · exact .inl e
  · exact .inr ⟨e, (mem_cons.mp h).elim (fun k => absurd k e) id⟩
theorem ne_nil_of_mem {a : α} {l : List α} (h : a ∈ l) : l ≠ [] := by cases h <;> nofun
theorem mem_of_ne_of_mem {a y : α} {l : List α} (h₁ : a ≠ y) (h₂ : a ∈ y :: l) : a ∈ l :=
  (mem_cons.mp h₂).elim (fun e => absurd e h₁) id
theorem ne_of_not_mem_cons {a b : α} {l : List α} (h : ¬a ∈ b :: l) : a ≠ b := fun e => h (e ▸ .head _)
theorem not_mem_of_not_mem_cons {a b : α} {l : List α} (h : ¬a ∈ b :: l) : ¬a ∈ l := fun k => h (.tail _ k)
theorem not_mem_cons_of_ne_of_not_mem {a y : α} {l : List α} (h : a ≠ y) (k : ¬a ∈ l) : ¬a ∈ y :: l :=
  fun m => (mem_cons.mp m).elim h k
theorem eq_nil_iff_forall_not_mem {l : List α} : l = [] ↔ ∀ a, ¬a ∈ l := by
  cases l with
  | nil => exact ⟨fun _ _ => nofun, fun _ => rfl⟩
  | cons a l => exact ⟨nofun, fun h => absurd (.head _) (h a)⟩
theorem forall_mem_nil (p : α → Prop) : ∀ (x) (_ : x ∈ ([] : List α)), p x := nofun
@[simp] theorem forall_mem_cons {p : α → Prop} {a : α} {l : List α} :
    (∀ x, x ∈ a :: l → p x) ↔ p a ∧ ∀ x, x ∈ l → p x :=
  ⟨fun h => ⟨h _ (.head _), fun x k => h x (.tail _ k)⟩, fun ⟨h, k⟩ => fun | _, .head _ => h | x, .tail _ m => k x m⟩
theorem forall_mem_singleton {p : α → Prop} {a : α} : (∀ x, x ∈ [a] → p x) ↔ p a :=
  ⟨fun h => h a (.head _), fun h _ k => mem_singleton.mp k ▸ h⟩
theorem exists_mem_nil (p : α → Prop) : ¬∃ x, ∃ _ : x ∈ ([] : List α), p x := fun ⟨_, h, _⟩ => nomatch h
@[simp] theorem exists_mem_cons {p : α → Prop} {a : α} {l : List α} :
    (∃ x, x ∈ a :: l ∧ p x) ↔ p a ∨ ∃ x, x ∈ l ∧ p x := by
  constructor
  · rintro ⟨x, h, k⟩
    cases h with
    | head => exact .inl k
    | tail _ h => exact .inr ⟨x, h, k⟩
  · rintro (h | ⟨x, h, k⟩)
    · exact ⟨a, .head _, h⟩
    · exact ⟨x, .tail _ h, k⟩
theorem append_of_mem {a : α} {l : List α} (h : a ∈ l) : ∃ s t : List α, l = s ++ a :: t := by
  induction h with
  | head as => exact ⟨[], as, rfl⟩
  | tail b _ ih =>
    obtain ⟨s, t, e⟩ := ih
    exact ⟨b :: s, t, congrArg (cons b) e⟩
theorem mem_iff_append {a : α} {l : List α} : a ∈ l ↔ ∃ s t : List α, l = s ++ a :: t :=
  ⟨append_of_mem, fun ⟨_, _, e⟩ => e ▸ mem_append_right _ (.head _)⟩

/-! ## Indexing -/
@[simp] theorem getElem?_eq_getElem {l : List α} {i : Nat} (h : i < l.length) : l[i]? = some l[i] := getElem?_pos l i h
@[simp] theorem getElem?_eq_none_iff {l : List α} {i : Nat} : l[i]? = none ↔ l.length ≤ i :=
  (_root_.getElem?_eq_none_iff l i).trans Nat.not_lt
@[simp] theorem getElem?_eq_none {l : List α} {i : Nat} (h : l.length ≤ i) : l[i]? = none := getElem?_eq_none_iff.mpr h
theorem none_eq_getElem?_iff {l : List α} {i : Nat} : none = l[i]? ↔ l.length ≤ i :=
  ⟨fun h => getElem?_eq_none_iff.mp h.symm, fun h => (getElem?_eq_none h).symm⟩
theorem getElem?_eq_some_iff {l : List α} {i : Nat} {a : α} : l[i]? = some a ↔ ∃ h : i < l.length, l[i] = a :=
  _root_.getElem?_eq_some_iff
theorem some_eq_getElem?_iff {l : List α} {i : Nat} {a : α} : some a = l[i]? ↔ ∃ h : i < l.length, l[i] = a :=
  _root_.some_eq_getElem?_iff
@[simp] theorem getElem?_eq_some_getElem_iff {l : List α} {i : Nat} (h : i < l.length) : l[i]? = some l[i] ↔ True :=
  ⟨fun _ => trivial, fun _ => getElem?_eq_getElem h⟩
@[simp] theorem some_getElem_eq_getElem?_iff {l : List α} {i : Nat} (h : i < l.length) : some l[i] = l[i]? ↔ True :=
  ⟨fun _ => trivial, fun _ => (getElem?_eq_getElem h).symm⟩
theorem getElem_of_getElem? {l : List α} {i : Nat} {a : α} (h : l[i]? = some a) : ∃ h : i < l.length, l[i] = a :=
  getElem?_eq_some_iff.mp h
theorem getElem_eq_iff {l : List α} {i : Nat} {h : i < l.length} {x : α} : l[i] = x ↔ l[i]? = some x :=
  ⟨fun e => e ▸ getElem?_eq_getElem h, fun e => (getElem?_eq_some_iff.mp e).2⟩
theorem getElem?_cons {a : α} {l : List α} {i : Nat} : (a :: l)[i]? = if i = 0 then some a else l[i - 1]? := by
  cases i <;> rfl
theorem getElem_cons {a : α} {l : List α} {i : Nat} (w : i < (a :: l).length) :
    (a :: l)[i] = if h : i = 0 then a else l[i - 1]'(match i, h, w with | _ + 1, _, w => Nat.le_of_succ_le_succ w) := by
  cases i <;> rfl
theorem getElem?_singleton {a : α} {i : Nat} : [a][i]? = if i = 0 then some a else none := by
  cases i <;> rfl
@[simp] theorem getElem_singleton {a : α} {i : Nat} (h : i < 1) : [a][i] = a :=
  match i, h with
  | 0, _ => rfl
theorem getElem_zero {l : List α} (h : 0 < l.length) : l[0] = l.head (length_pos_iff.mp h) :=
  match l, h with
  | _ :: _, _ => rfl
@[ext] theorem ext_getElem? {l₁ l₂ : List α} (h : ∀ i : Nat, l₁[i]? = l₂[i]?) : l₁ = l₂ := by
  induction l₁ generalizing l₂ with
  | nil =>
    cases l₂ with
    | nil => rfl
    | cons b l₂ => exact nomatch h 0
  | cons a l₁ ih =>
    cases l₂ with
    | nil => exact nomatch h 0
    | cons b l₂ => rw [Option.some.inj (h 0), ih fun i => h (i + 1)]
theorem ext_getElem {l₁ l₂ : List α} (hl : length l₁ = length l₂)
    (h : ∀ (i : Nat) (h₁ : i < l₁.length) (h₂ : i < l₂.length), l₁[i]'h₁ = l₂[i]'h₂) : l₁ = l₂ := by
  apply ext_getElem?
  intro i
  by_cases k : i < l₁.length
  · rw [getElem?_eq_getElem k, getElem?_eq_getElem (hl ▸ k), h]
  · rw [getElem?_neg l₁ i k, getElem?_neg l₂ i (hl ▸ k)]
theorem ext_getElem_iff {l₁ l₂ : List α} :
    l₁ = l₂ ↔ l₁.length = l₂.length ∧ ∀ (i : Nat) (h₁ : i < l₁.length) (h₂ : i < l₂.length), l₁[i]'h₁ = l₂[i]'h₂ :=
  ⟨fun h => by subst h; exact ⟨rfl, fun _ _ _ => rfl⟩, fun ⟨h, k⟩ => ext_getElem h k⟩
@[simp] theorem getElem_mem {l : List α} : ∀ {i : Nat} (h : i < l.length), l[i]'h ∈ l := by
  induction l with
  | nil => exact fun h => absurd h (Nat.not_succ_le_zero _)
  | cons a l ih =>
    intro i h
    cases i with
    | zero => exact .head _
    | succ i => exact .tail _ (ih (Nat.le_of_succ_le_succ h))
theorem getElem_of_mem {a : α} {l : List α} (h : a ∈ l) : ∃ (i : Nat) (h : i < l.length), l[i]'h = a := by
  induction h with
  | head as => exact ⟨0, Nat.succ_le_succ (Nat.zero_le _), rfl⟩
  | tail b _ ih =>
    obtain ⟨i, h, e⟩ := ih
    exact ⟨i + 1, Nat.succ_le_succ h, e⟩
theorem getElem?_of_mem {a : α} {l : List α} (h : a ∈ l) : ∃ i : Nat, l[i]? = some a :=
  let ⟨i, h, e⟩ := getElem_of_mem h
  ⟨i, e ▸ getElem?_eq_getElem h⟩
theorem mem_of_getElem {l : List α} {i : Nat} {h : i < l.length} {a : α} (e : l[i] = a) : a ∈ l := e ▸ getElem_mem h
theorem mem_of_getElem? {l : List α} {i : Nat} {a : α} (e : l[i]? = some a) : a ∈ l :=
  let ⟨h, k⟩ := getElem?_eq_some_iff.mp e
  mem_of_getElem (h := h) k
theorem mem_iff_getElem {a : α} {l : List α} : a ∈ l ↔ ∃ (i : Nat) (h : i < l.length), l[i]'h = a :=
  ⟨getElem_of_mem, fun ⟨_, _, e⟩ => mem_of_getElem e⟩
theorem mem_iff_getElem? {a : α} {l : List α} : a ∈ l ↔ ∃ i : Nat, l[i]? = some a :=
  ⟨getElem?_of_mem, fun ⟨_, e⟩ => mem_of_getElem? e⟩
theorem forall_getElem {l : List α} {p : α → Prop} :
    (∀ (i : Nat) (h : i < l.length), p (l[i]'h)) ↔ ∀ a, a ∈ l → p a :=
  ⟨fun h _ k => let ⟨i, hi, e⟩ := getElem_of_mem k; e ▸ h i hi, fun h i k => h _ (getElem_mem k)⟩
@[simp] theorem getD_getElem? {l : List α} {i : Nat} {d : α} :
    l[i]?.getD d = if p : i < l.length then l[i]'p else d := by
  by_cases h : i < l.length
  · rw [getElem?_eq_getElem h, dif_pos h]; rfl
  · rw [getElem?_neg l i h, dif_neg h]; rfl
theorem getD_eq_getElem?_getD {l : List α} {i : Nat} {a : α} : getD l i a = (l[i]?).getD a := rfl
@[simp] theorem getD_cons_zero {x : α} {xs : List α} {d : α} : getD (x :: xs) 0 d = x := rfl
@[simp] theorem getD_cons_succ {x : α} {xs : List α} {n : Nat} {d : α} : getD (x :: xs) (n + 1) d = getD xs n d := rfl
theorem getElem!_eq_getElem?_getD [Inhabited α] {l : List α} {i : Nat} : l[i]! = (l[i]?).getD default := by
  rw [getElem!_def]; cases l[i]? <;> rfl

/-! ## `set` -/
@[simp] theorem length_set {as : List α} {i : Nat} {a : α} : (as.set i a).length = as.length := by
  induction as generalizing i with
  | nil => rfl
  | cons b as ih =>
    cases i with
    | zero => rfl
    | succ i => exact congrArg (· + 1) ih
theorem getElem?_set_self' {l : List α} {i : Nat} {a : α} : (set l i a)[i]? = Option.map (Function.const _ a) l[i]? := by
  induction l generalizing i with
  | nil => rfl
  | cons b l ih =>
    cases i with
    | zero => rfl
    | succ i => exact ih
@[simp] theorem getElem?_set_self {l : List α} {i : Nat} {a : α} (h : i < l.length) : (l.set i a)[i]? = some a := by
  induction l generalizing i with
  | nil => exact absurd h (Nat.not_succ_le_zero _)
  | cons b l ih =>
    cases i with
    | zero => rfl
    | succ i => exact ih (Nat.le_of_succ_le_succ h)
@[simp] theorem getElem_set_self {l : List α} {i : Nat} {a : α} (h : i < (l.set i a).length) : (l.set i a)[i] = a :=
  getElem_eq_iff.mpr (getElem?_set_self (length_set ▸ h))
@[simp] theorem getElem?_set_ne {l : List α} {i j : Nat} {a : α} (h : i ≠ j) : (l.set i a)[j]? = l[j]? := by
  induction l generalizing i j with
  | nil => rfl
  | cons b l ih =>
    cases i <;> cases j
    · exact absurd rfl h
    · rfl
    · rfl
    · exact ih fun e => h (congrArg (· + 1) e)
@[simp] theorem getElem_set_ne {l : List α} {i j : Nat} (h : i ≠ j) {a : α} (hj : j < (l.set i a).length) :
    (l.set i a)[j] = l[j]'(length_set (as := l) ▸ hj) := by
  rw [getElem_eq_iff, getElem?_set_ne h]
  exact getElem?_eq_getElem _
theorem getElem_set {l : List α} {i j : Nat} {a : α} (h : j < (l.set i a).length) :
    (set l i a)[j]'h = if i = j then a else l[j]'(length_set (as := l) ▸ h) := by
  by_cases e : i = j
  · subst e; rw [if_pos rfl]; exact getElem_set_self h
  · rw [if_neg e]; exact getElem_set_ne e h
theorem getElem?_set {l : List α} {i j : Nat} {a : α} :
    (l.set i a)[j]? = if i = j then if i < l.length then some a else none else l[j]? := by
  by_cases e : i = j
  · subst e
    rw [if_pos rfl]
    by_cases h : i < l.length
    · rw [if_pos h, getElem?_set_self h]
    · rw [if_neg h]; exact getElem?_eq_none (length_set (as := l) ▸ Nat.not_lt.mp h)
  · rw [if_neg e, getElem?_set_ne e]
theorem set_comm (a b : α) {i j : Nat} {l : List α} (h : i ≠ j) : (l.set i a).set j b = (l.set j b).set i a := by
  induction l generalizing i j with
  | nil => rfl
  | cons c l ih =>
    cases i <;> cases j
    · exact absurd rfl h
    · rfl
    · rfl
    · exact congrArg (cons c) (ih fun e => h (congrArg (· + 1) e))
@[simp] theorem set_set (a : α) {b : α} {l : List α} {i : Nat} : (l.set i a).set i b = l.set i b := by
  induction l generalizing i with
  | nil => rfl
  | cons c l ih =>
    cases i with
    | zero => rfl
    | succ i => exact congrArg (cons c) ih
@[simp] theorem set_getElem_self {as : List α} {i : Nat} (h : i < as.length) : as.set i as[i] = as := by
  induction as generalizing i with
  | nil => rfl
  | cons b as ih =>
    cases i with
    | zero => rfl
    | succ i => exact congrArg (cons b) (ih (Nat.le_of_succ_le_succ h))
theorem mem_or_eq_of_mem_set : ∀ {l : List α} {i : Nat} {a b : α}, a ∈ l.set i b → a ∈ l ∨ a = b
  | _ :: _, 0, _, _, h => (mem_cons.mp h).elim .inr fun k => .inl (.tail _ k)
  | _ :: l, _ + 1, _, _, h => (mem_cons.mp h).elim (fun e => .inl (e ▸ .head _))
      fun k => (mem_or_eq_of_mem_set (l := l) k).elim (fun m => .inl (.tail _ m)) .inr
@[simp] theorem set_eq_nil_iff {l : List α} {i : Nat} {a : α} : l.set i a = [] ↔ l = [] := by
  rw [← length_eq_zero_iff, length_set, length_eq_zero_iff]

/-! ## Append -/
@[simp] theorem nil_append (as : List α) : [] ++ as = as := rfl
@[simp] theorem cons_append {a : α} {as bs : List α} : (a :: as) ++ bs = a :: (as ++ bs) := rfl
@[simp] theorem append_nil (as : List α) : as ++ [] = as := by
  induction as with
  | nil => rfl
  | cons a as ih => exact congrArg (cons a) ih
@[simp] theorem append_assoc (as bs cs : List α) : (as ++ bs) ++ cs = as ++ (bs ++ cs) := by
  induction as with
  | nil => rfl
  | cons a as ih => exact congrArg (cons a) ih
instance : Std.Associative (α := List α) (· ++ ·) := ⟨append_assoc⟩
instance : Std.LawfulIdentity (α := List α) (· ++ ·) [] where
  left_id := nil_append
  right_id := append_nil
theorem append_cons (as : List α) (b : α) (bs : List α) : as ++ b :: bs = as ++ [b] ++ bs := (append_assoc as [b] bs).symm
theorem singleton_append {x : α} {l : List α} : [x] ++ l = x :: l := rfl
@[simp] theorem length_append {as bs : List α} : (as ++ bs).length = as.length + bs.length := by
  induction as with
  | nil => exact (Nat.zero_add _).symm
  | cons a as ih =>
    show (as ++ bs).length + 1 = as.length + 1 + bs.length
    rw [ih, Nat.add_right_comm]
theorem length_concat {as : List α} {a : α} : (as.concat a).length = as.length + 1 := by
  rw [concat_eq_append, length_append]; rfl
@[simp] theorem mem_append {a : α} {s t : List α} : a ∈ s ++ t ↔ a ∈ s ∨ a ∈ t := by
  constructor
  · induction s with
    | nil => exact .inr
    | cons b s ih =>
      intro h
      cases h with
      | head => exact .inl (.head _)
      | tail _ h => exact (ih h).elim (fun k => .inl (.tail _ k)) .inr
  · exact fun h => h.elim (mem_append_left t) (mem_append_right s)
theorem not_mem_append {a : α} {s t : List α} (h₁ : ¬a ∈ s) (h₂ : ¬a ∈ t) : ¬a ∈ s ++ t :=
  fun h => (mem_append.mp h).elim h₁ h₂
theorem forall_mem_append {p : α → Prop} {l₁ l₂ : List α} :
    (∀ x, x ∈ l₁ ++ l₂ → p x) ↔ (∀ x, x ∈ l₁ → p x) ∧ ∀ x, x ∈ l₂ → p x :=
  ⟨fun h => ⟨fun x k => h x (mem_append_left _ k), fun x k => h x (mem_append_right _ k)⟩,
    fun ⟨h, k⟩ x m => (mem_append.mp m).elim (h x) (k x)⟩
@[simp] theorem append_eq_nil_iff {p q : List α} : p ++ q = [] ↔ p = [] ∧ q = [] := by
  cases p with
  | nil => exact ⟨fun h => ⟨rfl, h⟩, And.right⟩
  | cons a p => exact ⟨nofun, fun h => nomatch h.1⟩
@[simp] theorem nil_eq_append_iff {a b : List α} : [] = a ++ b ↔ a = [] ∧ b = [] :=
  ⟨fun h => append_eq_nil_iff.mp h.symm, fun h => (append_eq_nil_iff.mpr h).symm⟩
theorem append_ne_nil_of_left_ne_nil {s : List α} (h : s ≠ []) (t : List α) : s ++ t ≠ [] :=
  fun e => h (append_eq_nil_iff.mp e).1
theorem append_ne_nil_of_right_ne_nil (s : List α) {t : List α} (h : t ≠ []) : s ++ t ≠ [] :=
  fun e => h (append_eq_nil_iff.mp e).2
theorem append_inj : ∀ {s₁ s₂ t₁ t₂ : List α}, s₁ ++ t₁ = s₂ ++ t₂ → length s₁ = length s₂ → s₁ = s₂ ∧ t₁ = t₂
  | [], [], _, _, h, _ => ⟨rfl, h⟩
  | a :: s₁, b :: s₂, t₁, t₂, h, hl => by
    obtain ⟨e, h⟩ := List.cons.inj h
    obtain ⟨k, l⟩ := append_inj h (Nat.succ.inj hl)
    exact ⟨by rw [e, k], l⟩
theorem append_inj_right {s₁ s₂ t₁ t₂ : List α} (h : s₁ ++ t₁ = s₂ ++ t₂) (hl : length s₁ = length s₂) : t₁ = t₂ :=
  (append_inj h hl).2
theorem append_inj_left {s₁ s₂ t₁ t₂ : List α} (h : s₁ ++ t₁ = s₂ ++ t₂) (hl : length s₁ = length s₂) : s₁ = s₂ :=
  (append_inj h hl).1
theorem append_inj' {s₁ s₂ t₁ t₂ : List α} (h : s₁ ++ t₁ = s₂ ++ t₂) (hl : length t₁ = length t₂) : s₁ = s₂ ∧ t₁ = t₂ :=
  append_inj h (Nat.add_right_cancel (m := t₂.length) (by
    have := congrArg length h
    rw [length_append, length_append, hl] at this
    exact this))
theorem append_inj_right' {s₁ s₂ t₁ t₂ : List α} (h : s₁ ++ t₁ = s₂ ++ t₂) (hl : length t₁ = length t₂) : t₁ = t₂ :=
  (append_inj' h hl).2
theorem append_inj_left' {s₁ s₂ t₁ t₂ : List α} (h : s₁ ++ t₁ = s₂ ++ t₂) (hl : length t₁ = length t₂) : s₁ = s₂ :=
  (append_inj' h hl).1
theorem append_cancel_left {as bs cs : List α} (h : as ++ bs = as ++ cs) : bs = cs := append_inj_right h rfl
theorem append_cancel_right {as bs cs : List α} (h : as ++ bs = cs ++ bs) : as = cs := append_inj_left' h rfl
@[simp] theorem append_cancel_left_eq (as bs cs : List α) : (as ++ bs = as ++ cs) = (bs = cs) :=
  propext ⟨append_cancel_left, fun h => h ▸ rfl⟩
@[simp] theorem append_cancel_right_eq (as bs cs : List α) : (as ++ bs = cs ++ bs) = (as = cs) :=
  propext ⟨append_cancel_right, fun h => h ▸ rfl⟩
theorem append_right_inj {t₁ t₂ : List α} (s : List α) : s ++ t₁ = s ++ t₂ ↔ t₁ = t₂ := ⟨append_cancel_left, fun h => h ▸ rfl⟩
theorem append_left_inj {s₁ s₂ : List α} (t : List α) : s₁ ++ t = s₂ ++ t ↔ s₁ = s₂ := ⟨append_cancel_right, fun h => h ▸ rfl⟩
@[simp] theorem append_left_eq_self {xs ys : List α} : xs ++ ys = ys ↔ xs = [] :=
  ⟨fun h => append_inj_left' (s₂ := []) h rfl, fun h => h ▸ rfl⟩
@[simp] theorem self_eq_append_left {xs ys : List α} : ys = xs ++ ys ↔ xs = [] :=
  ⟨fun h => append_left_eq_self.mp h.symm, fun h => h ▸ rfl⟩
@[simp] theorem append_right_eq_self {xs ys : List α} : xs ++ ys = xs ↔ ys = [] :=
  ⟨fun h => append_cancel_left (h.trans (append_nil xs).symm), fun h => h ▸ append_nil xs⟩
@[simp] theorem self_eq_append_right {xs ys : List α} : xs = xs ++ ys ↔ ys = [] :=
  ⟨fun h => append_right_eq_self.mp h.symm, fun h => h ▸ (append_nil xs).symm⟩
theorem getElem?_append_left {l₁ l₂ : List α} {i : Nat} (h : i < l₁.length) : (l₁ ++ l₂)[i]? = l₁[i]? := by
  induction l₁ generalizing i with
  | nil => exact absurd h (Nat.not_succ_le_zero _)
  | cons a l₁ ih =>
    cases i with
    | zero => rfl
    | succ i => exact ih (Nat.le_of_succ_le_succ h)
theorem getElem?_append_right {l₁ l₂ : List α} {i : Nat} (h : l₁.length ≤ i) :
    (l₁ ++ l₂)[i]? = l₂[i - l₁.length]? := by
  induction l₁ generalizing i with
  | nil => rfl
  | cons a l₁ ih =>
    cases i with
    | zero => exact absurd h (Nat.not_succ_le_zero _)
    | succ i =>
      show (l₁ ++ l₂)[i]? = l₂[i + 1 - (l₁.length + 1)]?
      rw [Nat.succ_sub_succ_eq_sub]
      exact ih (Nat.le_of_succ_le_succ h)
theorem getElem?_append {l₁ l₂ : List α} {i : Nat} :
    (l₁ ++ l₂)[i]? = if i < l₁.length then l₁[i]? else l₂[i - l₁.length]? := by
  by_cases h : i < l₁.length
  · rw [if_pos h, getElem?_append_left h]
  · rw [if_neg h, getElem?_append_right (Nat.not_lt.mp h)]
@[simp] theorem getElem_append_left {as bs : List α} {i : Nat} (h : i < as.length) {h' : i < (as ++ bs).length} :
    (as ++ bs)[i] = as[i] :=
  getElem_eq_iff.mpr ((getElem?_append_left h).trans (getElem?_eq_getElem h))
theorem getElem_append_right_aux {as bs : List α} {i : Nat} (h₁ : as.length ≤ i) (h₂ : i < (as ++ bs).length) :
    i - as.length < bs.length := by
  induction as generalizing i with
  | nil => exact h₂
  | cons a as ih =>
    cases i with
    | zero => exact absurd h₁ (Nat.not_succ_le_zero _)
    | succ i =>
      show i + 1 - (as.length + 1) < bs.length
      rw [Nat.succ_sub_succ_eq_sub]
      exact ih (Nat.le_of_succ_le_succ h₁) (Nat.le_of_succ_le_succ h₂)
@[simp] theorem getElem_append_right {as bs : List α} {i : Nat} (h₁ : as.length ≤ i) {h₂ : i < (as ++ bs).length} :
    (as ++ bs)[i]'h₂ = bs[i - as.length]'(getElem_append_right_aux h₁ h₂) :=
  getElem_eq_iff.mpr ((getElem?_append_right h₁).trans (getElem?_eq_getElem _))
theorem getElem_append {l₁ l₂ : List α} {i : Nat} (h : i < (l₁ ++ l₂).length) :
    (l₁ ++ l₂)[i] = if h' : i < l₁.length then l₁[i] else l₂[i - l₁.length]'(getElem_append_right_aux (Nat.not_lt.mp h') h) := by
  by_cases k : i < l₁.length
  · rw [dif_pos k, getElem_append_left k]
  · rw [dif_neg k, getElem_append_right (Nat.not_lt.mp k)]
theorem append_eq_append_iff {ws xs ys zs : List α} :
    ws ++ xs = ys ++ zs ↔ (∃ as, ys = ws ++ as ∧ xs = as ++ zs) ∨ ∃ bs, ws = ys ++ bs ∧ zs = bs ++ xs := by
  constructor
  · intro h
    induction ws generalizing ys with
    | nil => exact .inl ⟨ys, rfl, h⟩
    | cons w ws ih =>
      cases ys with
      | nil => exact .inr ⟨w :: ws, rfl, h.symm⟩
      | cons y ys =>
        obtain ⟨e, k⟩ := List.cons.inj h
        cases e
        rcases ih k with ⟨as, rfl, e⟩ | ⟨bs, rfl, e⟩
        · exact .inl ⟨as, rfl, e⟩
        · exact .inr ⟨bs, rfl, e⟩
  · rintro (⟨as, rfl, rfl⟩ | ⟨bs, rfl, rfl⟩)
    · exact (append_assoc ..).symm
    · exact append_assoc ..
theorem cons_eq_append_iff {as bs cs : List α} {x : α} :
    x :: cs = as ++ bs ↔ as = [] ∧ bs = x :: cs ∨ ∃ as', as = x :: as' ∧ cs = as' ++ bs := by
  cases as with
  | nil => exact ⟨fun h => .inl ⟨rfl, h.symm⟩, fun h => h.elim (fun h => h.2.symm) fun ⟨_, h, _⟩ => nomatch h⟩
  | cons a as =>
    constructor
    · intro h
      obtain ⟨e, k⟩ := List.cons.inj h
      exact .inr ⟨as, e ▸ rfl, k⟩
    · rintro (⟨h, _⟩ | ⟨_, h, rfl⟩)
      · exact nomatch h
      · rw [h]; rfl
theorem append_eq_cons_iff {as bs cs : List α} {x : α} :
    as ++ bs = x :: cs ↔ as = [] ∧ bs = x :: cs ∨ ∃ as', as = x :: as' ∧ cs = as' ++ bs :=
  ⟨fun h => cons_eq_append_iff.mp h.symm, fun h => (cons_eq_append_iff.mpr h).symm⟩
theorem append_eq_singleton_iff {a b : List α} {x : α} : a ++ b = [x] ↔ a = [] ∧ b = [x] ∨ a = [x] ∧ b = [] := by
  cases a with
  | nil => exact ⟨fun h => .inl ⟨rfl, h⟩, fun h => h.elim And.right nofun⟩
  | cons y a =>
    constructor
    · intro h
      obtain ⟨e, k⟩ := List.cons.inj h
      obtain ⟨rfl, rfl⟩ := append_eq_nil_iff.mp k
      exact .inr ⟨e ▸ rfl, rfl⟩
    · rintro (⟨h, _⟩ | ⟨h, rfl⟩)
      · exact nomatch h
      · rw [h]; rfl
theorem set_append {s t : List α} {i : Nat} {x : α} :
    (s ++ t).set i x = if i < s.length then s.set i x ++ t else s ++ t.set (i - s.length) x := by
  induction s generalizing i with
  | nil => rfl
  | cons a s ih =>
    cases i with
    | zero => exact (if_pos (Nat.succ_le_succ (Nat.zero_le _))).symm
    | succ i =>
      show a :: (s ++ t).set i x = if i + 1 < s.length + 1 then a :: (s.set i x ++ t) else a :: (s ++ t.set (i + 1 - (s.length + 1)) x)
      rw [ih, Nat.succ_sub_succ_eq_sub]
      by_cases h : i < s.length
      · rw [if_pos h, if_pos (show i + 1 < s.length + 1 from Nat.succ_le_succ h)]
      · rw [if_neg h, if_neg (show ¬i + 1 < s.length + 1 from fun k => h (Nat.le_of_succ_le_succ k))]

/-! ## `map` -/
@[simp] theorem length_map {as : List α} (f : α → β) : (as.map f).length = as.length := by
  induction as with
  | nil => rfl
  | cons a as ih => exact congrArg (· + 1) ih
@[simp] theorem isEmpty_map {l : List α} {f : α → β} : (l.map f).isEmpty = l.isEmpty := by cases l <;> rfl
@[simp] theorem getElem?_map {f : α → β} {l : List α} {i : Nat} : (map f l)[i]? = Option.map f l[i]? := by
  induction l generalizing i with
  | nil => rfl
  | cons a l ih =>
    cases i with
    | zero => rfl
    | succ i => exact ih
@[simp] theorem getElem_map (f : α → β) {l : List α} {i : Nat} {h : i < (map f l).length} :
    (map f l)[i] = f (l[i]'(length_map (as := l) f ▸ h)) := by
  rw [getElem_eq_iff, getElem?_map, getElem?_eq_getElem (length_map (as := l) f ▸ h)]; rfl
@[simp] theorem map_id_fun : map (id : α → α) = id := by
  funext l
  induction l with
  | nil => rfl
  | cons a l ih => exact congrArg (cons a) ih
@[simp] theorem map_id_fun' : map (fun (a : α) => a) = id := map_id_fun
theorem map_id (l : List α) : map (id : α → α) l = l := congrFun map_id_fun l
theorem map_id' (l : List α) : map (fun (a : α) => a) l = l := map_id l
theorem map_id'' {f : α → α} (h : ∀ x, f x = x) (l : List α) : map f l = l := by
  rw [show f = id from funext h, map_id]
theorem map_singleton {f : α → β} {a : α} : map f [a] = [f a] := rfl
@[simp] theorem mem_map {f : α → β} {l : List α} {b : β} : b ∈ l.map f ↔ ∃ a, a ∈ l ∧ f a = b := by
  induction l with
  | nil => exact ⟨nofun, fun ⟨_, h, _⟩ => nomatch h⟩
  | cons a l ih =>
    rw [map_cons, mem_cons, ih, exists_mem_cons]
    exact ⟨fun h => h.elim (fun e => .inl e.symm) .inr, fun h => h.elim (fun e => .inl e.symm) .inr⟩
theorem exists_of_mem_map {f : α → β} {l : List α} {b : β} (h : b ∈ map f l) : ∃ a, a ∈ l ∧ f a = b := mem_map.mp h
theorem mem_map_of_mem {f : α → β} {l : List α} {a : α} (h : a ∈ l) : f a ∈ map f l := mem_map.mpr ⟨a, h, rfl⟩
theorem forall_mem_map {f : α → β} {l : List α} {P : β → Prop} : (∀ i, i ∈ l.map f → P i) ↔ ∀ j, j ∈ l → P (f j) :=
  ⟨fun h j k => h _ (mem_map_of_mem k), fun h _ k => let ⟨j, m, e⟩ := mem_map.mp k; e ▸ h j m⟩
@[simp] theorem map_eq_nil_iff {f : α → β} {l : List α} : map f l = [] ↔ l = [] := by
  cases l
  · exact ⟨fun _ => rfl, fun _ => rfl⟩
  · exact ⟨nofun, nofun⟩
theorem eq_nil_of_map_eq_nil {f : α → β} {l : List α} (h : map f l = []) : l = [] := map_eq_nil_iff.mp h
@[simp] theorem map_inj_left {f g : α → β} {l : List α} : map f l = map g l ↔ ∀ a, a ∈ l → f a = g a := by
  induction l with
  | nil => exact ⟨fun _ => nofun, fun _ => rfl⟩
  | cons a l ih => rw [forall_mem_cons, map_cons, map_cons, cons_eq_cons, ih]
theorem map_inj_right {f : α → β} (w : ∀ x y, f x = f y → x = y) {l l' : List α} : map f l = map f l' ↔ l = l' := by
  refine ⟨fun h => ?_, fun h => h ▸ rfl⟩
  induction l generalizing l' with
  | nil => exact (map_eq_nil_iff.mp h.symm).symm
  | cons a l ih =>
    cases l' with
    | nil => exact nomatch h
    | cons b l' => rw [w _ _ (List.cons.inj h).1, ih (List.cons.inj h).2]
theorem map_congr_left {l : List α} {f g : α → β} (h : ∀ a, a ∈ l → f a = g a) : map f l = map g l := map_inj_left.mpr h
theorem map_eq_cons_iff {f : α → β} {l : List α} {b : β} {l₂ : List β} :
    map f l = b :: l₂ ↔ ∃ a l₁, l = a :: l₁ ∧ f a = b ∧ map f l₁ = l₂ := by
  cases l with
  | nil => exact ⟨nofun, fun ⟨_, _, h, _⟩ => nomatch h⟩
  | cons a l =>
    constructor
    · exact fun h => ⟨a, l, rfl, (List.cons.inj h).1, (List.cons.inj h).2⟩
    · rintro ⟨_, _, h, rfl, rfl⟩
      rw [h]; rfl
@[simp] theorem map_map {g : β → γ} {f : α → β} {l : List α} : map g (map f l) = map (g ∘ f) l := by
  induction l with
  | nil => rfl
  | cons a l ih => exact congrArg (cons _) ih
@[simp] theorem map_append {f : α → β} {l₁ l₂ : List α} : map f (l₁ ++ l₂) = map f l₁ ++ map f l₂ := by
  induction l₁ with
  | nil => rfl
  | cons a l₁ ih => exact congrArg (cons _) ih
theorem map_eq_append_iff {f : α → β} {l : List α} {L₁ L₂ : List β} :
    map f l = L₁ ++ L₂ ↔ ∃ l₁ l₂, l = l₁ ++ l₂ ∧ map f l₁ = L₁ ∧ map f l₂ = L₂ := by
  constructor
  · intro h
    induction L₁ generalizing l with
    | nil => exact ⟨[], l, rfl, rfl, h⟩
    | cons b L₁ ih =>
      obtain ⟨a, l', rfl, rfl, k⟩ := map_eq_cons_iff.mp h
      obtain ⟨l₁, l₂, rfl, rfl, rfl⟩ := ih k
      exact ⟨a :: l₁, l₂, rfl, rfl, rfl⟩
  · rintro ⟨l₁, l₂, rfl, rfl, rfl⟩
    exact map_append
theorem map_concat {f : α → β} {a : α} {l : List α} : map f (concat l a) = concat (map f l) (f a) := by
  rw [concat_eq_append, map_append, concat_eq_append]; rfl
@[simp] theorem map_set {f : α → β} {l : List α} {i : Nat} {a : α} : (l.set i a).map f = (l.map f).set i (f a) := by
  induction l generalizing i with
  | nil => rfl
  | cons b l ih =>
    cases i with
    | zero => rfl
    | succ i => exact congrArg (cons _) ih
theorem map_eq_foldr {f : α → β} {l : List α} : map f l = foldr (fun a bs => f a :: bs) [] l := by
  induction l with
  | nil => rfl
  | cons a l ih => exact congrArg (cons _) ih

/-! ## `filter` -/
theorem filter_cons {x : α} {xs : List α} {p : α → Bool} : (x :: xs).filter p = if p x then x :: (xs.filter p) else xs.filter p := by
  show (match p x with | true => x :: filter p xs | false => filter p xs) = _
  cases p x <;> rfl
@[simp] theorem filter_cons_of_pos {p : α → Bool} {a : α} {l : List α} (pa : p a) : filter p (a :: l) = a :: filter p l := by
  rw [filter_cons, if_pos pa]
@[simp] theorem filter_cons_of_neg {p : α → Bool} {a : α} {l : List α} (pa : ¬p a) : filter p (a :: l) = filter p l := by
  rw [filter_cons, if_neg pa]
theorem length_filter_le (p : α → Bool) (l : List α) : (l.filter p).length ≤ l.length := by
  induction l with
  | nil => exact Nat.le_refl _
  | cons a l ih =>
    by_cases h : p a
    · rw [filter_cons_of_pos h]; exact Nat.succ_le_succ ih
    · rw [filter_cons_of_neg h]; exact Nat.le_trans ih (Nat.le_succ _)
@[simp] theorem mem_filter {p : α → Bool} {as : List α} {x : α} : x ∈ filter p as ↔ x ∈ as ∧ p x := by
  induction as with
  | nil => exact ⟨nofun, fun h => nomatch h.1⟩
  | cons a as ih =>
    by_cases h : p a
    · rw [filter_cons_of_pos h, mem_cons, mem_cons, ih]
      constructor
      · rintro (rfl | ⟨k, l⟩)
        · exact ⟨.inl rfl, h⟩
        · exact ⟨.inr k, l⟩
      · rintro ⟨rfl | k, l⟩
        · exact .inl rfl
        · exact .inr ⟨k, l⟩
    · rw [filter_cons_of_neg h, mem_cons, ih]
      constructor
      · exact fun ⟨k, l⟩ => ⟨.inr k, l⟩
      · rintro ⟨rfl | k, l⟩
        · exact absurd l h
        · exact ⟨k, l⟩
theorem mem_filter_of_mem {p : α → Bool} {as : List α} {x : α} (h : x ∈ as) (k : p x) : x ∈ filter p as := mem_filter.mpr ⟨h, k⟩
theorem of_mem_filter {p : α → Bool} {as : List α} {x : α} (h : x ∈ filter p as) : p x := (mem_filter.mp h).2
theorem mem_of_mem_filter {p : α → Bool} {as : List α} {x : α} (h : x ∈ filter p as) : x ∈ as := (mem_filter.mp h).1
@[simp] theorem filter_eq_self {p : α → Bool} {l : List α} : filter p l = l ↔ ∀ a, a ∈ l → p a := by
  induction l with
  | nil => exact ⟨fun _ => nofun, fun _ => rfl⟩
  | cons a l ih =>
    rw [forall_mem_cons]
    by_cases h : p a
    · rw [filter_cons_of_pos h, cons_inj_right, ih]
      exact ⟨fun k => ⟨h, k⟩, And.right⟩
    · rw [filter_cons_of_neg h]
      refine ⟨fun k => absurd (length_filter_le p l) ?_, fun k => absurd k.1 h⟩
      rw [k]
      exact Nat.not_succ_le_self _
@[simp] theorem filter_eq_nil_iff {p : α → Bool} {l : List α} : filter p l = [] ↔ ∀ a, a ∈ l → ¬p a := by
  rw [eq_nil_iff_forall_not_mem]
  exact ⟨fun h a k l => h a (mem_filter.mpr ⟨k, l⟩), fun h a k => h a (mem_filter.mp k).1 (mem_filter.mp k).2⟩
@[simp] theorem filter_true {l : List α} : filter (fun _ => true) l = l := filter_eq_self.mpr fun _ _ => rfl
@[simp] theorem filter_false {l : List α} : filter (fun _ => false) l = [] := filter_eq_nil_iff.mpr fun _ _ => nofun
@[simp] theorem filter_filter {p q : α → Bool} {l : List α} : filter p (filter q l) = filter (fun a => p a && q a) l := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [filter_cons, filter_cons]
    cases hq : q a
    · cases p a <;> exact ih
    · rw [if_pos rfl, filter_cons, ih]
      cases p a <;> rfl
@[simp] theorem filter_append {p : α → Bool} (l₁ l₂ : List α) : filter p (l₁ ++ l₂) = filter p l₁ ++ filter p l₂ := by
  induction l₁ with
  | nil => rfl
  | cons a l₁ ih =>
    rw [cons_append, filter_cons, filter_cons, ih]
    cases p a <;> rfl
theorem filter_map {p : β → Bool} {f : α → β} {l : List α} : filter p (map f l) = map f (filter (p ∘ f) l) := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [map_cons, filter_cons, filter_cons, ih]
    show (if p (f a) then _ else _) = map f (if p (f a) then _ else _)
    cases p (f a) <;> rfl
theorem map_filter_eq_foldr {f : α → β} {p : α → Bool} {as : List α} :
    map f (filter p as) = foldr (fun a bs => bif p a then f a :: bs else bs) [] as := by
  induction as with
  | nil => rfl
  | cons a as ih =>
    rw [filter_cons, foldr_cons, ← ih]
    cases p a <;> rfl
theorem filter_congr {p q : α → Bool} {l : List α} (h : ∀ x, x ∈ l → p x = q x) : filter p l = filter q l := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [filter_cons, filter_cons, h a (.head _), ih fun x k => h x (.tail _ k)]
theorem forall_mem_filter {l : List α} {p : α → Bool} {P : α → Prop} :
    (∀ i, i ∈ l.filter p → P i) ↔ ∀ j, j ∈ l → p j → P j :=
  ⟨fun h j m k => h j (mem_filter.mpr ⟨m, k⟩), fun h i k => h i (mem_filter.mp k).1 (mem_filter.mp k).2⟩
theorem length_filter_eq_length_iff {p : α → Bool} {l : List α} : (filter p l).length = l.length ↔ ∀ a, a ∈ l → p a := by
  refine ⟨fun h => ?_, fun h => congrArg length (filter_eq_self.mpr h)⟩
  induction l with
  | nil => exact nofun
  | cons a l ih =>
    by_cases k : p a
    · rw [filter_cons_of_pos k] at h
      exact forall_mem_cons.mpr ⟨k, ih (Nat.succ.inj h)⟩
    · rw [filter_cons_of_neg k] at h
      exact absurd (h ▸ length_filter_le p l) (Nat.not_succ_le_self _)

/-! ## `filterMap` -/
@[simp] theorem filterMap_cons_none {f : α → Option β} {a : α} {l : List α} (h : f a = none) :
    filterMap f (a :: l) = filterMap f l := by rw [filterMap_cons, h]
@[simp] theorem filterMap_cons_some {f : α → Option β} {a : α} {l : List α} {b : β} (h : f a = some b) :
    filterMap f (a :: l) = b :: filterMap f l := by rw [filterMap_cons, h]
@[simp] theorem filterMap_eq_map {f : α → β} : filterMap (some ∘ f) = map f := by
  funext l
  induction l with
  | nil => rfl
  | cons a l ih => exact congrArg (cons _) ih
@[simp] theorem filterMap_eq_map' {f : α → β} : filterMap (fun x => some (f x)) = map f := filterMap_eq_map
@[simp] theorem filterMap_some_fun : filterMap (some : α → Option α) = id := by
  funext l
  induction l with
  | nil => rfl
  | cons a l ih => exact congrArg (cons _) ih
theorem filterMap_some {l : List α} : filterMap some l = l := congrFun filterMap_some_fun l
theorem filterMap_eq_filter {p : α → Bool} : filterMap (Option.guard p) = filter p := by
  funext l
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [filterMap_cons, filter_cons, ih, Option.guard]
    cases p a <;> rfl
@[simp] theorem filterMap_append {l l' : List α} {f : α → Option β} : filterMap f (l ++ l') = filterMap f l ++ filterMap f l' := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [cons_append, filterMap_cons, filterMap_cons, ih]
    cases f a <;> rfl
theorem length_filterMap_le (f : α → Option β) (l : List α) : (filterMap f l).length ≤ l.length := by
  induction l with
  | nil => exact Nat.le_refl _
  | cons a l ih =>
    rw [filterMap_cons]
    cases f a
    · exact Nat.le_trans ih (Nat.le_succ _)
    · exact Nat.succ_le_succ ih
@[simp] theorem mem_filterMap {f : α → Option β} {l : List α} {b : β} : b ∈ filterMap f l ↔ ∃ a, a ∈ l ∧ f a = some b := by
  induction l with
  | nil => exact ⟨nofun, fun ⟨_, h, _⟩ => nomatch h⟩
  | cons a l ih =>
    rw [exists_mem_cons]
    cases h : f a with
    | none =>
      rw [filterMap_cons_none h, ih]
      exact ⟨.inr, fun k => k.elim nofun id⟩
    | some c =>
      rw [filterMap_cons_some h, mem_cons, ih]
      exact ⟨fun k => k.elim (fun e => .inl (e ▸ rfl)) .inr, fun k => k.elim (fun e => .inl (Option.some.inj e).symm) .inr⟩
theorem map_filterMap {f : α → Option β} {g : β → γ} {l : List α} :
    map g (filterMap f l) = filterMap (fun x => (f x).map g) l := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [filterMap_cons, filterMap_cons, ← ih]
    cases f a <;> rfl
theorem filterMap_map {f : α → β} {g : β → Option γ} {l : List α} : filterMap g (map f l) = filterMap (g ∘ f) l := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [map_cons, filterMap_cons, filterMap_cons, ih]; rfl
theorem filterMap_filterMap {f : α → Option β} {g : β → Option γ} {l : List α} :
    filterMap g (filterMap f l) = filterMap (fun x => (f x).bind g) l := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [filterMap_cons (a := a) (l := l), filterMap_cons (a := a) (l := l), ← ih]
    cases f a <;> rfl

/-! ## `flatten` and `flatMap` -/
@[simp] theorem length_flatten {L : List (List α)} : L.flatten.length = (L.map length).foldr (· + ·) 0 := by
  induction L with
  | nil => rfl
  | cons l L ih => rw [flatten_cons, length_append, ih]; rfl
theorem flatten_singleton {l : List α} : [l].flatten = l := append_nil l
@[simp] theorem mem_flatten {L : List (List α)} {a : α} : a ∈ L.flatten ↔ ∃ l, l ∈ L ∧ a ∈ l := by
  induction L with
  | nil => exact ⟨nofun, fun ⟨_, h, _⟩ => nomatch h⟩
  | cons l L ih => rw [flatten_cons, mem_append, exists_mem_cons, ih]
theorem exists_of_mem_flatten {L : List (List α)} {a : α} : a ∈ flatten L → ∃ l, l ∈ L ∧ a ∈ l := mem_flatten.mp
theorem mem_flatten_of_mem {L : List (List α)} {l : List α} {a : α} (h : l ∈ L) (k : a ∈ l) : a ∈ flatten L := mem_flatten.mpr ⟨l, h, k⟩
@[simp] theorem flatten_eq_nil_iff {L : List (List α)} : L.flatten = [] ↔ ∀ l, l ∈ L → l = [] := by
  induction L with
  | nil => exact ⟨fun _ => nofun, fun _ => rfl⟩
  | cons l L ih => rw [flatten_cons, append_eq_nil_iff, forall_mem_cons, ih]
@[simp] theorem flatten_append {L₁ L₂ : List (List α)} : flatten (L₁ ++ L₂) = flatten L₁ ++ flatten L₂ := by
  induction L₁ with
  | nil => rfl
  | cons l L₁ ih => rw [cons_append, flatten_cons, ih, flatten_cons, append_assoc]
@[simp] theorem map_flatten {f : α → β} {L : List (List α)} : (flatten L).map f = (map (map f) L).flatten := by
  induction L with
  | nil => rfl
  | cons l L ih => rw [flatten_cons, map_append, ih]; rfl
@[simp] theorem filter_flatten {p : α → Bool} {L : List (List α)} : filter p (flatten L) = flatten (map (filter p) L) := by
  induction L with
  | nil => rfl
  | cons l L ih => rw [flatten_cons, filter_append, ih]; rfl
theorem flatten_concat {L : List (List α)} {l : List α} : flatten (L ++ [l]) = flatten L ++ l := by
  rw [flatten_append, flatten_singleton]
theorem flatten_flatten {L : List (List (List α))} : flatten (flatten L) = flatten (map flatten L) := by
  induction L with
  | nil => rfl
  | cons l L ih => rw [flatten_cons, flatten_append, ih]; rfl
@[simp] theorem mem_flatMap {f : α → List β} {b : β} {l : List α} : b ∈ l.flatMap f ↔ ∃ a, a ∈ l ∧ b ∈ f a := by
  rw [flatMap_def, mem_flatten]
  constructor
  · rintro ⟨_, h, k⟩
    obtain ⟨a, m, rfl⟩ := mem_map.mp h
    exact ⟨a, m, k⟩
  · exact fun ⟨a, h, k⟩ => ⟨f a, mem_map_of_mem h, k⟩
theorem mem_flatMap_of_mem {f : α → List β} {b : β} {l : List α} {a : α} (h : a ∈ l) (k : b ∈ f a) : b ∈ l.flatMap f :=
  mem_flatMap.mpr ⟨a, h, k⟩
@[simp] theorem flatMap_eq_nil_iff {l : List α} {f : α → List β} : l.flatMap f = [] ↔ ∀ x, x ∈ l → f x = [] := by
  rw [flatMap_def, flatten_eq_nil_iff, forall_mem_map]
@[simp] theorem flatMap_id (L : List (List α)) : L.flatMap id = L.flatten := by rw [flatMap_def, map_id]
@[simp] theorem flatMap_append {xs ys : List α} {f : α → List β} : (xs ++ ys).flatMap f = xs.flatMap f ++ ys.flatMap f := by
  rw [flatMap_def, map_append, flatten_append]; rfl
theorem flatMap_assoc {l : List α} {f : α → List β} {g : β → List γ} : (l.flatMap f).flatMap g = l.flatMap fun x => (f x).flatMap g := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [flatMap_cons, flatMap_append, ih, flatMap_cons]
theorem map_flatMap {f : β → γ} {g : α → List β} {l : List α} : (l.flatMap g).map f = l.flatMap fun a => (g a).map f := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [flatMap_cons, map_append, ih, flatMap_cons]
theorem flatMap_map {f : α → β} {g : β → List γ} {l : List α} : (map f l).flatMap g = l.flatMap fun a => g (f a) := by
  rw [flatMap_def, map_map]; rfl
theorem map_eq_flatMap {f : α → β} {l : List α} : map f l = l.flatMap fun x => [f x] := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [map_cons, ih]; rfl
theorem filter_flatMap {l : List α} {g : α → List β} {f : β → Bool} : (l.flatMap g).filter f = l.flatMap fun a => (g a).filter f := by
  rw [flatMap_def, filter_flatten, map_map]; rfl
theorem flatMap_singleton (f : α → List β) (x : α) : [x].flatMap f = f x := append_nil (f x)
theorem flatMap_singleton' (l : List α) : (l.flatMap fun x => [x]) = l := map_eq_flatMap.symm.trans (map_id l)
end List
