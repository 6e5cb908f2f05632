prelude
import Init.Data.Array.Basic
import Init.Data.List.Perm
/-! Laws of arrays, each carried over from the list of elements. -/
universe u v w
variable {α : Type u} {β : Type v} {γ : Type w}
set_option linter.unusedVariables false

namespace List
@[simp] theorem getElem_toArray {l : List α} {i : Nat} (h : i < l.toArray.size) : l.toArray[i] = l[i]'(Nat.lt_of_lt_of_le h (Nat.le_of_eq Array.size_toArray)) := rfl
@[simp] theorem getElem?_toArray {l : List α} {i : Nat} : l.toArray[i]? = l[i]? := by
  by_cases h : i < l.length
  · rw [getElem?_eq_getElem h]; exact dif_pos h
  · rw [getElem?_neg l i h]; exact dif_neg h
@[simp] theorem toArray_toList (xs : Array α) : xs.toList.toArray = xs := rfl
theorem toList_toArray (l : List α) : l.toArray.toList = l := rfl
theorem toArray_inj {as bs : List α} (h : as.toArray = bs.toArray) : as = bs := congrArg Array.toList h
@[simp] theorem push_toArray (l : List α) (a : α) : l.toArray.push a = (l ++ [a]).toArray := congrArg _ concat_eq_append
@[simp] theorem map_toArray (f : α → β) (l : List α) : l.toArray.map f = (l.map f).toArray := rfl
@[simp] theorem filter_toArray' {p : α → Bool} {l : List α} {stop : Nat} (h : stop = l.toArray.size) :
    l.toArray.filter p 0 stop = (l.filter p).toArray := by
  subst h
  show (⟨((l.take l.length).drop 0).filter p⟩ : Array α) = _
  rw [take_length]; rfl
theorem filter_toArray (p : α → Bool) (l : List α) : l.toArray.filter p = (l.filter p).toArray := filter_toArray' rfl
@[simp] theorem filterMap_toArray' {f : α → Option β} {l : List α} {stop : Nat} (h : stop = l.toArray.size) :
    l.toArray.filterMap f 0 stop = (l.filterMap f).toArray := by
  subst h
  show (⟨((l.take l.length).drop 0).filterMap f⟩ : Array β) = _
  rw [take_length]; rfl
@[simp] theorem foldl_toArray' (f : β → α → β) {init : β} (l : List α) {stop : Nat} (h : stop = l.toArray.size) :
    l.toArray.foldl f init 0 stop = l.foldl f init := by
  subst h
  show ((l.take l.length).drop 0).foldl f init = _
  rw [take_length]; rfl
theorem foldl_toArray (f : β → α → β) {init : β} (l : List α) : l.toArray.foldl f init = l.foldl f init := foldl_toArray' f l rfl
@[simp] theorem foldr_toArray' (f : α → β → β) {init : β} (l : List α) {start : Nat} (h : start = l.toArray.size) :
    l.toArray.foldr f init start 0 = l.foldr f init := by
  subst h
  show ((l.take l.length).drop 0).foldr f init = _
  rw [take_length]; rfl
theorem foldr_toArray (f : α → β → β) {init : β} (l : List α) : l.toArray.foldr f init = l.foldr f init := foldr_toArray' f l rfl
@[simp] theorem any_toArray' {p : α → Bool} {l : List α} {stop : Nat} (h : stop = l.toArray.size) : l.toArray.any p 0 stop = l.any p := by
  subst h
  show ((l.take l.length).drop 0).any p = _
  rw [take_length]; rfl
@[simp] theorem all_toArray' {p : α → Bool} {l : List α} {stop : Nat} (h : stop = l.toArray.size) : l.toArray.all p 0 stop = l.all p := by
  subst h
  show ((l.take l.length).drop 0).all p = _
  rw [take_length]; rfl
