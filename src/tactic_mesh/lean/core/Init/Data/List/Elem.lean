prelude
import Init.Data.List.Reverse
import Init.Data.BEq
import Init.Data.Bool
/-! Boolean questions about lists: `any`, `all`, `contains`, and `==` on lists. -/
universe u v
variable {α : Type u} {β : Type v}
set_option linter.unusedVariables false
namespace List

/-! ## `any` and `all` -/
@[simp] theorem any_eq_true {l : List α} {p : α → Bool} : l.any p = true ↔ ∃ x, x ∈ l ∧ p x := by
  induction l with
  | nil => exact ⟨nofun, fun ⟨_, h, _⟩ => nomatch h⟩
  | cons a l ih => rw [any_cons, Bool.or_eq_true, ih, exists_mem_cons]
@[simp] theorem all_eq_true {l : List α} {p : α → Bool} : l.all p = true ↔ ∀ x, x ∈ l → p x := by
  induction l with
  | nil => exact ⟨fun _ => nofun, fun _ => rfl⟩
  | cons a l ih => rw [all_cons, Bool.and_eq_true, ih, forall_mem_cons]
@[simp] theorem any_eq_false {l : List α} {p : α → Bool} : l.any p = false ↔ ∀ x, x ∈ l → ¬p x := by
  rw [← Bool.not_eq_true, any_eq_true]
  exact ⟨fun h x m k => h ⟨x, m, k⟩, fun h ⟨x, m, k⟩ => h x m k⟩
@[simp] theorem all_eq_false {l : List α} {p : α → Bool} : l.all p = false ↔ ∃ x, x ∈ l ∧ ¬p x := by
  induction l with
  | nil => exact ⟨nofun, fun ⟨_, h, _⟩ => nomatch h⟩
  | cons a l ih =>
    rw [all_cons, exists_mem_cons, ← ih]
    cases h : p a
    · exact ⟨fun _ => .inl nofun, fun _ => rfl⟩
    · exact ⟨.inr, fun k => k.elim (fun n => absurd rfl n) id⟩
theorem any_beq [BEq α] {l : List α} {a : α} : (l.any fun x => a == x) = l.contains a := by
  induction l with
  | nil => rfl
  | cons b l ih =>
    rw [any_cons, ih]
    show _ = match a == b with | true => true | false => elem a l
    cases a == b <;> rfl
@[simp] theorem any_append {xs ys : List α} {f : α → Bool} : (xs ++ ys).any f = (xs.any f || ys.any f) := by
  induction xs with
  | nil => rfl
  | cons a xs ih => rw [cons_append, any_cons, ih, any_cons, Bool.or_assoc]
@[simp] theorem all_append {xs ys : List α} {f : α → Bool} : (xs ++ ys).all f = (xs.all f && ys.all f) := by
  induction xs with
  | nil => rfl
  | cons a xs ih => rw [cons_append, all_cons, ih, all_cons, Bool.and_assoc]
@[simp] theorem any_map {l : List α} {f : α → β} {p : β → Bool} : (l.map f).any p = l.any (p ∘ f) := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [map_cons, any_cons, ih]; rfl
@[simp] theorem all_map {l : List α} {f : α → β} {p : β → Bool} : (l.map f).all p = l.all (p ∘ f) := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [map_cons, all_cons, ih]; rfl
@[simp] theorem any_filter {l : List α} {p q : α → Bool} : (filter p l).any q = l.any fun a => p a && q a := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [filter_cons, any_cons, ← ih]
    cases p a <;> rfl
@[simp] theorem all_filter {l : List α} {p q : α → Bool} : (filter p l).all q = l.all fun a => !(p a) || q a := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [filter_cons, all_cons, ← ih]
    cases p a <;> rfl
theorem not_any_eq_all_not (l : List α) (p : α → Bool) : (!l.any p) = l.all fun a => !p a := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [any_cons, all_cons, ← ih]
    cases p a <;> rfl
theorem not_all_eq_any_not (l : List α) (p : α → Bool) : (!l.all p) = l.any fun a => !p a := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [all_cons, any_cons, ← ih]
    cases p a <;> rfl
