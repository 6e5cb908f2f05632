prelude
import Init.Data.List.Lemmas
import Init.Data.Nat.Sub
import Init.Data.AC
/-! Laws of lists, second part: `reverse`, the folds, `replicate` and `sum`. -/
universe u v w
variable {α : Type u} {β : Type v} {γ : Type w}
namespace List

/-! ## `reverse` -/
theorem reverseAux_eq {as bs : List α} : reverseAux as bs = reverse as ++ bs := by
  unfold reverse
  induction as generalizing bs with
  | nil => rfl
  | cons a as ih => rw [reverseAux_cons, reverseAux_cons, ih, @ih [a], append_assoc]; rfl
theorem reverseAux_reverseAux_nil {as bs : List α} : reverseAux (reverseAux as bs) [] = reverseAux bs as := by
  induction as generalizing bs with
  | nil => rfl
  | cons a as ih => exact ih
@[simp] theorem reverse_cons {a : α} {as : List α} : reverse (a :: as) = reverse as ++ [a] := reverseAux_eq (as := as)
@[simp] theorem reverse_append {as bs : List α} : (as ++ bs).reverse = bs.reverse ++ as.reverse := by
  induction as with
  | nil => exact (append_nil _).symm
  | cons a as ih => rw [cons_append, reverse_cons, ih, reverse_cons, append_assoc]
@[simp] theorem reverse_reverse (as : List α) : as.reverse.reverse = as := reverseAux_reverseAux_nil
@[simp] theorem length_reverse {as : List α} : (as.reverse).length = as.length := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [reverse_cons, length_append, ih]; rfl
@[simp] theorem mem_reverse {x : α} {as : List α} : x ∈ reverse as ↔ x ∈ as := by
  induction as with
  | nil => exact Iff.rfl
  | cons a as ih => rw [reverse_cons, mem_append, ih, mem_singleton, mem_cons, or_comm]
@[simp] theorem reverse_eq_nil_iff {xs : List α} : xs.reverse = [] ↔ xs = [] := by
  rw [← length_eq_zero_iff, length_reverse, length_eq_zero_iff]
theorem reverse_ne_nil_iff {xs : List α} : xs.reverse ≠ [] ↔ xs ≠ [] := not_congr reverse_eq_nil_iff
@[simp] theorem isEmpty_reverse {xs : List α} : xs.reverse.isEmpty = xs.isEmpty := by
  cases xs with
  | nil => rfl
  | cons a as => exact isEmpty_eq_false_iff.mpr (reverse_ne_nil_iff.mpr nofun)
@[simp] theorem reverse_inj {xs ys : List α} : xs.reverse = ys.reverse ↔ xs = ys :=
  ⟨fun h => by rw [← reverse_reverse xs, h, reverse_reverse], fun h => h ▸ rfl⟩
theorem reverse_eq_iff {as bs : List α} : as.reverse = bs ↔ as = bs.reverse :=
  ⟨fun h => h ▸ (reverse_reverse as).symm, fun h => h ▸ reverse_reverse bs⟩
@[simp] theorem reverse_eq_cons_iff {xs : List α} {a : α} {ys : List α} : xs.reverse = a :: ys ↔ xs = ys.reverse ++ [a] := by
  rw [reverse_eq_iff, reverse_cons]
@[simp] theorem map_reverse {f : α → β} {l : List α} : l.reverse.map f = (l.map f).reverse := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [reverse_cons, map_append, ih, map_cons (l := l), reverse_cons]; rfl
@[simp] theorem filter_reverse {p : α → Bool} {l : List α} : l.reverse.filter p = (l.filter p).reverse := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [reverse_cons, filter_append, ih, filter_cons, filter_cons]
    cases p a
    · exact append_nil _
    · exact reverse_cons.symm
@[simp] theorem filterMap_reverse {f : α → Option β} {l : List α} : l.reverse.filterMap f = (l.filterMap f).reverse := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [reverse_cons, filterMap_append, ih, filterMap_cons, filterMap_cons]
    cases f a
    · exact append_nil _
    · exact reverse_cons.symm
