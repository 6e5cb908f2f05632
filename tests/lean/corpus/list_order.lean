/-! Indexing, initial segments, order, permutations and sorting of lists. -/

namespace Corpus.ListOrder
variable {α β : Type}

theorem take_append_drop' (n : Nat) (xs : List α) : xs.take n ++ xs.drop n = xs := by
  induction xs generalizing n with
  | nil => simp
  | cons x xs ih =>
    cases n with
    | zero => rfl
    | succ n => rw [List.take_succ_cons, List.drop_succ_cons, List.cons_append, ih]

theorem take_take_self (n : Nat) (xs : List α) : (xs.take n).take n = xs.take n := by
  rw [List.take_take, Nat.min_self]

theorem drop_add (m n : Nat) (xs : List α) : xs.drop (m + n) = (xs.drop m).drop n := by
  induction xs generalizing m with
  | nil => simp
  | cons x xs ih =>
    cases m with
    | zero => rw [Nat.zero_add]; rfl
    | succ m => rw [Nat.succ_add]; exact ih m

theorem length_drop_add (n : Nat) (xs : List α) (h : n ≤ xs.length) : (xs.drop n).length + n = xs.length := by
  rw [List.length_drop, Nat.sub_add_cancel h]

theorem map_take' (f : α → β) (n : Nat) (xs : List α) : (xs.take n).map f = (xs.map f).take n := by
  induction xs generalizing n with
  | nil => simp
  | cons x xs ih =>
    cases n with
    | zero => rfl
    | succ n => simp

theorem takeWhile_all (p : α → Bool) (xs : List α) (x : α) (h : x ∈ xs.takeWhile p) : p x := by
  induction xs with
  | nil => cases h
  | cons y xs ih =>
    rw [List.takeWhile_cons] at h
    split at h
    next hy =>
      rcases List.mem_cons.mp h with rfl | h
      · exact hy
      · exact ih h
    next => cases h

theorem getElem_zero_cons (x : α) (xs : List α) : (x :: xs)[0] = x := rfl

theorem getElem_append_left' (xs ys : List α) (i : Nat) (h : i < xs.length) :
    (xs ++ ys)[i]'(by rw [List.length_append]; exact Nat.lt_of_lt_of_le h (Nat.le_add_right ..)) = xs[i] := by
  rw [List.getElem_append_left h]

theorem ext_of_getElem? (xs ys : List α) (h : ∀ i : Nat, xs[i]? = ys[i]?) : xs = ys := by
  apply List.ext_getElem?
  intro i
  exact h i

theorem getElem_map_range (f : Nat → α) (n i : Nat) (h : i < n) : ((List.range n).map f)[i]? = some (f i) := by
  rw [List.getElem?_map, List.getElem?_range h]
  rfl

theorem set_same (xs : List α) (i : Nat) (a b : α) : (xs.set i a).set i b = xs.set i b := by
  induction xs generalizing i with
  | nil => rfl
  | cons x xs ih =>
    cases i with
    | zero => rfl
    | succ i => simp

theorem mem_range_iff (m n : Nat) : m ∈ List.range n ↔ m < n := by
  induction n with
  | zero => simp
  | succ n ih =>
    rw [List.range_succ, List.mem_append, ih, List.mem_singleton]
    exact Nat.lt_succ_iff_lt_or_eq.symm

theorem length_range' (n : Nat) : (List.range n).length = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [List.range_succ, List.length_append, ih]; rfl

theorem sum_range_two (n : Nat) : 2 * (List.range (n + 1)).sum = n * (n + 1) := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [List.range_succ, List.sum_append_nat, Nat.mul_add, ih]
    show n * (n + 1) + 2 * (n + 1) = (n + 1) * (n + 2)
    rw [← Nat.add_mul, Nat.mul_comm]