@[simp] theorem any_reverse {l : List α} {f : α → Bool} : l.reverse.any f = l.any f := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [reverse_cons, any_append, ih, any_cons, any_cons]
    cases f a <;> cases l.any f <;> rfl
@[simp] theorem all_reverse {l : List α} {f : α → Bool} : l.reverse.all f = l.all f := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [reverse_cons, all_append, ih, all_cons, all_cons]
    cases f a <;> cases l.all f <;> rfl
@[simp] theorem any_flatten {l : List (List α)} {f : α → Bool} : l.flatten.any f = l.any (any · f) := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [flatten_cons, any_append, ih, any_cons]
@[simp] theorem all_flatten {l : List (List α)} {f : α → Bool} : l.flatten.all f = l.all (all · f) := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [flatten_cons, all_append, ih, all_cons]
@[simp] theorem any_replicate {n : Nat} {a : α} {f : α → Bool} : (replicate n a).any f = if n = 0 then false else f a := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [replicate_succ, any_cons, ih]
    cases n with
    | zero => exact Bool.or_false _
    | succ n => exact Bool.or_self _
@[simp] theorem all_replicate {n : Nat} {a : α} {f : α → Bool} : (replicate n a).all f = if n = 0 then true else f a := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [replicate_succ, all_cons, ih]
    cases n with
    | zero => exact Bool.and_true _
    | succ n => exact Bool.and_self _

/-! ## `contains` -/
@[simp] theorem contains_cons [BEq α] {a b : α} {l : List α} : (a :: l).contains b = (b == a || l.contains b) := by
  show (match b == a with | true => true | false => elem b l) = _
  cases b == a <;> rfl
@[simp] theorem elem_eq_contains [BEq α] {a : α} {l : List α} : elem a l = l.contains a := rfl
theorem elem_iff [BEq α] [LawfulBEq α] {a : α} {l : List α} : elem a l = true ↔ a ∈ l := by
  induction l with
  | nil => exact ⟨nofun, nofun⟩
  | cons b l ih =>
    show (b :: l).contains a = true ↔ _
    rw [contains_cons, Bool.or_eq_true, beq_iff_eq, mem_cons]
    exact or_congr_right ih
theorem mem_of_elem_eq_true [BEq α] [LawfulBEq α] {a : α} {as : List α} (h : elem a as = true) : a ∈ as := elem_iff.mp h
theorem elem_eq_true_of_mem [BEq α] [LawfulBEq α] {a : α} {as : List α} (h : a ∈ as) : elem a as = true := elem_iff.mpr h
@[simp] theorem contains_iff_mem [BEq α] [LawfulBEq α] {a : α} {l : List α} : l.contains a ↔ a ∈ l := elem_iff
theorem contains_iff [BEq α] [LawfulBEq α] {a : α} {l : List α} : l.contains a ↔ a ∈ l := elem_iff
theorem contains_eq_mem [BEq α] [LawfulBEq α] (a : α) (as : List α) [Decidable (a ∈ as)] : as.contains a = decide (a ∈ as) := by
  by_cases h : a ∈ as
  · rw [decide_eq_true h]; exact elem_eq_true_of_mem h
  · rw [decide_eq_false h]; exact eq_false_of_ne_true fun k => h (mem_of_elem_eq_true k)
theorem elem_eq_mem [BEq α] [LawfulBEq α] (a : α) (as : List α) [Decidable (a ∈ as)] : elem a as = decide (a ∈ as) := contains_eq_mem a as
theorem contains_eq_any_beq [BEq α] {l : List α} {a : α} : l.contains a = l.any (a == ·) := any_beq.symm
@[simp] theorem contains_append [BEq α] {l₁ l₂ : List α} {x : α} : (l₁ ++ l₂).contains x = (l₁.contains x || l₂.contains x) := by
  rw [contains_eq_any_beq, any_append, ← contains_eq_any_beq, ← contains_eq_any_beq]