theorem reverse_flatten {L : List (List α)} : L.flatten.reverse = (L.map reverse).reverse.flatten := by
  induction L with
  | nil => rfl
  | cons l L ih => rw [flatten_cons, reverse_append, ih, map_cons, reverse_cons, flatten_concat]
theorem flatten_reverse {L : List (List α)} : L.reverse.flatten = (L.map reverse).flatten.reverse := by
  induction L with
  | nil => rfl
  | cons l L ih => rw [reverse_cons, flatten_concat, ih, map_cons, flatten_cons, reverse_append, reverse_reverse]
theorem reverse_concat {l : List α} {a : α} : (l ++ [a]).reverse = a :: l.reverse := reverse_append
theorem getElem?_reverse' {l : List α} {i j : Nat} (h : i + j + 1 = length l) : l.reverse[i]? = l[j]? := by
  induction l generalizing i j with
  | nil => exact nomatch h
  | cons a l ih =>
    have h' : i + j = l.length := Nat.succ.inj h
    rw [reverse_cons]
    cases j with
    | zero =>
      rw [getElem?_append_right (by rw [length_reverse, ← h']; exact Nat.le_refl _), length_reverse, ← h']
      show [a][i - i]? = some a
      rw [Nat.sub_self]; rfl
    | succ j =>
      rw [getElem?_append_left (by rw [length_reverse, ← h']; exact Nat.succ_le_succ (Nat.le_add_right i j))]
      exact ih h'
theorem getElem?_reverse {l : List α} {i : Nat} (h : i < length l) : l.reverse[i]? = l[l.length - 1 - i]? := by
  apply getElem?_reverse'
  rw [Nat.add_sub_of_le (Nat.le_sub_of_add_le (Nat.succ_le_of_lt h)), Nat.sub_add_cancel (Nat.lt_of_le_of_lt (Nat.zero_le i) h)]
@[simp] theorem getElem_reverse {l : List α} {i : Nat} (h : i < l.reverse.length) :
    l.reverse[i] = l[l.length - 1 - i]'(Nat.sub_one_sub_lt_of_lt (length_reverse (as := l) ▸ h)) := by
  rw [getElem_eq_iff, getElem?_reverse (length_reverse (as := l) ▸ h), getElem?_eq_getElem]

/-! ## Folds -/
@[simp] theorem foldl_append {f : β → α → β} {b : β} {l l' : List α} : (l ++ l').foldl f b = l'.foldl f (l.foldl f b) := by
  induction l generalizing b with
  | nil => rfl
  | cons a l ih => exact ih
@[simp] theorem foldr_append {f : α → β → β} {b : β} {l l' : List α} : (l ++ l').foldr f b = l.foldr f (l'.foldr f b) := by
  induction l with
  | nil => rfl
  | cons a l ih => exact congrArg (f a) ih
@[simp] theorem foldr_cons_eq_append {l : List α} {f : α → β} {l' : List β} : l.foldr (fun x ys => f x :: ys) l' = l.map f ++ l' := by
  induction l with
  | nil => rfl
  | cons a l ih => exact congrArg (cons _) ih
@[simp] theorem foldr_cons_eq_append' {l l' : List β} : l.foldr cons l' = l ++ l' := by
  induction l with
  | nil => rfl
  | cons a l ih => exact congrArg (cons _) ih
theorem foldr_cons_nil {l : List α} : l.foldr cons [] = l := foldr_cons_eq_append'.trans (append_nil l)
theorem foldl_flip_cons_eq_append {l : List α} {f : α → β} {l' : List β} :
    l.foldl (fun xs y => f y :: xs) l' = (l.map f).reverse ++ l' := by
  induction l generalizing l' with
  | nil => rfl
  | cons a l ih => rw [foldl_cons, ih, map_cons, reverse_cons, append_assoc]; rfl
theorem foldl_map {f : β₁ → β₂} {g : α → β₂ → α} {l : List β₁} {init : α} :
    (l.map f).foldl g init = l.foldl (fun x y => g x (f y)) init := by
  induction l generalizing init with
  | nil => rfl
  | cons a l ih => exact ih
theorem foldr_map {f : α₁ → α₂} {g : α₂ → β → β} {l : List α₁} {init : β} :
    (l.map f).foldr g init = l.foldr (fun x y => g (f x) y) init := by
  induction l with
  | nil => rfl
  | cons a l ih => exact congrArg (g (f a)) ih
theorem foldl_filter {p : α → Bool} {f : β → α → β} {l : List α} {init : β} :
    (l.filter p).foldl f init = l.foldl (fun x y => if p y then f x y else x) init := by
  induction l generalizing init with
  | nil => rfl
  | cons a l ih =>
    rw [filter_cons, foldl_cons, ← ih]
    cases p a <;> rfl
theorem foldr_filter {p : α → Bool} {f : α → β → β} {l : List α} {init : β} :
    (l.filter p).foldr f init = l.foldr (fun x y => if p x then f x y else y) init := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [filter_cons, foldr_cons, ← ih]
    cases p a <;> rfl
theorem foldl_map_hom {g : α → β} {f : α → α → α} {f' : β → β → β} {a : α} {l : List α}
    (h : ∀ x y, f' (g x) (g y) = g (f x y)) : (l.map g).foldl f' (g a) = g (l.foldl f a) := by
  induction l generalizing a with
  | nil => rfl
  | cons b l ih => rw [map_cons, foldl_cons, foldl_cons, h, ih]
theorem foldl_hom (f : α₁ → α₂) {g₁ : α₁ → β → α₁} {g₂ : α₂ → β → α₂} {l : List β} {init : α₁}
    (H : ∀ x y, g₂ (f x) y = f (g₁ x y)) : l.foldl g₂ (f init) = f (l.foldl g₁ init) := by
  induction l generalizing init with
  | nil => rfl
  | cons b l ih => rw [foldl_cons, foldl_cons, H, ih]
theorem foldr_hom (f : β₁ → β₂) {g₁ : α → β₁ → β₁} {g₂ : α → β₂ → β₂} {l : List α} {init : β₁}
    (H : ∀ x y, g₂ x (f y) = f (g₁ x y)) : l.foldr g₂ (f init) = f (l.foldr g₁ init) := by
  induction l with
  | nil => rfl
  | cons b l ih => rw [foldr_cons, foldr_cons, ih, H]
@[simp] theorem foldl_reverse {l : List α} {f : β → α → β} {b : β} : l.reverse.foldl f b = l.foldr (fun x y => f y x) b := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [reverse_cons, foldl_append, ih]; rfl
@[simp] theorem foldr_reverse {l : List α} {f : α → β → β} {b : β} : l.reverse.foldr f b = l.foldl (fun x y => f y x) b := by
  induction l generalizing b with
  | nil => rfl
  | cons a l ih => rw [reverse_cons, foldr_append, ih]; rfl
theorem foldl_eq_foldr_reverse {l : List α} {f : β → α → β} {b : β} : l.foldl f b = l.reverse.foldr (fun x y => f y x) b := foldr_reverse.symm
theorem foldr_eq_foldl_reverse {l : List α} {f : α → β → β} {b : β} : l.foldr f b = l.reverse.foldl (fun x y => f y x) b := foldl_reverse.symm
theorem foldl_assoc {op : α → α → α} [ha : Std.Associative op] {l : List α} {a₁ a₂ : α} :
    l.foldl op (op a₁ a₂) = op a₁ (l.foldl op a₂) := by
  induction l generalizing a₂ with
  | nil => rfl
  | cons b l ih => rw [foldl_cons, foldl_cons, ha.assoc, ih]
theorem foldr_assoc {op : α → α → α} [ha : Std.Associative op] {l : List α} {a₁ a₂ : α} :
    l.foldr op (op a₁ a₂) = op (l.foldr op a₁) a₂ := by
  induction l with
  | nil => rfl
  | cons b l ih => rw [foldr_cons, foldr_cons, ih, ha.assoc]
theorem foldl_congr {l l' : List α} {f g : β → α → β} {b b' : β} (w : l = l') (h : b = b')
    (k : ∀ x y, y ∈ l → f x y = g x y) : l.foldl f b = l'.foldl g b' := by
  subst w h
  induction l generalizing b with
  | nil => rfl
  | cons a l ih => rw [foldl_cons, foldl_cons, k _ _ (.head _), ih fun x y m => k x y (.tail _ m)]
theorem foldr_congr {l l' : List α} {f g : α → β → β} {b b' : β} (w : l = l') (h : b = b')
    (k : ∀ x y, x ∈ l → f x y = g x y) : l.foldr f b = l'.foldr g b' := by
  subst w h
  induction l with
  | nil => rfl
  | cons a l ih => rw [foldr_cons, foldr_cons, k _ _ (.head _), ih fun x y m => k x y (.tail _ m)]

/-! ## `sum` -/
@[simp] theorem sum_nil [Add α] [Zero α] : ([] : List α).sum = 0 := rfl
@[simp] theorem sum_cons [Add α] [Zero α] {a : α} {l : List α} : (a :: l).sum = a + l.sum := rfl
@[simp] theorem sum_append_nat {l₁ l₂ : List Nat} : (l₁ ++ l₂).sum = l₁.sum + l₂.sum := by
  induction l₁ with
  | nil => exact (Nat.zero_add _).symm
  | cons a l₁ ih => rw [cons_append, sum_cons, ih, sum_cons, Nat.add_assoc]
@[simp] theorem sum_reverse_nat (xs : List Nat) : xs.reverse.sum = xs.sum := by
  induction xs with
  | nil => rfl
  | cons a xs ih => rw [reverse_cons, sum_append_nat, ih, sum_cons, Nat.add_comm]; rfl

/-! ## `replicate` -/
@[simp] theorem length_replicate {n : Nat} {a : α} : (replicate n a).length = n := by
  induction n with
  | zero => rfl
  | succ n ih => exact congrArg (· + 1) ih
theorem replicate_one {a : α} : replicate 1 a = [a] := rfl
@[simp] theorem mem_replicate {a b : α} {n : Nat} : b ∈ replicate n a ↔ n ≠ 0 ∧ b = a := by
  induction n with
  | zero => exact ⟨nofun, fun h => absurd rfl h.1⟩
  | succ n ih =>
    rw [replicate_succ, mem_cons, ih]
    exact ⟨fun h => ⟨nofun, h.elim id And.right⟩, fun h => .inl h.2⟩
theorem eq_of_mem_replicate {a b : α} {n : Nat} (h : b ∈ replicate n a) : b = a := (mem_replicate.mp h).2
@[simp] theorem replicate_eq_nil_iff {n : Nat} (a : α) : replicate n a = [] ↔ n = 0 := by
  rw [← length_eq_zero_iff, length_replicate]
theorem forall_mem_replicate {p : α → Prop} {a : α} {n : Nat} : (∀ b, b ∈ replicate n a → p b) ↔ n = 0 ∨ p a := by
  cases n with
  | zero => exact ⟨fun _ => .inl rfl, fun _ => nofun⟩
  | succ n => exact ⟨fun h => .inr (h a (.head _)), fun h b m => eq_of_mem_replicate m ▸ h.elim nofun id⟩
@[simp] theorem getElem?_replicate_of_lt {a : α} {n i : Nat} (h : i < n) : (replicate n a)[i]? = some a := by
  induction n generalizing i with
  | zero => exact absurd h (Nat.not_succ_le_zero _)
  | succ n ih =>
    cases i with
    | zero => rfl
    | succ i => exact ih (Nat.le_of_succ_le_succ h)
@[simp] theorem getElem_replicate {a : α} {n i : Nat} (h : i < (replicate n a).length) : (replicate n a)[i] = a :=
  getElem_eq_iff.mpr (getElem?_replicate_of_lt (length_replicate (n := n) (a := a) ▸ h))
theorem getElem?_replicate {a : α} {n i : Nat} : (replicate n a)[i]? = if i < n then some a else none := by
  by_cases h : i < n
  · rw [if_pos h, getElem?_replicate_of_lt h]
  · rw [if_neg h]
    exact getElem?_eq_none (by rw [length_replicate]; exact Nat.not_lt.mp h)
@[simp] theorem replicate_inj {n m : Nat} {a b : α} : replicate n a = replicate m b ↔ n = m ∧ (n = 0 ∨ a = b) := by
  constructor
  · intro h
    have e : n = m := by
      have := congrArg length h
      rwa [length_replicate, length_replicate] at this
    subst e
    cases n with
    | zero => exact ⟨rfl, .inl rfl⟩
    | succ n => exact ⟨rfl, .inr (List.cons.inj h).1⟩
  · rintro ⟨rfl, rfl | rfl⟩ <;> rfl
theorem eq_replicate_of_mem {a : α} : ∀ {l : List α}, (∀ b, b ∈ l → b = a) → l = replicate l.length a
  | [], _ => rfl
  | b :: l, h => by
    have e : b = a := h b (.head _)
    subst e
    exact congrArg (cons b) (eq_replicate_of_mem fun c k => h c (.tail _ k))
theorem eq_replicate_iff {a : α} {n : Nat} {l : List α} : l = replicate n a ↔ l.length = n ∧ ∀ b, b ∈ l → b = a := by
  constructor
  · rintro rfl
    exact ⟨length_replicate, fun _ => eq_of_mem_replicate⟩
  · rintro ⟨rfl, h⟩
    exact eq_replicate_of_mem h
theorem map_eq_replicate_iff {l : List α} {f : α → β} {b : β} : l.map f = replicate l.length b ↔ ∀ x, x ∈ l → f x = b := by
  rw [eq_replicate_iff, length_map, forall_mem_map]
  exact ⟨And.right, fun h => ⟨rfl, h⟩⟩
@[simp] theorem map_const {l : List α} {b : β} : map (Function.const α b) l = replicate l.length b := map_eq_replicate_iff.mpr fun _ _ => rfl
theorem map_const' {l : List α} {b : β} : map (fun _ => b) l = replicate l.length b := map_const
@[simp] theorem append_replicate_replicate {a : α} {n m : Nat} : replicate n a ++ replicate m a = replicate (n + m) a := by
  rw [eq_replicate_iff, length_append, length_replicate, length_replicate]
  exact ⟨rfl, fun b h => (mem_append.mp h).elim eq_of_mem_replicate eq_of_mem_replicate⟩
theorem replicate_succ' {n : Nat} {a : α} : replicate (n + 1) a = replicate n a ++ [a] := append_replicate_replicate.symm
@[simp] theorem map_replicate {f : α → β} {n : Nat} {a : α} : (replicate n a).map f = replicate n (f a) := by
  induction n with
  | zero => rfl
  | succ n ih => exact congrArg (cons _) ih
theorem filter_replicate {p : α → Bool} {n : Nat} {a : α} : (replicate n a).filter p = if p a then replicate n a else [] := by
  induction n with
  | zero => cases p a <;> rfl
  | succ n ih =>
    rw [replicate_succ, filter_cons, ih]
    cases p a <;> rfl
@[simp] theorem filter_replicate_of_pos {p : α → Bool} {n : Nat} {a : α} (h : p a) : (replicate n a).filter p = replicate n a := by
  rw [filter_replicate, if_pos h]
@[simp] theorem filter_replicate_of_neg {p : α → Bool} {n : Nat} {a : α} (h : ¬p a) : (replicate n a).filter p = [] := by
  rw [filter_replicate, if_neg h]
@[simp] theorem reverse_replicate {n : Nat} {a : α} : (replicate n a).reverse = replicate n a := by
  rw [eq_replicate_iff, length_reverse, length_replicate]
  exact ⟨rfl, fun b h => eq_of_mem_replicate (mem_reverse.mp h)⟩
@[simp] theorem flatten_replicate_nil {n : Nat} : (replicate n ([] : List α)).flatten = [] := by
  induction n with
  | zero => rfl
  | succ n ih => exact ih
@[simp] theorem flatten_replicate_singleton {n : Nat} {a : α} : (replicate n [a]).flatten = replicate n a := by
  induction n with
  | zero => rfl
  | succ n ih => exact congrArg (cons a) ih
@[simp] theorem sum_replicate_nat {n a : Nat} : (replicate n a).sum = n * a := by
  induction n with
  | zero => exact (Nat.zero_mul a).symm
  | succ n ih => rw [replicate_succ, sum_cons, ih, Nat.succ_mul, Nat.add_comm]
end List
