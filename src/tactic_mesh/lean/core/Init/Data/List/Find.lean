prelude
import Init.Data.List.Elem
import Init.Data.List.Ends
/-! Searching in lists: `find?`, `findSome?`, `findIdx`, `findIdx?` and `idxOf`. -/
universe u v
variable {α : Type u} {β : Type v}
namespace List

/-! ## `find?` -/
theorem find?_singleton {a : α} {p : α → Bool} : [a].find? p = if p a then some a else none := by
  rw [find?_cons]; cases p a <;> rfl
@[simp] theorem find?_cons_of_pos {p : α → Bool} {a : α} {l : List α} (h : p a) : find? p (a :: l) = some a := by rw [find?_cons, h]
@[simp] theorem find?_cons_of_neg {p : α → Bool} {a : α} {l : List α} (h : ¬p a) : find? p (a :: l) = find? p l := by
  rw [find?_cons, eq_false_of_ne_true h]
@[simp] theorem find?_eq_none {p : α → Bool} {l : List α} : find? p l = none ↔ ∀ x, x ∈ l → ¬p x := by
  induction l with
  | nil => exact ⟨fun _ => nofun, fun _ => rfl⟩
  | cons a l ih =>
    rw [forall_mem_cons]
    by_cases h : p a
    · rw [find?_cons_of_pos h]; exact ⟨nofun, fun k => absurd h k.1⟩
    · rw [find?_cons_of_neg h, ih]; exact ⟨fun k => ⟨h, k⟩, And.right⟩
theorem find?_some {p : α → Bool} {a : α} : ∀ {l : List α}, find? p l = some a → p a
  | b :: l, H => by
    by_cases h : p b
    · rw [find?_cons_of_pos h] at H
      exact Option.some.inj H ▸ h
    · rw [find?_cons_of_neg h] at H
      exact find?_some H
theorem mem_of_find?_eq_some {p : α → Bool} {a : α} : ∀ {l : List α}, find? p l = some a → a ∈ l
  | b :: l, H => by
    by_cases h : p b
    · rw [find?_cons_of_pos h] at H
      exact Option.some.inj H ▸ .head _
    · rw [find?_cons_of_neg h] at H
      exact .tail _ (mem_of_find?_eq_some H)
theorem find?_eq_some_iff_append {p : α → Bool} {b : α} {xs : List α} :
    xs.find? p = some b ↔ p b ∧ ∃ as bs, xs = as ++ b :: bs ∧ ∀ a, a ∈ as → !p a := by
  induction xs with
  | nil => exact ⟨nofun, fun ⟨_, as, bs, h, _⟩ => by cases as <;> exact nomatch h⟩
  | cons a xs ih =>
    by_cases h : p a
    · rw [find?_cons_of_pos h]
      constructor
      · rintro ⟨⟩
        exact ⟨h, [], xs, rfl, nofun⟩
      · rintro ⟨_, _ | ⟨c, as⟩, bs, e, k⟩
        · exact congrArg some (List.cons.inj e).1
        · have e := (List.cons.inj e).1
          subst e
          exact absurd (k a (.head _)) (by rw [h]; exact nofun)
    · rw [find?_cons_of_neg h, ih]
      constructor
      · rintro ⟨hb, as, bs, rfl, k⟩
        exact ⟨hb, a :: as, bs, rfl, forall_mem_cons.mpr ⟨by rw [eq_false_of_ne_true h]; rfl, k⟩⟩
      · rintro ⟨hb, _ | ⟨c, as⟩, bs, e, k⟩
        · exact absurd ((List.cons.inj e).1 ▸ hb) h
        · exact ⟨hb, as, bs, (List.cons.inj e).2, fun x m => k x (.tail _ m)⟩
@[simp] theorem find?_isSome {xs : List α} {p : α → Bool} : (xs.find? p).isSome ↔ ∃ x, x ∈ xs ∧ p x := by
  induction xs with
  | nil => exact ⟨nofun, fun ⟨_, h, _⟩ => nomatch h⟩
  | cons a l ih =>
    rw [exists_mem_cons]
    by_cases h : p a
    · rw [find?_cons_of_pos h]; exact ⟨fun _ => .inl h, fun _ => rfl⟩
    · rw [find?_cons_of_neg h, ih]; exact ⟨.inr, fun k => k.elim (fun i => absurd i h) id⟩
@[simp] theorem find?_append {p : α → Bool} {xs ys : List α} : (xs ++ ys).find? p = (xs.find? p).or (ys.find? p) := by
  induction xs with
  | nil => rfl
  | cons a xs ih =>
    rw [cons_append, find?_cons, find?_cons, ih]
    cases p a <;> rfl
theorem find?_map {f : β → α} {p : α → Bool} {l : List β} : find? p (l.map f) = (l.find? (p ∘ f)).map f := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [map_cons, find?_cons, find?_cons, ih]
    show _ = Option.map f (match p (f a) with | true => some a | false => find? (p ∘ f) l)
    cases p (f a) <;> rfl
