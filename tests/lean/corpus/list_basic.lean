/-! Everyday facts about lists, by induction and simplification. -/

namespace Corpus.ListBasic
variable {α β γ : Type}

theorem append_nil' (xs : List α) : xs ++ [] = xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [List.cons_append, ih]

theorem append_assoc' (xs ys zs : List α) : (xs ++ ys) ++ zs = xs ++ (ys ++ zs) := by
  induction xs with
  | nil => rfl
  | cons x xs ih => simp only [List.cons_append, ih]

theorem length_append' (xs ys : List α) : (xs ++ ys).length = xs.length + ys.length := by
  induction xs with
  | nil => simp
  | cons x xs ih =>
    simp only [List.cons_append, List.length_cons, ih]
    rw [Nat.add_right_comm]

theorem map_append' (f : α → β) (xs ys : List α) : (xs ++ ys).map f = xs.map f ++ ys.map f := by
  induction xs with
  | nil => rfl
  | cons x xs ih => simp [ih]

theorem map_map' (f : α → β) (g : β → γ) (xs : List α) : (xs.map f).map g = xs.map (g ∘ f) := by
  induction xs with
  | nil => rfl
  | cons x xs ih => simp

theorem map_id' (xs : List α) : xs.map id = xs := by
  induction xs <;> simp_all

theorem length_map' (f : α → β) (xs : List α) : (xs.map f).length = xs.length := by
  induction xs with
  | nil => rfl
  | cons x xs ih => simp

theorem reverse_append' (xs ys : List α) : (xs ++ ys).reverse = ys.reverse ++ xs.reverse := by
  induction xs with
  | nil => simp
  | cons x xs ih => simp

theorem reverse_reverse' (xs : List α) : xs.reverse.reverse = xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [List.reverse_cons, List.reverse_append, ih]; rfl

theorem length_reverse' (xs : List α) : xs.reverse.length = xs.length := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [List.reverse_cons, List.length_append, ih]; rfl

theorem map_reverse' (f : α → β) (xs : List α) : xs.reverse.map f = (xs.map f).reverse := by
  induction xs with
  | nil => rfl
  | cons x xs ih =>
    rw [List.reverse_cons, List.map_append, ih]
    simp

theorem filter_append' (p : α → Bool) (xs ys : List α) : (xs ++ ys).filter p = xs.filter p ++ ys.filter p := by
  induction xs with
  | nil => rfl
  | cons x xs ih =>
    cases h : p x <;> simp [h]

theorem length_filter_le' (p : α → Bool) (xs : List α) : (xs.filter p).length ≤ xs.length := by
  induction xs with
  | nil => exact Nat.le_refl 0
  | cons x xs ih =>
    rw [List.filter_cons]
    split
    · exact Nat.succ_le_succ ih
    · exact Nat.le_succ_of_le ih

theorem filter_filter_self (p : α → Bool) (xs : List α) : (xs.filter p).filter p = xs.filter p := by
  simp

theorem filter_and (p q : α → Bool) (xs : List α) : xs.filter (fun x => p x && q x) = (xs.filter q).filter p := by
  rw [List.filter_filter]

theorem filter_none_of_all_false (p : α → Bool) (xs : List α) (h : ∀ x ∈ xs, p x = false) : xs.filter p = [] := by
  rw [List.filter_eq_nil_iff]
  intro x hx
  simp [h x hx]

theorem mem_append' (a : α) (xs ys : List α) : a ∈ xs ++ ys ↔ a ∈ xs ∨ a ∈ ys := by
  constructor
  · intro h
    exact List.mem_append.mp h
  · rintro (h | h)
    · exact List.mem_append_left _ h
    · exact List.mem_append_right _ h

theorem mem_map_of_inj (f : α → β) (hf : ∀ x y, f x = f y → x = y) (a : α) (xs : List α) : f a ∈ xs.map f ↔ a ∈ xs := by
  constructor
  · intro h
    obtain ⟨b, hb, e⟩ := List.mem_map.mp h
    rw [← hf b a e]
    exact hb
  · intro h
    exact List.mem_map_of_mem h

theorem mem_split (a : α) (xs : List α) (h : a ∈ xs) : ∃ ys zs, xs = ys ++ a :: zs := by
  induction xs with
  | nil => cases h
  | cons x xs ih =>
    rcases List.mem_cons.mp h with rfl | h
    · exact ⟨[], xs, rfl⟩
    · obtain ⟨ys, zs, rfl⟩ := ih h
      exact ⟨x :: ys, zs, rfl⟩

theorem eq_nil_or_concat (xs : List α) : xs = [] ∨ ∃ ys y, xs = ys ++ [y] := by
  induction xs with
  | nil => left; rfl
  | cons x xs ih =>
    right
    rcases ih with rfl | ⟨ys, y, rfl⟩
    · exact ⟨[], x, rfl⟩
    · exact ⟨x :: ys, y, rfl⟩

theorem foldr_cons_append (xs ys : List α) : xs.foldr List.cons ys = xs ++ ys := by
  induction xs with
  | nil => rfl
  | cons x xs ih => simp only [List.foldr_cons, ih, List.cons_append]

theorem foldl_flip_cons (xs ys : List α) : xs.foldl (fun acc x => x :: acc) ys = xs.reverse ++ ys := by
  induction xs generalizing ys with
  | nil => rfl
  | cons x xs ih => rw [List.foldl_cons, ih, List.reverse_cons, List.append_assoc]; rfl

