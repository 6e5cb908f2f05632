prelude
import Init.Data.List.Ends
import Init.Data.Nat.MinMax
/-! Laws of `take`, `drop`, `takeWhile`, `dropWhile`, `splitAt`, `span` and `partition`. -/
universe u v
variable {α : Type u} {β : Type v}
namespace List

/-! ## `take` and `drop` -/
@[simp] theorem take_append_drop : ∀ (i : Nat) (l : List α), take i l ++ drop i l = l
  | 0, _ => rfl
  | _ + 1, [] => rfl
  | i + 1, a :: l => congrArg (cons a) (take_append_drop i l)
@[simp] theorem length_take : ∀ {i : Nat} {l : List α}, (take i l).length = min i l.length
  | 0, _ => (Nat.zero_min _).symm
  | _ + 1, [] => (Nat.min_zero _).symm
  | i + 1, _ :: l => (congrArg (· + 1) (length_take (i := i) (l := l))).trans (Nat.add_min_add_right ..).symm
@[simp] theorem length_drop : ∀ {i : Nat} {l : List α}, (drop i l).length = l.length - i
  | 0, _ => rfl
  | _ + 1, [] => (Nat.zero_sub _).symm
  | i + 1, _ :: l => (length_drop (i := i) (l := l)).trans (Nat.succ_sub_succ_eq_sub l.length i).symm
theorem length_take_le (i : Nat) (l : List α) : (take i l).length ≤ i := length_take ▸ Nat.min_le_left ..
theorem length_take_le' (i : Nat) (l : List α) : (take i l).length ≤ l.length := length_take ▸ Nat.min_le_right ..
theorem length_take_of_le {i : Nat} {l : List α} (h : i ≤ l.length) : (take i l).length = i := length_take.trans (Nat.min_eq_left h)
theorem take_of_length_le : ∀ {i : Nat} {l : List α}, l.length ≤ i → take i l = l
  | 0, [], _ => rfl
  | 0, _ :: _, h => absurd h (Nat.not_succ_le_zero _)
  | _ + 1, [], _ => rfl
  | _ + 1, a :: _, h => congrArg (cons a) (take_of_length_le (Nat.le_of_succ_le_succ h))
theorem drop_of_length_le : ∀ {i : Nat} {l : List α}, l.length ≤ i → drop i l = []
  | 0, [], _ => rfl
  | 0, _ :: _, h => absurd h (Nat.not_succ_le_zero _)
  | _ + 1, [], _ => rfl
  | i + 1, _ :: l, h => drop_of_length_le (i := i) (l := l) (Nat.le_of_succ_le_succ h)
theorem drop_eq_nil_of_le {i : Nat} {l : List α} (h : l.length ≤ i) : l.drop i = [] := drop_of_length_le h
@[simp] theorem take_length {l : List α} : l.take l.length = l := take_of_length_le (Nat.le_refl _)
@[simp] theorem drop_length {l : List α} : l.drop l.length = [] := drop_of_length_le (Nat.le_refl _)
@[simp] theorem take_eq_self_iff {l : List α} {i : Nat} : l.take i = l ↔ l.length ≤ i :=
  ⟨fun h => h ▸ length_take_le i l, take_of_length_le⟩
@[simp] theorem drop_eq_nil_iff {l : List α} {i : Nat} : l.drop i = [] ↔ l.length ≤ i :=
  ⟨fun h => Nat.le_of_sub_eq_zero (length_drop.symm.trans (congrArg length h)), drop_of_length_le⟩
@[simp] theorem take_eq_nil_iff {l : List α} {i : Nat} : l.take i = [] ↔ i = 0 ∨ l = [] := by
  cases i with
  | zero => exact ⟨fun _ => .inl rfl, fun _ => rfl⟩
  | succ i =>
    cases l with
    | nil => exact ⟨fun _ => .inr rfl, fun _ => rfl⟩
    | cons a l => exact ⟨nofun, fun h => h.elim nofun nofun⟩
@[simp] theorem take_take : ∀ {i j : Nat} {l : List α}, take i (take j l) = take (min i j) l
  | 0, j, _ => by rw [take_zero, Nat.zero_min, take_zero]
  | i + 1, 0, l => by rw [take_zero, take_nil, Nat.min_zero, take_zero]
  | _ + 1, _ + 1, [] => by rw [take_nil, take_nil, take_nil]
  | i + 1, j + 1, a :: l => by rw [take_succ_cons, take_succ_cons, take_take, Nat.add_min_add_right, take_succ_cons]