/-! ## `==` -/
@[simp] theorem cons_beq_cons [BEq α] {a b : α} {l₁ l₂ : List α} : (a :: l₁ == b :: l₂) = (a == b && l₁ == l₂) := rfl
@[simp] theorem nil_beq_nil_eq_true [BEq α] : (([] : List α) == []) = true := rfl
instance [BEq α] [ReflBEq α] : ReflBEq (List α) where
  rfl {l} := by
    induction l with
    | nil => rfl
    | cons a l ih => exact (Bool.and_eq_true ..).mpr ⟨BEq.rfl, ih⟩
private theorem eq_of_list_beq [BEq α] [LawfulBEq α] : ∀ {as bs : List α}, as == bs → as = bs
  | [], [], _ => rfl
  | [], _ :: _, h => nomatch h
  | _ :: _, [], h => nomatch h
  | a :: as, b :: bs, h => by
    obtain ⟨h, k⟩ := (Bool.and_eq_true (a == b) (as == bs)).mp h
    rw [eq_of_beq h, eq_of_list_beq k]
instance [BEq α] [LawfulBEq α] : LawfulBEq (List α) where
  eq_of_beq := eq_of_list_beq
@[simp] theorem isPrefixOf_cons₂_self [BEq α] [LawfulBEq α] {a : α} {as bs : List α} :
    isPrefixOf (a :: as) (a :: bs) = isPrefixOf as bs := by
  rw [isPrefixOf_cons₂, beq_self_eq_true]; rfl

/-! ## `insert`, `lookup`, `replace`, `removeAll` -/
@[simp] theorem insert_of_mem [BEq α] [LawfulBEq α] {a : α} {l : List α} (h : a ∈ l) : l.insert a = l := if_pos (elem_iff.mpr h)
@[simp] theorem insert_of_not_mem [BEq α] [LawfulBEq α] {a : α} {l : List α} (h : ¬a ∈ l) : l.insert a = a :: l :=
  if_neg fun k => h (elem_iff.mp k)
@[simp] theorem mem_insert_iff [BEq α] [LawfulBEq α] {a b : α} {l : List α} : a ∈ l.insert b ↔ a = b ∨ a ∈ l := by
  by_cases h : b ∈ l
  · rw [insert_of_mem h]
    exact ⟨.inr, fun k => k.elim (fun e => e ▸ h) id⟩
  · rw [insert_of_not_mem h, mem_cons]
@[simp] theorem mem_insert_self [BEq α] [LawfulBEq α] {a : α} {l : List α} : a ∈ l.insert a := mem_insert_iff.mpr (.inl rfl)
theorem mem_insert_of_mem [BEq α] [LawfulBEq α] {a b : α} {l : List α} (h : a ∈ l) : a ∈ l.insert b := mem_insert_iff.mpr (.inr h)
@[simp] theorem length_insert_of_mem [BEq α] [LawfulBEq α] {a : α} {l : List α} (h : a ∈ l) : length (l.insert a) = length l := by
  rw [insert_of_mem h]
@[simp] theorem length_insert_of_not_mem [BEq α] [LawfulBEq α] {a : α} {l : List α} (h : ¬a ∈ l) : length (l.insert a) = length l + 1 := by
  rw [insert_of_not_mem h]; rfl
theorem lookup_cons [BEq α] {a k : α} {b : β} {as : List (α × β)} :
    ((k, b) :: as).lookup a = match a == k with | true => some b | false => as.lookup a := rfl
theorem lookup_cons_self [BEq α] [ReflBEq α] {k : α} {b : β} {es : List (α × β)} : ((k, b) :: es).lookup k = some b := by
  rw [lookup_cons, beq_self_eq_true]
theorem replace_cons [BEq α] {a : α} {as : List α} {b c : α} :
    (a :: as).replace b c = match b == a with | true => c :: as | false => a :: replace as b c := rfl
@[simp] theorem replace_cons_self [BEq α] [LawfulBEq α] {a : α} {as : List α} {b : α} : (a :: as).replace a b = b :: as := by
  rw [replace_cons, beq_self_eq_true]
@[simp] theorem length_replace [BEq α] {l : List α} {a b : α} : (l.replace a b).length = l.length := by
  induction l with
  | nil => rfl
  | cons c l ih =>
    rw [replace_cons]
    cases a == c
    · exact congrArg (· + 1) ih
    · rfl
end List