theorem find?_eq_head?_filter {p : α → Bool} {l : List α} : l.find? p = (l.filter p).head? := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [find?_cons, filter_cons, ih]
    cases p a <;> rfl
@[simp] theorem head?_filter {p : α → Bool} {l : List α} : (l.filter p).head? = l.find? p := find?_eq_head?_filter.symm
theorem find?_replicate {p : α → Bool} {n : Nat} {a : α} : find? p (replicate n a) = if n = 0 then none else if p a then some a else none := by
  cases n with
  | zero => rfl
  | succ n =>
    rw [replicate_succ, find?_cons, if_neg (Nat.succ_ne_zero n)]
    cases h : p a
    · exact find?_eq_none.mpr fun x m => eq_of_mem_replicate m ▸ ne_true_of_eq_false h
    · rfl

/-! ## `findSome?` -/
@[simp] theorem findSome?_cons_of_isSome {f : α → Option β} {a : α} (l : List α) (h : (f a).isSome) : findSome? f (a :: l) = f a := by
  rw [findSome?_cons]
  cases e : f a
  · rw [e] at h; exact nomatch h
  · rfl
@[simp] theorem findSome?_cons_of_isNone {f : α → Option β} {a : α} (l : List α) (h : (f a).isNone) : findSome? f (a :: l) = findSome? f l := by
  rw [findSome?_cons, Option.isNone_iff_eq_none.mp h]
@[simp] theorem findSome?_eq_none_iff {p : α → Option β} {l : List α} : findSome? p l = none ↔ ∀ x, x ∈ l → p x = none := by
  induction l with
  | nil => exact ⟨fun _ => nofun, fun _ => rfl⟩
  | cons a l ih =>
    rw [forall_mem_cons, findSome?_cons, ← ih]
    cases p a
    · exact ⟨fun h => ⟨rfl, h⟩, And.right⟩
    · exact ⟨nofun, fun h => nomatch h.1⟩
theorem exists_of_findSome?_eq_some {l : List α} {f : α → Option β} {b : β} (w : l.findSome? f = some b) : ∃ a, a ∈ l ∧ f a = some b := by
  induction l with
  | nil => exact nomatch w
  | cons a l ih =>
    rw [findSome?_cons] at w
    cases h : f a with
    | none =>
      rw [h] at w
      obtain ⟨x, m, e⟩ := ih w
      exact ⟨x, .tail _ m, e⟩
    | some c =>
      rw [h] at w
      exact ⟨a, .head _, h.trans w⟩
@[simp] theorem findSome?_append {f : α → Option β} {xs ys : List α} : (xs ++ ys).findSome? f = (xs.findSome? f).or (ys.findSome? f) := by
  induction xs with
  | nil => rfl
  | cons a xs ih =>
    rw [cons_append, findSome?_cons, findSome?_cons, ih]
    cases f a <;> rfl

/-! ## Positions -/
private theorem findIdx_go_succ {p : α → Bool} {l : List α} : ∀ {n : Nat}, findIdx.go p l (n + 1) = findIdx.go p l n + 1 := by
  induction l with
  | nil => intro n; rfl
  | cons a l ih =>
    intro n
    show (bif p a then n + 1 else findIdx.go p l (n + 1 + 1)) = (bif p a then n else findIdx.go p l (n + 1)) + 1
    cases p a
    · exact ih
    · rfl
theorem findIdx_cons {p : α → Bool} {b : α} {l : List α} : (b :: l).findIdx p = bif p b then 0 else (l.findIdx p) + 1 := by
  show (bif p b then 0 else findIdx.go p l 1) = _
  rw [findIdx_go_succ]; rfl
theorem findIdx_of_getElem?_eq_some {p : α → Bool} {xs : List α} {y : α} (w : xs[xs.findIdx p]? = some y) : p y := by
  induction xs with
  | nil => exact nomatch w
  | cons a xs ih =>
    rw [findIdx_cons] at w
    cases h : p a <;> rw [h] at w
    · exact ih w
    · exact Option.some.inj w ▸ h
theorem findIdx_getElem {p : α → Bool} {xs : List α} {w : xs.findIdx p < xs.length} : p xs[xs.findIdx p] :=
  findIdx_of_getElem?_eq_some (getElem?_eq_getElem w)
theorem findIdx_le_length {p : α → Bool} {xs : List α} : xs.findIdx p ≤ xs.length := by
  induction xs with
  | nil => exact Nat.le_refl _
  | cons a xs ih =>
    rw [findIdx_cons]
    cases p a
    · exact Nat.succ_le_succ ih
    · exact Nat.zero_le _
theorem findIdx_lt_length_of_exists {p : α → Bool} {xs : List α} (h : ∃ x, x ∈ xs ∧ p x) : xs.findIdx p < xs.length := by
  induction xs with
  | nil => obtain ⟨_, m, _⟩ := h; exact nomatch m
  | cons a xs ih =>
    rw [findIdx_cons]
    cases k : p a
    · exact Nat.succ_le_succ (ih ((exists_mem_cons.mp h).elim (fun i => absurd i (ne_true_of_eq_false k)) id))
    · exact Nat.succ_le_succ (Nat.zero_le _)