@[simp] theorem contains_toArray [BEq α] {l : List α} {a : α} : l.toArray.contains a = l.contains a := rfl
@[simp] theorem size_toArray (l : List α) : l.toArray.size = l.length := rfl
@[simp] theorem reverse_toArray (l : List α) : l.toArray.reverse = l.reverse.toArray := rfl
end List

namespace Array
/-! ## Extensionality -/
theorem toList_inj {xs ys : Array α} : xs.toList = ys.toList ↔ xs = ys :=
  ⟨fun h => by cases xs; cases ys; exact congrArg mk h, fun h => h ▸ rfl⟩
theorem toList_eq_nil_iff (xs : Array α) : xs.toList = [] ↔ xs = #[] := toList_inj (ys := #[])
@[simp] theorem getElem_toList {xs : Array α} {i : Nat} (h : i < xs.size) : xs.toList[i]'h = xs[i] := rfl
@[simp] theorem getElem?_toList {xs : Array α} {i : Nat} : xs.toList[i]? = xs[i]? := List.getElem?_toArray.symm
theorem ext' {xs ys : Array α} (h : xs.toList = ys.toList) : xs = ys := toList_inj.mp h
@[ext] protected theorem ext {xs ys : Array α} (h₁ : xs.size = ys.size)
    (h₂ : (i : Nat) → (hi₁ : i < xs.size) → (hi₂ : i < ys.size) → xs[i] = ys[i]) : xs = ys :=
  ext' (List.ext_getElem h₁ h₂)
theorem ext_getElem? {xs ys : Array α} (h : ∀ i : Nat, xs[i]? = ys[i]?) : xs = ys :=
  ext' (List.ext_getElem? fun i => by rw [getElem?_toList, h, getElem?_toList])

