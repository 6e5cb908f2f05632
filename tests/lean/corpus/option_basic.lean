/-! Everyday facts about optional values. -/

namespace Corpus.OptionBasic
variable {α β γ : Type}

theorem map_id' (o : Option α) : o.map id = o := by
  cases o with
  | none => rfl
  | some a => rfl

theorem map_comp (f : α → β) (g : β → γ) (o : Option α) : (o.map f).map g = o.map (g ∘ f) := by
  cases o <;> rfl

theorem bind_some_right (o : Option α) : o.bind some = o := by
  cases o <;> rfl

theorem bind_assoc' (o : Option α) (f : α → Option β) (g : β → Option γ) :
    (o.bind f).bind g = o.bind fun a => (f a).bind g := by
  cases o with
  | none => rfl
  | some a => rfl

theorem map_as_bind (f : α → β) (o : Option α) : o.map f = o.bind fun a => some (f a) := by
  cases o <;> rfl

theorem isSome_or_isNone (o : Option α) : (o.isSome || o.isNone) = true := by
  cases o <;> rfl

theorem eq_some_of_isSome (o : Option α) (h : o.isSome) : ∃ a, o = some a := by
  cases o with
  | none => contradiction
  | some a => exact ⟨a, rfl⟩

theorem eq_none_of_not_isSome (o : Option α) (h : ¬o.isSome) : o = none := by
  cases o with
  | none => rfl
  | some a => exact absurd rfl h

theorem getD_map' (f : α → β) (a : α) (o : Option α) : (o.map f).getD (f a) = f (o.getD a) := by
  cases o <;> rfl

theorem getD_of_some (o : Option α) (a b : α) (h : o = some a) : o.getD b = a := by
  rw [h]
  rfl

theorem some_injective (a b : α) (h : some a = some b) : a = b := by
  injection h

theorem some_ne_none' (a : α) : some a ≠ none := by
  intro h
  cases h

theorem map_eq_some' (f : α → β) (o : Option α) (b : β) : o.map f = some b ↔ ∃ a, o = some a ∧ f a = b := by
  constructor
  · intro h
    cases o with
    | none => cases h
    | some a => exact ⟨a, rfl, by injection h⟩
  · rintro ⟨a, rfl, rfl⟩
    rfl

theorem bind_eq_none' (o : Option α) (f : α → Option β) (h : ∀ a, f a = none) : o.bind f = none := by
  cases o with
  | none => rfl
  | some a => exact h a

theorem orElse_assoc (a b c : Option α) : (a.or b).or c = a.or (b.or c) := by
  cases a <;> rfl

theorem or_eq_none' (a b : Option α) : a.or b = none ↔ a = none ∧ b = none := by
  cases a <;> simp

theorem filter_true' (o : Option α) : o.filter (fun _ => true) = o := by
  cases o <;> rfl

theorem filter_false' (o : Option α) : o.filter (fun _ => false) = none := by
  cases o <;> rfl

theorem any_eq_not_all_not (p : α → Bool) (o : Option α) : o.any p = !o.all fun a => !p a := by
  cases o with
  | none => rfl
  | some a => simp

theorem map_injective (f : α → β) (hf : ∀ a b, f a = f b → a = b) (o o' : Option α) (h : o.map f = o'.map f) : o = o' := by
  match o, o', h with
  | none, none, _ => rfl
  | some a, some b, h =>
    injection h with h
    rw [hf a b h]

theorem elim_eq_getD_map (o : Option α) (b : β) (f : α → β) : o.elim b f = (o.map f).getD b := by
  cases o <;> rfl

theorem mem_iff (a : α) (o : Option α) : a ∈ o ↔ o = some a := Iff.rfl

theorem forall_mem_none (p : α → Prop) : ∀ a ∈ (none : Option α), p a := by
  intro a h
  cases h

theorem toList_length (o : Option α) : o.toList.length = if o.isSome then 1 else 0 := by
  cases o <;> rfl

theorem join_map_some (o : Option α) : (o.map some).join = o := by
  cases o <;> rfl

theorem ext' (o o' : Option α) (h : ∀ a, o = some a ↔ o' = some a) : o = o' := by
  ext a
  exact h a

theorem do_notation (a b : Nat) : (do let x ← some a; let y ← some b; pure (x + y)) = some (a + b) := rfl

theorem decidable_eq : (some 3 = some 3) ∧ (some 3 ≠ none) ∧ (some 3 ≠ some (4 : Nat)) := by decide

theorem head?_map' (f : α → β) (xs : List α) : (xs.map f).head? = xs.head?.map f := by
  cases xs <;> rfl

theorem head?_append' (xs ys : List α) (h : xs ≠ []) : (xs ++ ys).head? = xs.head? := by
  cases xs with
  | nil => contradiction
  | cons x xs => rfl

theorem getLast?_concat' (xs : List α) (a : α) : (xs ++ [a]).getLast? = some a := by
  rw [List.getLast?_append]
  rfl

theorem find?_eq_some (p : α → Bool) (xs : List α) (a : α) (h : xs.find? p = some a) : a ∈ xs ∧ p a := by
  induction xs with
  | nil => cases h
  | cons x xs ih =>
    by_cases hx : p x
    · rw [List.find?_cons_of_pos hx] at h
      injection h with h
      subst h
      exact ⟨List.mem_cons_self, hx⟩
    · rw [List.find?_cons_of_neg hx] at h
      obtain ⟨m, k⟩ := ih h
      exact ⟨List.mem_cons_of_mem x m, k⟩

end Corpus.OptionBasic