@[simp] theorem findIdx_lt_length {p : α → Bool} {xs : List α} : xs.findIdx p < xs.length ↔ ∃ x, x ∈ xs ∧ p x :=
  ⟨fun h => ⟨_, getElem_mem h, findIdx_getElem⟩, findIdx_lt_length_of_exists⟩
theorem not_of_lt_findIdx {p : α → Bool} {xs : List α} {i : Nat} (h : i < xs.findIdx p) :
    p (xs[i]'(Nat.lt_of_lt_of_le h findIdx_le_length)) = false := by
  induction xs generalizing i with
  | nil => exact absurd h (Nat.not_succ_le_zero _)
  | cons a xs ih =>
    rw [findIdx_cons] at h
    cases k : p a <;> rw [k] at h
    · cases i with
      | zero => exact k
      | succ i => exact ih (Nat.le_of_succ_le_succ h)
    · exact absurd h (Nat.not_succ_le_zero _)
theorem idxOf_eq_findIdx [BEq α] {a : α} {l : List α} : idxOf a l = findIdx (· == a) l := rfl
theorem idxOf_cons [BEq α] {a b : α} {l : List α} : (b :: l).idxOf a = bif b == a then 0 else l.idxOf a + 1 := findIdx_cons
@[simp] theorem idxOf_cons_self [BEq α] [ReflBEq α] {a : α} {l : List α} : (a :: l).idxOf a = 0 := by
  rw [idxOf_cons, beq_self_eq_true]; rfl
@[simp] theorem idxOf_cons_ne [BEq α] [LawfulBEq α] {a b : α} {l : List α} (h : b ≠ a) : (b :: l).idxOf a = l.idxOf a + 1 := by
  rw [idxOf_cons, beq_false_of_ne h]; rfl
theorem idxOf_le_length [BEq α] {a : α} {l : List α} : l.idxOf a ≤ l.length := findIdx_le_length
theorem idxOf_lt_length_of_mem [BEq α] [ReflBEq α] {a : α} {l : List α} (h : a ∈ l) : l.idxOf a < l.length :=
  findIdx_lt_length_of_exists ⟨a, h, BEq.rfl⟩
theorem idxOf_lt_length_iff [BEq α] [LawfulBEq α] {l : List α} {a : α} : l.idxOf a < l.length ↔ a ∈ l :=
  ⟨fun h => let ⟨_, m, e⟩ := findIdx_lt_length.mp h; eq_of_beq e ▸ m, idxOf_lt_length_of_mem⟩
@[simp] theorem getElem_idxOf [BEq α] [LawfulBEq α] {x : α} {xs : List α} (h : xs.idxOf x < xs.length) : xs[xs.idxOf x] = x :=
  eq_of_beq (findIdx_getElem (p := (· == x)) (w := h))
private theorem findIdx?_go_succ {p : α → Bool} {l : List α} : ∀ {n : Nat}, findIdx?.go p l (n + 1) = (findIdx?.go p l n).map (· + 1) := by
  induction l with
  | nil => intro n; rfl
  | cons a l ih =>
    intro n
    show (if p a then some (n + 1) else findIdx?.go p l (n + 1 + 1)) = Option.map (· + 1) (if p a then some n else findIdx?.go p l (n + 1))
    cases p a
    · exact ih
    · rfl
@[simp] theorem findIdx?_nil {p : α → Bool} : ([] : List α).findIdx? p = none := rfl
theorem findIdx?_cons {p : α → Bool} {x : α} {xs : List α} : (x :: xs).findIdx? p = if p x then some 0 else (xs.findIdx? p).map fun i => i + 1 := by
  show (if p x then some 0 else findIdx?.go p xs 1) = _
  rw [findIdx?_go_succ]; rfl
@[simp] theorem findIdx?_eq_none_iff {xs : List α} {p : α → Bool} : xs.findIdx? p = none ↔ ∀ x, x ∈ xs → p x = false := by
  induction xs with
  | nil => exact ⟨fun _ => nofun, fun _ => rfl⟩
  | cons a xs ih =>
    rw [forall_mem_cons, findIdx?_cons, ← ih]
    cases p a
    · exact ⟨fun h => ⟨rfl, Option.map_eq_none_iff.mp h⟩, fun h => Option.map_eq_none_iff.mpr h.2⟩
    · exact ⟨nofun, fun h => nomatch h.1⟩
theorem findIdx?_isSome {xs : List α} {p : α → Bool} : (xs.findIdx? p).isSome = xs.any p := by
  induction xs with
  | nil => rfl
  | cons a xs ih =>
    rw [findIdx?_cons, any_cons, ← ih]
    cases p a
    · exact Option.isSome_map
    · rfl
end List