@[simp] theorem drop_drop : ∀ {i j : Nat} {l : List α}, drop i (drop j l) = drop (j + i) l
  | i, 0, l => congrArg (drop · l) (Nat.zero_add i).symm
  | _, _ + 1, [] => by rw [drop_nil, drop_nil, drop_nil]
  | i, j + 1, a :: l => by rw [drop_succ_cons, drop_drop, Nat.add_right_comm, drop_succ_cons]
theorem take_drop : ∀ {i j : Nat} {l : List α}, take i (drop j l) = drop j (take (j + i) l)
  | i, 0, l => congrArg (take · l) (Nat.zero_add i).symm
  | _, _ + 1, [] => by rw [drop_nil, take_nil, take_nil, drop_nil]
  | i, j + 1, a :: l => by rw [drop_succ_cons, take_drop, Nat.add_right_comm, take_succ_cons, drop_succ_cons]
theorem drop_take : ∀ {i j : Nat} {l : List α}, drop i (take j l) = take (j - i) (drop i l)
  | 0, _, _ => rfl
  | i + 1, 0, l => by rw [take_zero, drop_nil, Nat.zero_sub, take_zero]
  | _ + 1, _ + 1, [] => by rw [take_nil, drop_nil, take_nil]
  | i + 1, j + 1, a :: l => by rw [take_succ_cons, drop_succ_cons, drop_succ_cons, drop_take, Nat.succ_sub_succ_eq_sub]
theorem take_append : ∀ {i : Nat} {l₁ l₂ : List α}, take i (l₁ ++ l₂) = take i l₁ ++ take (i - l₁.length) l₂
  | _, [], _ => by rw [take_nil]; rfl
  | 0, a :: l₁, l₂ => by rw [Nat.zero_sub]; rfl
  | i + 1, a :: l₁, l₂ => by rw [cons_append, take_succ_cons, take_append, take_succ_cons, length_cons, Nat.succ_sub_succ_eq_sub]; rfl
theorem drop_append : ∀ {i : Nat} {l₁ l₂ : List α}, drop i (l₁ ++ l₂) = drop i l₁ ++ drop (i - l₁.length) l₂
  | _, [], _ => by rw [drop_nil]; rfl
  | 0, a :: l₁, l₂ => by rw [Nat.zero_sub]; rfl
  | i + 1, a :: l₁, l₂ => by rw [cons_append, drop_succ_cons, drop_append, drop_succ_cons, length_cons, Nat.succ_sub_succ_eq_sub]
@[simp] theorem take_left {l₁ l₂ : List α} : take l₁.length (l₁ ++ l₂) = l₁ := by
  rw [take_append, take_length, Nat.sub_self, take_zero, append_nil]
@[simp] theorem drop_left {l₁ l₂ : List α} : drop l₁.length (l₁ ++ l₂) = l₂ := by
  rw [drop_append, drop_length, Nat.sub_self]; rfl
theorem take_left' {l₁ l₂ : List α} {i : Nat} (h : length l₁ = i) : take i (l₁ ++ l₂) = l₁ := h ▸ take_left
theorem drop_left' {l₁ l₂ : List α} {i : Nat} (h : length l₁ = i) : drop i (l₁ ++ l₂) = l₂ := h ▸ drop_left
theorem take_append_of_le_length {l₁ l₂ : List α} {i : Nat} (h : i ≤ l₁.length) : (l₁ ++ l₂).take i = l₁.take i := by
  rw [take_append, Nat.sub_eq_zero_of_le h, take_zero, append_nil]
theorem drop_append_of_le_length {l₁ l₂ : List α} {i : Nat} (h : i ≤ l₁.length) : (l₁ ++ l₂).drop i = l₁.drop i ++ l₂ := by
  rw [drop_append, Nat.sub_eq_zero_of_le h, drop_zero]
@[simp] theorem map_take : ∀ {f : α → β} {l : List α} {i : Nat}, (l.take i).map f = (l.map f).take i
  | _, _, 0 => rfl
  | _, [], _ + 1 => rfl
  | f, _ :: _, _ + 1 => congrArg (cons (f _)) map_take
@[simp] theorem map_drop : ∀ {f : α → β} {l : List α} {i : Nat}, (l.drop i).map f = (l.map f).drop i
  | _, _, 0 => rfl
  | _, [], _ + 1 => rfl
  | _, _ :: l, i + 1 => map_drop (l := l) (i := i)
