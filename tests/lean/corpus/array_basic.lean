/-! Everyday facts about arrays. -/

namespace Corpus.ArrayBasic
variable {α β γ : Type}

theorem size_push' (xs : Array α) (a : α) : (xs.push a).size = xs.size + 1 := by
  rw [Array.size_push]

theorem toList_push' (xs : Array α) (a : α) : (xs.push a).toList = xs.toList ++ [a] := by
  simp

theorem size_append' (xs ys : Array α) : (xs ++ ys).size = xs.size + ys.size := by
  simp

theorem append_assoc' (xs ys zs : Array α) : xs ++ ys ++ zs = xs ++ (ys ++ zs) := by
  apply Array.ext'
  simp

theorem map_append' (f : α → β) (xs ys : Array α) : (xs ++ ys).map f = xs.map f ++ ys.map f := by
  apply Array.ext'
  simp

theorem map_map' (f : α → β) (g : β → γ) (xs : Array α) : (xs.map f).map g = xs.map fun a => g (f a) := by
  rw [Array.map_map]
  rfl

theorem size_map' (f : α → β) (xs : Array α) : (xs.map f).size = xs.size := by
  simp

theorem reverse_reverse' (xs : Array α) : xs.reverse.reverse = xs := by
  apply Array.ext'
  rw [Array.toList_reverse, Array.toList_reverse, List.reverse_reverse]

theorem eq_of_toList (xs ys : Array α) (h : xs.toList = ys.toList) : xs = ys := by
  cases xs
  cases ys
  cases h
  rfl

theorem ext_size_getElem (xs ys : Array α) (h : xs.size = ys.size) (k : ∀ i (h₁ : i < xs.size) (h₂ : i < ys.size), xs[i] = ys[i]) :
    xs = ys := by
  apply Array.ext h
  intro i h₁ h₂
  exact k i h₁ h₂

theorem getElem_set_self' (xs : Array α) (i : Nat) (h : i < xs.size) (a : α) : (xs.set i a)[i]'(by simp [h]) = a := by
  simp

theorem size_set' (xs : Array α) (i : Nat) (h : i < xs.size) (a : α) : (xs.set i a).size = xs.size := by
  simp

theorem pop_push' (xs : Array α) (a : α) : (xs.push a).pop = xs := by
  simp

theorem push_ne_empty' (xs : Array α) (a : α) : xs.push a ≠ #[] := by
  intro h
  have := congrArg Array.size h
  rw [Array.size_push] at this
  cases this

theorem mem_push' (xs : Array α) (a b : α) : b ∈ xs.push a ↔ b ∈ xs ∨ b = a := by
  simp

theorem mem_map_of_mem (f : α → β) (xs : Array α) (a : α) (h : a ∈ xs) : f a ∈ xs.map f := by
  rw [Array.mem_map]
  exact ⟨a, h, rfl⟩

theorem foldl_eq_foldl_toList (f : β → α → β) (b : β) (xs : Array α) : xs.foldl f b = xs.toList.foldl f b := by
  rw [Array.foldl_toList]

theorem foldl_push' (f : β → α → β) (b : β) (xs : Array α) (a : α) : (xs.push a).foldl f b = f (xs.foldl f b) a := by
  rw [Array.foldl_push]

theorem filter_filter' (p q : α → Bool) (xs : Array α) : (xs.filter p).filter q = xs.filter fun a => q a && p a := by
  simp

theorem toArray_toList' (xs : List α) : xs.toArray.toList = xs := rfl

theorem toArray_append (xs ys : List α) : xs.toArray ++ ys.toArray = (xs ++ ys).toArray := by
  simp

theorem size_eq_zero' (xs : Array α) (h : xs.size = 0) : xs = #[] := by
  apply Array.ext'
  exact List.eq_nil_of_length_eq_zero h

example : #[1, 2, 3].size = 3 := rfl
example : #[1, 2, 3][1] = 2 := rfl
example : #[1, 2] ++ #[3] = #[1, 2, 3] := by decide
example : #[1, 2, 3].map (· * 2) = #[2, 4, 6] := by decide
example : #[3, 1].foldl (· + ·) 0 = 4 := by decide
example : 2 ∈ #[1, 2, 3] := by decide

end Corpus.ArrayBasic