theorem count_append' [DecidableEq α] (a : α) (xs ys : List α) : (xs ++ ys).count a = xs.count a + ys.count a := by
  induction xs with
  | nil => simp
  | cons x xs ih => rw [List.cons_append, List.count_cons, ih, List.count_cons, Nat.add_right_comm]

theorem count_reverse' [DecidableEq α] (a : α) (xs : List α) : xs.reverse.count a = xs.count a := by
  induction xs with
  | nil => rfl
  | cons x xs ih =>
    rw [List.reverse_cons, List.count_append, ih, List.count_cons, List.count_cons]
    simp

theorem count_pos_of_mem [DecidableEq α] (a : α) (xs : List α) (h : a ∈ xs) : 0 < xs.count a := by
  induction h with
  | head as => rw [List.count_cons_self]; exact Nat.succ_pos _
  | tail b _ ih => exact Nat.lt_of_lt_of_le ih List.count_le_count_cons

open List in
theorem perm_append_comm' (xs ys : List α) : xs ++ ys ~ ys ++ xs := by
  induction xs with
  | nil => rw [List.append_nil]; exact Perm.refl ys
  | cons x xs ih =>
    calc x :: (xs ++ ys) ~ x :: (ys ++ xs) := Perm.cons x ih
      _ ~ ys ++ x :: xs := perm_middle.symm

open List in
theorem perm_reverse (xs : List α) : xs.reverse ~ xs := by
  induction xs with
  | nil => exact Perm.nil
  | cons x xs ih =>
    rw [List.reverse_cons]
    exact (perm_append_singleton x xs.reverse).trans (ih.cons x)

open List in
theorem perm_length (xs ys : List α) (h : xs ~ ys) : xs.length = ys.length := by
  induction h with
  | nil => rfl
  | cons x _ ih => simp [ih]
  | swap x y l => rfl
  | trans _ _ ih₁ ih₂ => exact ih₁.trans ih₂

open List in
theorem perm_mem (xs ys : List α) (h : xs ~ ys) (a : α) : a ∈ xs → a ∈ ys := by
  induction h with
  | nil => exact id
  | cons x _ ih =>
    intro m
    rcases List.mem_cons.mp m with rfl | m
    · exact List.mem_cons_self
    · exact List.mem_cons_of_mem x (ih m)
  | swap x y l =>
    intro m
    simp only [List.mem_cons] at m ⊢
    rcases m with h | h | h
    · exact .inr (.inl h)
    · exact .inl h
    · exact .inr (.inr h)
  | trans _ _ ih₁ ih₂ => exact fun m => ih₂ (ih₁ m)

theorem nodup_of_cons (x : α) (xs : List α) (h : (x :: xs).Nodup) : xs.Nodup := (List.nodup_cons.mp h).2

theorem nodup_append_disjoint (xs ys : List α) (h : (xs ++ ys).Nodup) (a : α) (hx : a ∈ xs) : ¬a ∈ ys := by
  intro hy
  exact (List.nodup_append.mp h).2.2 a hx a hy rfl

theorem nodup_map_of_inj (f : α → β) (hf : ∀ x y, f x = f y → x = y) (xs : List α) (h : xs.Nodup) : (xs.map f).Nodup := by
  induction xs with
  | nil => exact List.nodup_nil
  | cons x xs ih =>
    obtain ⟨hx, hxs⟩ := List.nodup_cons.mp h
    rw [List.map_cons, List.nodup_cons]
    refine ⟨?_, ih hxs⟩
    intro m
    obtain ⟨y, hy, e⟩ := List.mem_map.mp m
    exact hx (hf y x e ▸ hy)

theorem prefix_antisymm (xs ys : List α) (h₁ : xs <+: ys) (h₂ : ys <+: xs) : xs = ys := by
  obtain ⟨t, rfl⟩ := h₁
  have h := h₂.length_le
  rw [List.length_append] at h
  have : t.length = 0 := Nat.le_zero.mp (Nat.le_of_add_le_add_left (a := xs.length) h)
  rw [List.eq_nil_of_length_eq_zero this, List.append_nil]