@[simp] theorem drop_one {l : List α} : l.drop 1 = l.tail := by cases l <;> rfl
@[simp] theorem drop_tail {l : List α} {i : Nat} : l.tail.drop i = l.drop (i + 1) := by
  cases l with
  | nil => exact drop_nil
  | cons a l => rfl
@[simp] theorem tail_drop {l : List α} {i : Nat} : (l.drop i).tail = l.drop (i + 1) := by rw [← drop_one, drop_drop]
theorem getElem?_drop : ∀ {l : List α} {i j : Nat}, (l.drop i)[j]? = l[i + j]?
  | _, 0, j => by rw [Nat.zero_add]; rfl
  | [], _ + 1, _ => rfl
  | _ :: l, i + 1, j => by rw [drop_succ_cons, getElem?_drop, Nat.add_right_comm]; rfl
attribute [simp] getElem?_drop
@[simp] theorem getElem_drop {xs : List α} {i j : Nat} (h : j < (xs.drop i).length) :
    (xs.drop i)[j] = xs[i + j]'(Nat.add_lt_of_lt_sub' (length_drop (i := i) (l := xs) ▸ h)) := by
  rw [getElem_eq_iff, getElem?_drop, getElem?_eq_getElem]
@[simp] theorem getElem?_take_of_lt : ∀ {l : List α} {i j : Nat}, i < j → (l.take j)[i]? = l[i]?
  | [], i, j, _ => by rw [take_nil]
  | _, _, 0, h => absurd h (Nat.not_succ_le_zero _)
  | _ :: _, 0, _ + 1, _ => rfl
  | _ :: l, i + 1, j + 1, h => getElem?_take_of_lt (l := l) (Nat.le_of_succ_le_succ h)
theorem getElem?_take_eq_none {l : List α} {i j : Nat} (h : i ≤ j) : (l.take i)[j]? = none :=
  getElem?_eq_none (Nat.le_trans (length_take_le i l) h)
theorem getElem?_take {l : List α} {i j : Nat} : (l.take i)[j]? = if j < i then l[j]? else none := by
  by_cases h : j < i
  · rw [if_pos h, getElem?_take_of_lt h]
  · rw [if_neg h, getElem?_take_eq_none (Nat.not_lt.mp h)]
@[simp] theorem getElem_take {xs : List α} {j i : Nat} {h : i < (xs.take j).length} :
    (xs.take j)[i] = xs[i]'(Nat.lt_of_lt_of_le h (length_take_le' j xs)) := by
  rw [getElem_eq_iff, getElem?_take_of_lt (Nat.lt_of_lt_of_le h (length_take_le j xs)), getElem?_eq_getElem]
theorem take_succ {l : List α} {i : Nat} : l.take (i + 1) = l.take i ++ l[i]?.toList := by
  induction l generalizing i with
  | nil => rw [take_nil, take_nil]; rfl
  | cons a l ih =>
    cases i with
    | zero => rfl
    | succ i => rw [take_succ_cons, ih]; rfl
theorem take_concat_get {l : List α} {i : Nat} (h : i < l.length) : (l.take i).concat l[i] = l.take (i + 1) := by
  rw [concat_eq_append, take_succ, getElem?_eq_getElem h]; rfl
theorem take_append_getElem {l : List α} {i : Nat} (h : i < l.length) : l.take i ++ [l[i]] = l.take (i + 1) := by
  rw [take_succ, getElem?_eq_getElem h]; rfl
@[simp] theorem getElem_cons_drop : ∀ {as : List α} {i : Nat} (h : i < as.length), as[i] :: drop (i + 1) as = drop i as
  | _ :: _, 0, _ => rfl
  | _ :: as, _ + 1, h => getElem_cons_drop (as := as) (Nat.le_of_succ_le_succ h)
theorem drop_eq_getElem_cons {i : Nat} {l : List α} (h : i < l.length) : drop i l = l[i] :: drop (i + 1) l := (getElem_cons_drop h).symm
theorem mem_of_mem_take {a : α} {i : Nat} {l : List α} (h : a ∈ l.take i) : a ∈ l :=
  take_append_drop i l ▸ mem_append_left _ h
theorem mem_of_mem_drop {a : α} {i : Nat} {l : List α} (h : a ∈ l.drop i) : a ∈ l :=
  take_append_drop i l ▸ mem_append_right (take i l) h