theorem foldl_add (xs : List Nat) (n : Nat) : xs.foldl (· + ·) n = n + xs.sum := by
  induction xs generalizing n with
  | nil => rfl
  | cons x xs ih => rw [List.foldl_cons, ih, List.sum_cons, Nat.add_assoc]

theorem foldr_add (xs : List Nat) : xs.foldr (· + ·) 0 = xs.sum := rfl

theorem sum_map_add (f g : α → Nat) (xs : List α) : (xs.map fun x => f x + g x).sum = (xs.map f).sum + (xs.map g).sum := by
  induction xs with
  | nil => rfl
  | cons x xs ih =>
    simp only [List.map_cons, List.sum_cons, ih]
    ac_rfl

theorem sum_map_mul (k : Nat) (xs : List Nat) : (xs.map (k * ·)).sum = k * xs.sum := by
  induction xs with
  | nil => rfl
  | cons x xs ih => simp only [List.map_cons, List.sum_cons, ih, Nat.mul_add]

theorem sum_le_length_mul (xs : List Nat) (b : Nat) (h : ∀ x ∈ xs, x ≤ b) : xs.sum ≤ xs.length * b := by
  induction xs with
  | nil => exact Nat.zero_le _
  | cons x xs ih =>
    have h₁ : x ≤ b := h x List.mem_cons_self
    have h₂ : xs.sum ≤ xs.length * b := ih fun y hy => h y (List.mem_cons_of_mem x hy)
    calc (x :: xs).sum = x + xs.sum := rfl
      _ ≤ b + xs.length * b := Nat.add_le_add h₁ h₂
      _ = (x :: xs).length * b := by rw [List.length_cons, Nat.succ_mul, Nat.add_comm]

theorem mem_le_sum (xs : List Nat) (x : Nat) (h : x ∈ xs) : x ≤ xs.sum := by
  induction h with
  | head as => exact Nat.le_add_right x as.sum
  | tail b _ ih => exact Nat.le_trans ih (Nat.le_add_left _ b)

theorem flatten_append' (xss yss : List (List α)) : (xss ++ yss).flatten = xss.flatten ++ yss.flatten := by
  induction xss with
  | nil => rfl
  | cons xs xss ih => simp

theorem length_flatten_replicate (n : Nat) (xs : List α) : (List.replicate n xs).flatten.length = n * xs.length := by
  induction n with
  | zero => simp
  | succ n ih => rw [List.replicate_succ, List.flatten_cons, List.length_append, ih, Nat.succ_mul, Nat.add_comm]

theorem length_replicate' (n : Nat) (a : α) : (List.replicate n a).length = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [List.replicate_succ, List.length_cons, ih]

theorem replicate_add (m n : Nat) (a : α) : List.replicate (m + n) a = List.replicate m a ++ List.replicate n a := by
  induction m with
  | zero => rw [Nat.zero_add]; rfl
  | succ m ih => rw [Nat.succ_add, List.replicate_succ, ih]; rfl

theorem all_eq_not_any_not (p : α → Bool) (xs : List α) : xs.all p = !xs.any (fun x => !p x) := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [List.all_cons, ih, List.any_cons]; cases p x <;> simp

theorem any_map' (f : α → β) (p : β → Bool) (xs : List α) : (xs.map f).any p = xs.any fun x => p (f x) := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [List.map_cons, List.any_cons, ih, List.any_cons]

theorem cons_head_tail (xs : List α) (h : xs ≠ []) : xs.head h :: xs.tail = xs := by
  cases xs with
  | nil => contradiction
  | cons x xs => rfl

theorem length_eq_two (xs : List α) (h : xs.length = 2) : ∃ a b, xs = [a, b] := by
  match xs, h with
  | [a, b], _ => exact ⟨a, b, rfl⟩

theorem append_eq_self_right (xs ys : List α) (h : xs ++ ys = xs) : ys = [] := by
  simpa using h

theorem append_left_cancel (xs ys zs : List α) (h : xs ++ ys = xs ++ zs) : ys = zs := by
  induction xs with
  | nil => exact h
  | cons x xs ih =>
    injection h with _ h
    exact ih h

theorem zip_map_self (f : α → β) (xs : List α) : xs.zip (xs.map f) = xs.map fun x => (x, f x) := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [List.map_cons, List.zip_cons_cons, ih]; rfl

theorem length_zip' (xs : List α) (ys : List β) (h : xs.length = ys.length) : (xs.zip ys).length = xs.length := by
  rw [List.length_zip, h, Nat.min_self]

theorem unzip_zip' (xs : List α) (ys : List β) (h : xs.length = ys.length) : (xs.zip ys).unzip = (xs, ys) := by
  induction xs generalizing ys with
  | nil =>
    cases ys with
    | nil => rfl
    | cons y ys => cases h
  | cons x xs ih =>
    cases ys with
    | nil => cases h
    | cons y ys =>
      have h' := ih ys (Nat.succ.inj h)
      rw [List.zip_cons_cons, List.unzip_cons, h']

theorem map_eq_nil (f : α → β) (xs : List α) : xs.map f = [] ↔ xs = [] := by
  cases xs <;> simp

theorem map_const_length (xs : List α) (b : β) : xs.map (fun _ => b) = List.replicate xs.length b := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [List.map_cons, ih]; rfl

theorem reverse_palindrome (xs : List α) : (xs ++ xs.reverse).reverse = xs ++ xs.reverse := by
  simp

theorem filterMap_some' (xs : List α) : xs.filterMap some = xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [List.filterMap_cons_some rfl, ih]

theorem flatMap_pure (xs : List α) : (xs.flatMap fun x => [x]) = xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [List.flatMap_cons, ih]; rfl

end Corpus.ListBasic