theorem prefix_take (n : Nat) (xs : List α) : xs.take n <+: xs := ⟨xs.drop n, List.take_append_drop n xs⟩

theorem suffix_iff_reverse_prefix (xs ys : List α) : xs <:+ ys ↔ xs.reverse <+: ys.reverse := by
  constructor
  · rintro ⟨t, rfl⟩
    exact ⟨t.reverse, by rw [List.reverse_append]⟩
  · rintro ⟨t, h⟩
    refine ⟨t.reverse, ?_⟩
    rw [← List.reverse_reverse ys, ← h, List.reverse_append, List.reverse_reverse]

/-- Insertion into a sorted list. -/
def insert (a : Nat) : List Nat → List Nat
  | [] => [a]
  | b :: bs => if a ≤ b then a :: b :: bs else b :: insert a bs

def sort : List Nat → List Nat
  | [] => []
  | a :: as => insert a (sort as)

abbrev Sorted (xs : List Nat) : Prop := xs.Pairwise (· ≤ ·)

theorem length_insert (a : Nat) (xs : List Nat) : (insert a xs).length = xs.length + 1 := by
  induction xs with
  | nil => rfl
  | cons b bs ih =>
    rw [insert]
    split
    · rfl
    · rw [List.length_cons, ih, List.length_cons]

theorem length_sort (xs : List Nat) : (sort xs).length = xs.length := by
  induction xs with
  | nil => rfl
  | cons a as ih => rw [sort, length_insert, ih, List.length_cons]

open List in
theorem perm_insert (a : Nat) (xs : List Nat) : insert a xs ~ a :: xs := by
  induction xs with
  | nil => exact Perm.refl _
  | cons b bs ih =>
    rw [insert]
    split
    · exact Perm.refl _
    · exact (ih.cons b).trans (Perm.swap a b bs)

open List in
theorem perm_sort (xs : List Nat) : sort xs ~ xs := by
  induction xs with
  | nil => exact Perm.nil
  | cons a as ih => exact (perm_insert a (sort as)).trans (ih.cons a)

theorem mem_insert (a x : Nat) (xs : List Nat) : x ∈ insert a xs ↔ x = a ∨ x ∈ xs := by
  rw [(perm_insert a xs).mem_iff, List.mem_cons]

theorem sorted_insert (a : Nat) (xs : List Nat) (h : Sorted xs) : Sorted (insert a xs) := by
  induction xs with
  | nil => exact List.pairwise_singleton ..
  | cons b bs ih =>
    rw [insert]
    obtain ⟨hb, hbs⟩ := List.pairwise_cons.mp h
    split
    next hab =>
      refine List.pairwise_cons.mpr ⟨?_, h⟩
      intro x hx
      rcases List.mem_cons.mp hx with rfl | hx
      · exact hab
      · exact Nat.le_trans hab (hb x hx)
    next hab =>
      refine List.pairwise_cons.mpr ⟨?_, ih hbs⟩
      intro x hx
      rcases (mem_insert a x bs).mp hx with rfl | hx
      · exact Nat.le_of_lt (Nat.not_le.mp hab)
      · exact hb x hx

theorem sorted_sort (xs : List Nat) : Sorted (sort xs) := by
  induction xs with
  | nil => exact List.Pairwise.nil
  | cons a as ih => exact sorted_insert a (sort as) ih

theorem count_sort (a : Nat) (xs : List Nat) : (sort xs).count a = xs.count a := (perm_sort xs).count_eq a

theorem sum_sort (xs : List Nat) : (sort xs).sum = xs.sum := (perm_sort xs).sum_nat

example : sort [3, 1, 2] = [1, 2, 3] := by decide
example : Sorted [1, 2, 2, 5] := by decide
example : ¬Sorted [2, 1] := by decide

end Corpus.ListOrder