theorem dropLast_eq_take : ∀ {l : List α}, l.dropLast = l.take (l.length - 1)
  | [] => rfl
  | [_] => rfl
  | a :: b :: l => congrArg (cons a) (dropLast_eq_take (l := b :: l))
@[simp] theorem take_replicate {a : α} : ∀ {i n : Nat}, take i (replicate n a) = replicate (min i n) a
  | 0, _ => by rw [Nat.zero_min]; rfl
  | _ + 1, 0 => by rw [Nat.min_zero]; rfl
  | i + 1, n + 1 => by rw [replicate_succ, take_succ_cons, take_replicate, Nat.add_min_add_right, replicate_succ]
@[simp] theorem drop_replicate {a : α} : ∀ {i n : Nat}, drop i (replicate n a) = replicate (n - i) a
  | 0, _ => rfl
  | _ + 1, 0 => by rw [Nat.zero_sub]; rfl
  | i + 1, n + 1 => by rw [replicate_succ, drop_succ_cons, drop_replicate, Nat.succ_sub_succ_eq_sub]
theorem take_reverse {xs : List α} {i : Nat} : xs.reverse.take i = (xs.drop (xs.length - i)).reverse := by
  by_cases h : i ≤ xs.length
  · have e : xs.reverse = (xs.drop (xs.length - i)).reverse ++ (xs.take (xs.length - i)).reverse := by
      rw [← reverse_append, take_append_drop]
    rw [e]
    exact take_left' (by rw [length_reverse, length_drop, Nat.sub_sub_self h])
  · have h : xs.length ≤ i := Nat.le_of_lt (Nat.not_le.mp h)
    rw [Nat.sub_eq_zero_of_le h, drop_zero, take_of_length_le (length_reverse (as := xs) ▸ h)]
theorem drop_reverse {xs : List α} {i : Nat} : xs.reverse.drop i = (xs.take (xs.length - i)).reverse := by
  by_cases h : i ≤ xs.length
  · have e : xs.reverse = (xs.drop (xs.length - i)).reverse ++ (xs.take (xs.length - i)).reverse := by
      rw [← reverse_append, take_append_drop]
    rw [e]
    exact drop_left' (by rw [length_reverse, length_drop, Nat.sub_sub_self h])
  · have h : xs.length ≤ i := Nat.le_of_lt (Nat.not_le.mp h)
    rw [Nat.sub_eq_zero_of_le h, take_zero, drop_of_length_le (length_reverse (as := xs) ▸ h)]; rfl

/-! ## `takeWhile` and `dropWhile` -/
theorem takeWhile_cons {p : α → Bool} {a : α} {l : List α} : (a :: l).takeWhile p = if p a then a :: l.takeWhile p else [] := by
  show (match p a with | true => a :: takeWhile p l | false => []) = _
  cases p a <;> rfl
theorem dropWhile_cons {p : α → Bool} {a : α} {l : List α} : (a :: l).dropWhile p = if p a then l.dropWhile p else a :: l := by
  show (match p a with | true => dropWhile p l | false => a :: l) = _
  cases p a <;> rfl
@[simp] theorem takeWhile_cons_of_pos {p : α → Bool} {a : α} {l : List α} (h : p a) : (a :: l).takeWhile p = a :: l.takeWhile p := by
  rw [takeWhile_cons, if_pos h]
@[simp] theorem takeWhile_cons_of_neg {p : α → Bool} {a : α} {l : List α} (h : ¬p a) : (a :: l).takeWhile p = [] := by
  rw [takeWhile_cons, if_neg h]
@[simp] theorem dropWhile_cons_of_pos {p : α → Bool} {a : α} {l : List α} (h : p a) : (a :: l).dropWhile p = l.dropWhile p := by
  rw [dropWhile_cons, if_pos h]
@[simp] theorem dropWhile_cons_of_neg {p : α → Bool} {a : α} {l : List α} (h : ¬p a) : (a :: l).dropWhile p = a :: l := by
  rw [dropWhile_cons, if_neg h]
@[simp] theorem takeWhile_append_dropWhile {p : α → Bool} {l : List α} : l.takeWhile p ++ l.dropWhile p = l := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [takeWhile_cons, dropWhile_cons]
    cases p a
    · rfl
    · exact congrArg (cons a) ih
theorem mem_takeWhile_imp {p : α → Bool} {l : List α} {x : α} (h : x ∈ l.takeWhile p) : p x := by
  induction l with
  | nil => exact nomatch h
  | cons a l ih =>
    by_cases k : p a
    · rw [takeWhile_cons_of_pos k] at h
      exact (mem_cons.mp h).elim (fun e => e ▸ k) ih
    · rw [takeWhile_cons_of_neg k] at h
      exact nomatch h
