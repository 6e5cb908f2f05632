prelude
import Init.Data.List.Reverse
/-! Laws of the ends of a list: `head`, `head?`, `tail`, `getLast`, `getLast?` and `dropLast`. -/
universe u v w
variable {α : Type u} {β : Type v}
namespace List

/-! ## The head and the tail -/
theorem head?_eq_getElem? : ∀ {l : List α}, l.head? = l[0]?
  | [] => rfl
  | _ :: _ => rfl
theorem head_eq_getElem {l : List α} (h : l ≠ []) : head l h = l[0]'(length_pos_iff.mpr h) :=
  match l, h with
  | _ :: _, _ => rfl
theorem head?_eq_some_head : ∀ {l : List α} (h : l ≠ []), head? l = some (head l h)
  | _ :: _, _ => rfl
theorem head_eq_iff_head?_eq_some {xs : List α} {a : α} (h : xs ≠ []) : xs.head h = a ↔ xs.head? = some a := by
  rw [head?_eq_some_head h, Option.some_inj]
@[simp] theorem head?_eq_none_iff : ∀ {l : List α}, l.head? = none ↔ l = []
  | [] => ⟨fun _ => rfl, fun _ => rfl⟩
  | _ :: _ => ⟨nofun, nofun⟩
theorem head?_eq_some_iff {xs : List α} {a : α} : xs.head? = some a ↔ ∃ ys, xs = a :: ys := by
  cases xs with
  | nil => exact ⟨nofun, fun ⟨_, h⟩ => nomatch h⟩
  | cons b xs => exact ⟨fun h => ⟨xs, Option.some.inj h ▸ rfl⟩, fun ⟨_, h⟩ => h ▸ rfl⟩
@[simp] theorem isSome_head? {l : List α} : l.head?.isSome ↔ l ≠ [] := by
  cases l
  · exact ⟨nofun, fun h => absurd rfl h⟩
  · exact ⟨fun _ => nofun, fun _ => rfl⟩
@[simp] theorem head_mem : ∀ {l : List α} (h : l ≠ []), head l h ∈ l
  | _ :: _, _ => .head _
theorem mem_of_mem_head? {l : List α} {a : α} (h : a ∈ l.head?) : a ∈ l := by
  obtain ⟨ys, rfl⟩ := head?_eq_some_iff.mp h
  exact .head _
theorem head_of_mem_head? {l : List α} {x : α} (h : x ∈ l.head?) : l.head (ne_nil_of_mem (mem_of_mem_head? h)) = x :=
  (head_eq_iff_head?_eq_some _).mpr h