/-! ## Size and indexing -/
@[simp] theorem size_empty : (#[] : Array α).size = 0 := rfl
@[simp] theorem toList_empty : (#[] : Array α).toList = [] := rfl
theorem size_eq_length_toList {xs : Array α} : xs.size = xs.toList.length := rfl
theorem eq_empty_of_size_eq_zero {xs : Array α} (h : xs.size = 0) : xs = #[] := ext' (List.eq_nil_of_length_eq_zero h)
@[simp] theorem size_eq_zero_iff {xs : Array α} : xs.size = 0 ↔ xs = #[] := ⟨eq_empty_of_size_eq_zero, fun h => h ▸ rfl⟩
theorem size_pos_iff {xs : Array α} : 0 < xs.size ↔ xs ≠ #[] := Nat.pos_iff_ne_zero.trans (not_congr size_eq_zero_iff)
@[simp] theorem isEmpty_iff {xs : Array α} : xs.isEmpty ↔ xs = #[] := decide_eq_true_iff.trans size_eq_zero_iff
@[simp] theorem getElem?_eq_getElem {xs : Array α} {i : Nat} (h : i < xs.size) : xs[i]? = some xs[i] := getElem?_pos xs i h
@[simp] theorem getElem?_eq_none_iff {xs : Array α} {i : Nat} : xs[i]? = none ↔ xs.size ≤ i := (_root_.getElem?_eq_none_iff xs i).trans Nat.not_lt
@[simp] theorem getElem?_eq_none {xs : Array α} {i : Nat} (h : xs.size ≤ i) : xs[i]? = none := getElem?_eq_none_iff.mpr h
theorem getElem?_eq_some_iff {xs : Array α} {i : Nat} {b : α} : xs[i]? = some b ↔ ∃ h : i < xs.size, xs[i] = b := _root_.getElem?_eq_some_iff
@[simp] theorem getElem?_eq_some_getElem_iff {xs : Array α} {i : Nat} (h : i < xs.size) : xs[i]? = some xs[i] ↔ True :=
  ⟨fun _ => trivial, fun _ => getElem?_eq_getElem h⟩
@[simp] theorem some_getElem_eq_getElem?_iff {xs : Array α} {i : Nat} (h : i < xs.size) : some xs[i] = xs[i]? ↔ True :=
  ⟨fun _ => trivial, fun _ => (getElem?_eq_getElem h).symm⟩
theorem getElem?_empty {i : Nat} : (#[] : Array α)[i]? = none := rfl
@[simp] theorem getElem_mem {xs : Array α} {i : Nat} (h : i < xs.size) : xs[i] ∈ xs := mem_def.mpr (List.getElem_mem h)
theorem getElem_of_mem {a : α} {xs : Array α} (h : a ∈ xs) : ∃ (i : Nat) (h : i < xs.size), xs[i]'h = a := List.getElem_of_mem (mem_def.mp h)
theorem mem_iff_getElem {a : α} {xs : Array α} : a ∈ xs ↔ ∃ (i : Nat) (h : i < xs.size), xs[i]'h = a :=
  ⟨getElem_of_mem, fun ⟨_, h, e⟩ => e ▸ getElem_mem h⟩
@[simp] theorem not_mem_empty (a : α) : ¬a ∈ #[] := fun h => nomatch mem_def.mp h

/-! ## `push` and `pop` -/
@[simp] theorem toList_push {xs : Array α} {x : α} : (xs.push x).toList = xs.toList ++ [x] := List.concat_eq_append
@[simp] theorem size_push {xs : Array α} (v : α) : (xs.push v).size = xs.size + 1 := List.length_concat
@[simp] theorem push_ne_empty {a : α} {xs : Array α} : xs.push a ≠ #[] := fun h => nomatch (size_push a).symm.trans (congrArg size h)
theorem getElem?_push_lt {xs : Array α} {x : α} {i : Nat} (h : i < xs.size) : (xs.push x)[i]? = some xs[i] := by
  rw [← getElem?_toList, toList_push, List.getElem?_append_left h, getElem?_toList, getElem?_eq_getElem h]
@[simp] theorem getElem?_push_size {xs : Array α} {x : α} : (xs.push x)[xs.size]? = some x := by
  rw [← getElem?_toList, toList_push]
  show (xs.toList ++ [x])[xs.toList.length]? = some x
  rw [List.getElem?_append_right (Nat.le_refl _), Nat.sub_self]; rfl
theorem getElem_push_lt {xs : Array α} {x : α} {i : Nat} (h : i < xs.size) : (xs.push x)[i]'(size_push (xs := xs) x ▸ Nat.lt_succ_of_lt h) = xs[i] :=
  Option.some.inj ((getElem?_eq_getElem _).symm.trans (getElem?_push_lt h))
@[simp] theorem getElem_push_eq {xs : Array α} {x : α} : (xs.push x)[xs.size]'(size_push (xs := xs) x ▸ Nat.lt_succ_self _) = x :=
  Option.some.inj ((getElem?_eq_getElem _).symm.trans getElem?_push_size)
theorem getElem_push {xs : Array α} {x : α} {i : Nat} (h : i < (xs.push x).size) :
    (xs.push x)[i] = if h : i < xs.size then xs[i] else x := by
  by_cases k : i < xs.size
  · rw [dif_pos k]; exact getElem_push_lt k
  · rw [dif_neg k]
    have e : i = xs.size := Nat.le_antisymm (Nat.le_of_lt_succ (Nat.lt_of_lt_of_le h (Nat.le_of_eq (size_push x)))) (Nat.not_lt.mp k)
    subst e
    exact getElem_push_eq
@[simp] theorem mem_push {xs : Array α} {x y : α} : x ∈ xs.push y ↔ x ∈ xs ∨ x = y := by
  rw [mem_def, toList_push, List.mem_append, List.mem_singleton, mem_def]
theorem mem_push_self {xs : Array α} {x : α} : x ∈ xs.push x := mem_push.mpr (.inr rfl)
theorem mem_push_of_mem {xs : Array α} {x : α} (y : α) (h : x ∈ xs) : x ∈ xs.push y := mem_push.mpr (.inl h)
@[simp] theorem toList_pop {xs : Array α} : xs.pop.toList = xs.toList.dropLast := rfl
@[simp] theorem size_pop {xs : Array α} : xs.pop.size = xs.size - 1 := List.length_dropLast
@[simp] theorem pop_push {xs : Array α} {x : α} : (xs.push x).pop = xs := ext' (by rw [toList_pop, toList_push, List.dropLast_concat])
theorem push_inj_left {a : α} {xs ys : Array α} : xs.push a = ys.push a ↔ xs = ys :=
  ⟨fun h => by rw [← pop_push (xs := xs) (x := a), h, pop_push], fun h => h ▸ rfl⟩
@[simp] theorem back?_push {xs : Array α} {x : α} : (xs.push x).back? = some x := by
  unfold back?
  rw [size_push]; exact getElem?_push_size

/-! ## `set` -/
@[simp] theorem size_set {xs : Array α} {i : Nat} {v : α} (h : i < xs.size) : (xs.set i v h).size = xs.size := List.length_set
@[simp] theorem getElem_set_self {xs : Array α} {i : Nat} (h : i < xs.size) {v : α} : (xs.set i v h)[i]'(size_set h ▸ h) = v :=
  List.getElem_set_self (l := xs.toList) _
@[simp] theorem getElem_set_ne {xs : Array α} {i : Nat} (h' : i < xs.size) {v : α} {j : Nat} (pj : j < xs.size) (h : i ≠ j) :
    (xs.set i v h')[j]'(size_set h' ▸ pj) = xs[j] := List.getElem_set_ne (l := xs.toList) h _
theorem getElem_set {xs : Array α} {i : Nat} (h' : i < xs.size) {v : α} {j : Nat} (h : j < (xs.set i v h').size) :
    (xs.set i v h')[j] = if i = j then v else xs[j]'(size_set h' ▸ h) := List.getElem_set (l := xs.toList) h
@[simp] theorem set_set {xs : Array α} {i : Nat} (h : i < xs.size) {v w : α} : (xs.set i v h).set i w (size_set h ▸ h) = xs.set i w h :=
  ext' (List.set_set v)
@[simp] theorem size_setIfInBounds {xs : Array α} {i : Nat} {a : α} : (xs.setIfInBounds i a).size = xs.size := List.length_set

/-! ## `map`, `filter`, folds -/
@[simp] theorem toList_map {f : α → β} {xs : Array α} : (xs.map f).toList = xs.toList.map f := rfl
@[simp] theorem size_map {f : α → β} {xs : Array α} : (xs.map f).size = xs.size := List.length_map f
@[simp] theorem getElem_map {f : α → β} {xs : Array α} {i : Nat} (hi : i < (xs.map f).size) : (xs.map f)[i] = f (xs[i]'(size_map (f := f) ▸ hi)) :=
  List.getElem_map f
@[simp] theorem getElem?_map {f : α → β} {xs : Array α} {i : Nat} : (xs.map f)[i]? = xs[i]?.map f := by
  rw [← getElem?_toList, toList_map, List.getElem?_map, getElem?_toList]
@[simp] theorem mem_map {f : α → β} {xs : Array α} {b : β} : b ∈ xs.map f ↔ ∃ a, a ∈ xs ∧ f a = b := by
  rw [mem_def, toList_map, List.mem_map]
  exact ⟨fun ⟨a, m, e⟩ => ⟨a, mem_def.mpr m, e⟩, fun ⟨a, m, e⟩ => ⟨a, mem_def.mp m, e⟩⟩
@[simp] theorem map_empty {f : α → β} : map f #[] = #[] := rfl
@[simp] theorem map_push {f : α → β} {as : Array α} {x : α} : (as.push x).map f = (as.map f).push (f x) :=
  ext' (by rw [toList_map, toList_push, List.map_append, toList_push]; rfl)
@[simp] theorem map_id_fun : map (id : α → α) = id := funext fun xs => ext' (List.map_id xs.toList)
@[simp] theorem map_map {f : α → β} {g : β → γ} {as : Array α} : (as.map f).map g = as.map (g ∘ f) := ext' List.map_map
@[simp] theorem toList_filter {p : α → Bool} {xs : Array α} : (xs.filter p).toList = xs.toList.filter p :=
  congrArg toList (List.filter_toArray p xs.toList)
@[simp] theorem mem_filter {p : α → Bool} {xs : Array α} {a : α} : a ∈ xs.filter p ↔ a ∈ xs ∧ p a := by
  rw [mem_def, toList_filter, List.mem_filter, mem_def]
@[simp] theorem filter_filter {p q : α → Bool} {xs : Array α} : (xs.filter q).filter p = xs.filter fun a => p a && q a :=
  ext' (by rw [toList_filter, toList_filter, List.filter_filter, toList_filter])
@[simp] theorem foldl_toList (f : β → α → β) {init : β} {xs : Array α} : xs.toList.foldl f init = xs.foldl f init := (List.foldl_toArray f xs.toList).symm
@[simp] theorem foldr_toList (f : α → β → β) {init : β} {xs : Array α} : xs.toList.foldr f init = xs.foldr f init := (List.foldr_toArray f xs.toList).symm
theorem foldl_push {f : β → α → β} {init : β} {xs : Array α} {a : α} : (xs.push a).foldl f init = f (xs.foldl f init) a := by
  rw [← foldl_toList, toList_push, List.foldl_append, ← foldl_toList]; rfl
theorem foldr_push {f : α → β → β} {init : β} {xs : Array α} {a : α} : (xs.push a).foldr f init = xs.foldr f (f a init) := by
  rw [← foldr_toList, toList_push, List.foldr_append, ← foldr_toList]; rfl
@[simp] theorem any_toList {p : α → Bool} {xs : Array α} : xs.toList.any p = xs.any p := by
  show _ = ((xs.toList.take xs.toList.length).drop 0).any p
  rw [List.take_length]; rfl
@[simp] theorem all_toList {p : α → Bool} {xs : Array α} : xs.toList.all p = xs.all p := by
  show _ = ((xs.toList.take xs.toList.length).drop 0).all p
  rw [List.take_length]; rfl
theorem any_eq_true' {p : α → Bool} {xs : Array α} : xs.any p = true ↔ ∃ x, x ∈ xs ∧ p x := by
  rw [← any_toList, List.any_eq_true]
  exact ⟨fun ⟨x, m, h⟩ => ⟨x, mem_def.mpr m, h⟩, fun ⟨x, m, h⟩ => ⟨x, mem_def.mp m, h⟩⟩
theorem all_eq_true' {p : α → Bool} {xs : Array α} : xs.all p = true ↔ ∀ x, x ∈ xs → p x := by
  rw [← all_toList, List.all_eq_true]
  exact ⟨fun h x m => h x (mem_def.mp m), fun h x m => h x (mem_def.mpr m)⟩
@[simp] theorem contains_iff_mem [BEq α] [LawfulBEq α] {xs : Array α} {a : α} : xs.contains a ↔ a ∈ xs := List.contains_iff_mem.trans mem_def.symm

/-! ## Append -/
@[simp] theorem toList_append {xs ys : Array α} : (xs ++ ys).toList = xs.toList ++ ys.toList := by
  show (ys.toList.foldl push xs).toList = _
  induction ys.toList generalizing xs with
  | nil => exact (List.append_nil _).symm
  | cons a l ih => rw [List.foldl_cons, ih, toList_push, List.append_assoc]; rfl
@[simp] theorem toList_appendList {xs : Array α} {l : List α} : (xs ++ l).toList = xs.toList ++ l := toList_append (ys := ⟨l⟩)
@[simp] theorem toArray_append_toArray {as bs : List α} : as.toArray ++ bs.toArray = (as ++ bs).toArray := ext' toList_append
@[simp] theorem size_append {xs ys : Array α} : (xs ++ ys).size = xs.size + ys.size :=
  (congrArg List.length toList_append).trans List.length_append
@[simp] theorem append_empty {xs : Array α} : xs ++ #[] = xs := rfl
@[simp] theorem empty_append {xs : Array α} : #[] ++ xs = xs := ext' toList_append
@[simp] theorem append_assoc {xs ys zs : Array α} : xs ++ ys ++ zs = xs ++ (ys ++ zs) := ext' (by simp only [toList_append, List.append_assoc])
@[simp] theorem push_append {a : α} {xs ys : Array α} : (xs ++ ys).push a = xs ++ ys.push a :=
  ext' (by simp only [toList_append, toList_push, List.append_assoc])
@[simp] theorem mem_append {a : α} {xs ys : Array α} : a ∈ xs ++ ys ↔ a ∈ xs ∨ a ∈ ys := by
  rw [mem_def, toList_append, List.mem_append, mem_def, mem_def]
@[simp] theorem map_append {f : α → β} {xs ys : Array α} : (xs ++ ys).map f = xs.map f ++ ys.map f :=
  ext' (by rw [toList_map, toList_append, List.map_append, toList_append]; rfl)
theorem getElem?_append_left {xs ys : Array α} {i : Nat} (h : i < xs.size) : (xs ++ ys)[i]? = xs[i]? := by
  rw [← getElem?_toList, toList_append, List.getElem?_append_left h, getElem?_toList]
theorem getElem?_append_right {xs ys : Array α} {i : Nat} (h : xs.size ≤ i) : (xs ++ ys)[i]? = ys[i - xs.size]? := by
  rw [← getElem?_toList, toList_append, List.getElem?_append_right h, getElem?_toList]; rfl

/-! ## `reverse`, `replicate`, `range` -/
@[simp] theorem toList_reverse {xs : Array α} : xs.reverse.toList = xs.toList.reverse := rfl
@[simp] theorem size_reverse {xs : Array α} : xs.reverse.size = xs.size := List.length_reverse
@[simp] theorem reverse_reverse {xs : Array α} : xs.reverse.reverse = xs := ext' (List.reverse_reverse _)
@[simp] theorem mem_reverse {x : α} {xs : Array α} : x ∈ xs.reverse ↔ x ∈ xs := by
  rw [mem_def, toList_reverse, List.mem_reverse, mem_def]
@[simp] theorem map_reverse {f : α → β} {xs : Array α} : xs.reverse.map f = (xs.map f).reverse := ext' List.map_reverse
@[simp] theorem reverse_append {xs ys : Array α} : (xs ++ ys).reverse = ys.reverse ++ xs.reverse :=
  ext' (by rw [toList_reverse, toList_append, List.reverse_append, toList_append]; rfl)
@[simp] theorem size_replicate {n : Nat} {v : α} : (replicate n v).size = n := List.length_replicate
@[simp] theorem toList_replicate {n : Nat} {a : α} : (replicate n a).toList = List.replicate n a := rfl
@[simp] theorem getElem_replicate {n : Nat} {a : α} {i : Nat} (h : i < (replicate n a).size) : (replicate n a)[i] = a := List.getElem_replicate h
@[simp] theorem mem_replicate {a b : α} {n : Nat} : b ∈ replicate n a ↔ n ≠ 0 ∧ b = a := mem_def.trans List.mem_replicate
@[simp] theorem size_range {n : Nat} : (range n).size = n := List.length_range
@[simp] theorem toList_range {n : Nat} : (range n).toList = List.range n := rfl
@[simp] theorem getElem_range {n i : Nat} (h : i < (range n).size) : (range n)[i] = i := List.getElem_range h
@[simp] theorem mem_range {m n : Nat} : m ∈ range n ↔ m < n := mem_def.trans List.mem_range
@[simp] theorem size_zipWith {f : α → β → γ} {xs : Array α} {ys : Array β} : (zipWith f xs ys).size = min xs.size ys.size := List.length_zipWith
@[simp] theorem size_zip {xs : Array α} {ys : Array β} : (zip xs ys).size = min xs.size ys.size := List.length_zip
end Array