theorem takeWhile_eq_self_iff {p : α → Bool} {l : List α} : l.takeWhile p = l ↔ ∀ x, x ∈ l → p x := by
  refine ⟨fun h x m => mem_takeWhile_imp (h.symm ▸ m), fun h => ?_⟩
  induction l with
  | nil => rfl
  | cons a l ih => rw [takeWhile_cons_of_pos (h a (.head _)), ih fun x m => h x (.tail _ m)]
theorem takeWhile_append_of_pos {p : α → Bool} {l₁ l₂ : List α} (h : ∀ a, a ∈ l₁ → p a) :
    (l₁ ++ l₂).takeWhile p = l₁ ++ l₂.takeWhile p := by
  induction l₁ with
  | nil => rfl
  | cons a l ih => rw [cons_append, takeWhile_cons_of_pos (h a (.head _)), ih fun x m => h x (.tail _ m)]; rfl
theorem dropWhile_append_of_pos {p : α → Bool} {l₁ l₂ : List α} (h : ∀ a, a ∈ l₁ → p a) :
    (l₁ ++ l₂).dropWhile p = l₂.dropWhile p := by
  induction l₁ with
  | nil => rfl
  | cons a l ih => rw [cons_append, dropWhile_cons_of_pos (h a (.head _)), ih fun x m => h x (.tail _ m)]

/-! ## Splitting -/
private theorem splitAt_go {l xs : List α} : ∀ {n : Nat} {acc : List α}, (h : l = acc.reverse ++ xs) →
    splitAt.go l xs n acc = (acc.reverse ++ xs.take n, xs.drop n) := by
  induction xs with
  | nil =>
    intro n acc h
    rw [take_nil, drop_nil, append_nil, splitAt.go, h, append_nil]
  | cons x xs ih =>
    intro n acc h
    cases n with
    | zero => exact congrArg (·, _) (append_nil _).symm
    | succ n =>
      rw [splitAt.go, ih (by rw [h, reverse_cons, append_assoc]; rfl), reverse_cons, append_assoc]; rfl
@[simp] theorem splitAt_eq {i : Nat} {l : List α} : splitAt i l = (l.take i, l.drop i) := splitAt_go rfl
private theorem span_loop {p : α → Bool} {l : List α} : ∀ {acc : List α},
    span.loop p l acc = (acc.reverse ++ l.takeWhile p, l.dropWhile p) := by
  induction l with
  | nil => intro acc; exact congrArg (·, []) (append_nil _).symm
  | cons a l ih =>
    intro acc
    rw [span.loop, takeWhile_cons, dropWhile_cons]
    cases p a
    · exact congrArg (·, _) (append_nil _).symm
    · show span.loop p l (a :: acc) = (acc.reverse ++ a :: l.takeWhile p, l.dropWhile p)
      rw [ih, reverse_cons, append_assoc]; rfl
@[simp] theorem span_eq_takeWhile_dropWhile {p : α → Bool} {l : List α} : span p l = (l.takeWhile p, l.dropWhile p) := span_loop
private theorem partition_loop {p : α → Bool} {l : List α} : ∀ {bs cs : List α},
    partition.loop p l (bs, cs) = (bs.reverse ++ l.filter p, cs.reverse ++ l.filter (not ∘ p)) := by
  induction l with
  | nil => intro bs cs; rw [filter_nil, filter_nil, append_nil, append_nil]; rfl
  | cons a l ih =>
    intro bs cs
    rw [partition.loop, filter_cons, filter_cons]
    show _ = (_, cs.reverse ++ if (!p a) = true then a :: filter (not ∘ p) l else filter (not ∘ p) l)
    cases p a
    · show partition.loop p l (bs, a :: cs) = (bs.reverse ++ filter p l, cs.reverse ++ a :: filter (not ∘ p) l)
      rw [ih, reverse_cons, append_assoc]; rfl
    · show partition.loop p l (a :: bs, cs) = (bs.reverse ++ a :: filter p l, cs.reverse ++ filter (not ∘ p) l)
      rw [ih, reverse_cons, append_assoc]; rfl
@[simp] theorem partition_eq_filter_filter {p : α → Bool} {l : List α} : partition p l = (filter p l, filter (not ∘ p) l) := partition_loop
end List