@[simp] theorem head?_append {l l' : List α} : (l ++ l').head? = l.head?.or l'.head? := by cases l <;> rfl
@[simp] theorem head_append_of_ne_nil {l l' : List α} {w₁ : l ++ l' ≠ []} (w₂ : l ≠ []) : head (l ++ l') w₁ = head l w₂ :=
  match l, w₂ with
  | _ :: _, _ => rfl
@[simp] theorem head?_map {f : α → β} {l : List α} : (map f l).head? = l.head?.map f := by cases l <;> rfl
@[simp] theorem head_map {f : α → β} {l : List α} (w : l.map f ≠ []) : (map f l).head w = f (l.head fun h => w (map_eq_nil_iff.mpr h)) :=
  match l, w with
  | [], w => absurd rfl w
  | _ :: _, _ => rfl
theorem head?_replicate {a : α} {n : Nat} : (replicate n a).head? = if n = 0 then none else some a := by cases n <;> rfl
@[simp] theorem head_replicate {n : Nat} {a : α} (w : replicate n a ≠ []) : (replicate n a).head w = a :=
  match n, w with
  | 0, w => absurd rfl w
  | _ + 1, _ => rfl
@[simp] theorem headD_eq_head?_getD {l : List α} {a : α} : headD l a = (head? l).getD a := by cases l <;> rfl
@[simp] theorem length_tail {l : List α} : l.tail.length = l.length - 1 := by cases l <;> rfl
@[simp] theorem tail_append_of_ne_nil {xs ys : List α} (h : xs ≠ []) : (xs ++ ys).tail = xs.tail ++ ys :=
  match xs, h with
  | _ :: _, _ => rfl
theorem cons_head_tail {l : List α} (h : l ≠ []) : l.head h :: l.tail = l :=
  match l, h with
  | _ :: _, _ => rfl
@[simp] theorem head_cons_tail {l : List α} (h : l ≠ []) : l.head h :: l.tail = l := cons_head_tail h
theorem mem_of_mem_tail {a : α} {l : List α} (h : a ∈ tail l) : a ∈ l := by
  cases l with
  | nil => exact h
  | cons b l => exact .tail _ h
theorem head_eq_head {l : List α} (h : l ≠ []) {l' : List α} (e : l = l') : l.head h = l'.head (e ▸ h) := by subst e; rfl
@[simp] theorem getElem_tail {l : List α} {i : Nat} (h : i < l.tail.length) : (tail l)[i] = l[i + 1]'(Nat.add_lt_of_lt_sub (length_tail (l := l) ▸ h)) :=
  match l, h with
  | _ :: _, _ => rfl
@[simp] theorem getElem?_tail {l : List α} {i : Nat} : (tail l)[i]? = l[i + 1]? := by cases l <;> rfl
@[simp] theorem map_tail {f : α → β} {l : List α} : l.tail.map f = (l.map f).tail := by cases l <;> rfl

/-! ## The last element -/
theorem getLast_cons {a : α} {as : List α} : ∀ (h : as ≠ []), getLast (a :: as) (cons_ne_nil a as) = getLast as h := by
  cases as with
  | nil => exact fun h => absurd rfl h
  | cons b as => exact fun _ => rfl
theorem getLast?_cons_cons {a b : α} {l : List α} : getLast? (a :: b :: l) = getLast? (b :: l) := rfl
@[simp] theorem getLast?_singleton {a : α} : getLast? [a] = some a := rfl
theorem getLast?_eq_some_getLast : ∀ {l : List α} (h : l ≠ []), getLast? l = some (getLast l h)
  | _ :: _, _ => rfl
theorem getLast_eq_getElem : ∀ {l : List α} (h : l ≠ []), getLast l h = l[l.length - 1]'(Nat.sub_lt (length_pos_iff.mpr h) Nat.one_pos)
  | [_], _ => rfl
  | _ :: b :: l, _ => getLast_eq_getElem (l := b :: l) nofun
theorem getLast?_eq_getElem? : ∀ {l : List α}, getLast? l = l[l.length - 1]?
  | [] => rfl
  | [_] => rfl
  | _ :: b :: l => getLast?_eq_getElem? (l := b :: l)
@[simp] theorem getLast?_eq_none_iff {xs : List α} : xs.getLast? = none ↔ xs = [] := by
  cases xs
  · exact ⟨fun _ => rfl, fun _ => rfl⟩
  · exact ⟨nofun, nofun⟩
@[simp] theorem getLast_mem : ∀ {l : List α} (h : l ≠ []), getLast l h ∈ l
  | [_], _ => .head _
  | _ :: b :: l, _ => .tail _ (getLast_mem (l := b :: l) nofun)
theorem mem_of_getLast? {xs : List α} {a : α} (h : xs.getLast? = some a) : a ∈ xs := by
  cases xs with
  | nil => exact nomatch h
  | cons b xs => exact Option.some.inj h ▸ getLast_mem _
@[simp] theorem getLast_append_singleton {a : α} (l : List α) : getLast (l ++ [a]) (append_ne_nil_of_right_ne_nil l (cons_ne_nil _ _)) = a := by
  induction l with
  | nil => rfl
  | cons b l ih => exact (getLast_cons (append_ne_nil_of_right_ne_nil l (cons_ne_nil _ _))).trans ih
theorem getLast?_concat {l : List α} {a : α} : (l ++ [a]).getLast? = some a := by
  rw [getLast?_eq_some_getLast (append_ne_nil_of_right_ne_nil l (cons_ne_nil _ _)), getLast_append_singleton]
@[simp] theorem getLast?_append {l l' : List α} : (l ++ l').getLast? = l'.getLast?.or l.getLast? := by
  induction l with
  | nil => exact Option.or_none.symm
  | cons a l ih =>
    cases l with
    | nil => cases l' <;> rfl
    | cons b l => exact ih
@[simp] theorem getLast_append_of_ne_nil {l l' : List α} (h₁ : l ++ l' ≠ []) (h₂ : l' ≠ []) : (l ++ l').getLast h₁ = l'.getLast h₂ := by
  apply Option.some.inj
  rw [← getLast?_eq_some_getLast h₁, getLast?_append, getLast?_eq_some_getLast h₂]; rfl
@[simp] theorem getLast?_reverse {l : List α} : l.reverse.getLast? = l.head? := by
  cases l with
  | nil => rfl
  | cons a l => rw [reverse_cons, getLast?_concat]; rfl
@[simp] theorem head?_reverse {l : List α} : l.reverse.head? = l.getLast? := by
  rw [← getLast?_reverse, reverse_reverse]
@[simp] theorem head_reverse {l : List α} (h : l.reverse ≠ []) : l.reverse.head h = getLast l (reverse_ne_nil_iff.mp h) := by
  rw [head_eq_iff_head?_eq_some, head?_reverse, getLast?_eq_some_getLast]
@[simp] theorem getLast_reverse {l : List α} (h : l.reverse ≠ []) : l.reverse.getLast h = l.head (reverse_ne_nil_iff.mp h) := by
  apply Option.some.inj
  rw [← getLast?_eq_some_getLast h, getLast?_reverse, head?_eq_some_head]
@[simp] theorem getLast?_map {f : α → β} {l : List α} : (map f l).getLast? = l.getLast?.map f := by
  rw [← head?_reverse, ← map_reverse, head?_map, head?_reverse]
@[simp] theorem getLast_map {f : α → β} {l : List α} (h : map f l ≠ []) : getLast (map f l) h = f (getLast l fun e => h (map_eq_nil_iff.mpr e)) := by
  apply Option.some.inj
  rw [← getLast?_eq_some_getLast h, getLast?_map, getLast?_eq_some_getLast fun e => h (map_eq_nil_iff.mpr e)]; rfl
theorem getLastD_eq_getLast?_getD {l : List α} {a : α} : getLastD l a = (getLast? l).getD a := by cases l <;> rfl

/-! ## All but the last -/
theorem dropLast_cons_of_ne_nil {x : α} {l : List α} (h : l ≠ []) : (x :: l).dropLast = x :: l.dropLast :=
  match l, h with
  | _ :: _, _ => rfl
@[simp] theorem length_dropLast : ∀ {xs : List α}, xs.dropLast.length = xs.length - 1
  | [] => rfl
  | [_] => rfl
  | _ :: b :: xs => congrArg (· + 1) (length_dropLast (xs := b :: xs))
@[simp] theorem dropLast_concat {l₁ : List α} {b : α} : dropLast (l₁ ++ [b]) = l₁ := by
  induction l₁ with
  | nil => rfl
  | cons a l ih =>
    rw [cons_append, dropLast_cons_of_ne_nil (append_ne_nil_of_right_ne_nil l (cons_ne_nil _ _)), ih]
theorem dropLast_append_getLast : ∀ {l : List α} (h : l ≠ []), dropLast l ++ [getLast l h] = l
  | [_], _ => rfl
  | a :: b :: l, _ => congrArg (cons a) (dropLast_append_getLast (l := b :: l) nofun)
@[simp] theorem dropLast_concat_getLast {l : List α} (h : l ≠ []) : dropLast l ++ [getLast l h] = l := dropLast_append_getLast h
theorem eq_append_getLast {l : List α} (h : l ≠ []) : ∃ l' a, l = l' ++ [a] := ⟨_, _, (dropLast_append_getLast h).symm⟩
theorem getLast?_eq_some_iff {xs : List α} {a : α} : xs.getLast? = some a ↔ ∃ ys, xs = ys ++ [a] := by
  constructor
  · intro h
    cases xs with
    | nil => exact nomatch h
    | cons b xs =>
      refine ⟨dropLast (b :: xs), ?_⟩
      rw [← Option.some.inj h]
      exact (dropLast_append_getLast _).symm
  · rintro ⟨ys, rfl⟩
    exact getLast?_concat
@[simp] theorem map_dropLast {f : α → β} : ∀ {l : List α}, l.dropLast.map f = (l.map f).dropLast
  | [] => rfl
  | [_] => rfl
  | _ :: b :: l => congrArg (cons _) (map_dropLast (l := b :: l))
@[simp] theorem tail_reverse {l : List α} : l.reverse.tail = l.dropLast.reverse := by
  by_cases h : l = []
  · subst h; rfl
  · obtain ⟨m, a, rfl⟩ := eq_append_getLast h
    rw [reverse_concat, dropLast_concat]; rfl
@[simp] theorem dropLast_reverse {l : List α} : l.reverse.dropLast = l.tail.reverse := by
  cases l with
  | nil => rfl
  | cons a l => rw [reverse_cons, dropLast_concat]; rfl
theorem mem_of_mem_dropLast : ∀ {a : α} {l : List α}, a ∈ dropLast l → a ∈ l
  | _, _ :: b :: l, h => (mem_cons.mp h).elim (fun e => e ▸ .head _) fun k => .tail _ (mem_of_mem_dropLast (l := b :: l) k)

end List
