prelude
import Init.Data.List.TakeDrop
import Init.Data.Prod
/-! Laws of `zipWith`, `zip` and `unzip`. -/
universe u v w x
variable {α : Type u} {β : Type v} {γ : Type w} {δ : Type x}
namespace List

@[simp] theorem length_zipWith {f : α → β → γ} : ∀ {l₁ : List α} {l₂ : List β}, length (zipWith f l₁ l₂) = min (length l₁) (length l₂)
  | [], _ => (Nat.zero_min _).symm
  | _ :: _, [] => (Nat.min_zero _).symm
  | _ :: l₁, _ :: l₂ => (congrArg (· + 1) (length_zipWith (l₁ := l₁) (l₂ := l₂))).trans (Nat.add_min_add_right ..).symm
@[simp] theorem length_zip {l₁ : List α} {l₂ : List β} : length (zip l₁ l₂) = min (length l₁) (length l₂) := length_zipWith
theorem zip_eq_zipWith : ∀ {l₁ : List α} {l₂ : List β}, zip l₁ l₂ = zipWith Prod.mk l₁ l₂ := rfl
theorem zipWith_comm {f : α → β → γ} : ∀ {as : List α} {bs : List β}, zipWith f as bs = zipWith (fun b a => f a b) bs as
  | [], [] => rfl
  | [], _ :: _ => rfl
  | _ :: _, [] => rfl
  | _ :: as, _ :: bs => congrArg (cons _) (zipWith_comm (as := as) (bs := bs))
theorem zipWith_comm_of_comm {f : α → α → β} (comm : ∀ x y : α, f x y = f y x) {l l' : List α} : zipWith f l l' = zipWith f l' l := by
  rw [zipWith_comm]
  exact congrArg (zipWith · l' l) (funext fun a => funext fun b => comm b a)
@[simp] theorem zipWith_self {f : α → α → δ} : ∀ {l : List α}, zipWith f l l = l.map fun a => f a a
  | [] => rfl
  | _ :: l => congrArg (cons _) (zipWith_self (l := l))
theorem getElem?_zipWith {f : α → β → γ} : ∀ {l₁ : List α} {l₂ : List β} {i : Nat},
    (zipWith f l₁ l₂)[i]? = match l₁[i]?, l₂[i]? with | some a, some b => some (f a b) | _, _ => none
  | [], _, _ => rfl
  | a :: l₁, [], i => by
    show none = match (a :: l₁)[i]?, (none : Option β) with | some a, some b => some (f a b) | _, _ => none
    cases (a :: l₁)[i]? <;> rfl
  | _ :: _, _ :: _, 0 => rfl
  | _ :: l₁, _ :: l₂, i + 1 => getElem?_zipWith (l₁ := l₁) (l₂ := l₂) (i := i)
theorem getElem?_zip_eq_some {l₁ : List α} {l₂ : List β} {z : α × β} {i : Nat} :
    (zip l₁ l₂)[i]? = some z ↔ l₁[i]? = some z.1 ∧ l₂[i]? = some z.2 := by
  rw [zip, getElem?_zipWith]
  obtain ⟨a, b⟩ := z
  cases l₁[i]? <;> cases l₂[i]?
  · exact ⟨nofun, fun h => nomatch h.1⟩
  · exact ⟨nofun, fun h => nomatch h.1⟩
  · exact ⟨nofun, fun h => nomatch h.2⟩
  · exact ⟨fun h => by cases h; exact ⟨rfl, rfl⟩, fun ⟨h, k⟩ => by cases h; cases k; rfl⟩
theorem lt_length_left_of_zipWith {f : α → β → γ} {i : Nat} {l : List α} {l' : List β} (h : i < (zipWith f l l').length) : i < l.length :=
  Nat.lt_of_lt_of_le h (length_zipWith (f := f) (l₁ := l) (l₂ := l') ▸ Nat.min_le_left ..)
theorem lt_length_right_of_zipWith {f : α → β → γ} {i : Nat} {l : List α} {l' : List β} (h : i < (zipWith f l l').length) : i < l'.length :=
  Nat.lt_of_lt_of_le h (length_zipWith (f := f) (l₁ := l) (l₂ := l') ▸ Nat.min_le_right ..)
theorem lt_length_left_of_zip {i : Nat} {l : List α} {l' : List β} (h : i < (zip l l').length) : i < l.length := lt_length_left_of_zipWith h
theorem lt_length_right_of_zip {i : Nat} {l : List α} {l' : List β} (h : i < (zip l l').length) : i < l'.length := lt_length_right_of_zipWith h
@[simp] theorem getElem_zipWith {f : α → β → γ} {l : List α} {l' : List β} {i : Nat} {h : i < (zipWith f l l').length} :
    (zipWith f l l')[i] = f (l[i]'(lt_length_left_of_zipWith h)) (l'[i]'(lt_length_right_of_zipWith h)) := by
  rw [getElem_eq_iff, getElem?_zipWith, getElem?_eq_getElem (lt_length_left_of_zipWith h), getElem?_eq_getElem (lt_length_right_of_zipWith h)]
@[simp] theorem getElem_zip {l : List α} {l' : List β} {i : Nat} {h : i < (zip l l').length} :
    (zip l l')[i] = (l[i]'(lt_length_left_of_zip h), l'[i]'(lt_length_right_of_zip h)) := getElem_zipWith (h := h)
@[simp] theorem zipWith_map {μ : Type _} {f : γ → δ → μ} {g : α → γ} {h : β → δ} : ∀ {l₁ : List α} {l₂ : List β},
    zipWith f (l₁.map g) (l₂.map h) = zipWith (fun a b => f (g a) (h b)) l₁ l₂
  | [], _ => rfl
  | _ :: _, [] => rfl
  | _ :: l₁, _ :: l₂ => congrArg (cons _) (zipWith_map (l₁ := l₁) (l₂ := l₂))
theorem zipWith_map_left {l₁ : List α} {l₂ : List β} {f : α → γ} {g : γ → β → δ} :
    zipWith g (l₁.map f) l₂ = zipWith (fun a b => g (f a) b) l₁ l₂ := by
  rw [← map_id l₂, zipWith_map, map_id]; rfl
theorem zipWith_map_right {l₁ : List α} {l₂ : List β} {f : β → γ} {g : α → γ → δ} :
    zipWith g l₁ (l₂.map f) = zipWith (fun a b => g a (f b)) l₁ l₂ := by
  rw [← map_id l₁, zipWith_map, map_id]; rfl
theorem map_zipWith {f : γ → δ} {g : α → β → γ} : ∀ {l : List α} {l' : List β}, map f (zipWith g l l') = zipWith (fun x y => f (g x y)) l l'
  | [], _ => rfl
  | _ :: _, [] => rfl
  | _ :: l, _ :: l' => congrArg (cons _) (map_zipWith (l := l) (l' := l'))
theorem take_zipWith {f : α → β → γ} : ∀ {l : List α} {l' : List β} {i : Nat}, (zipWith f l l').take i = zipWith f (l.take i) (l'.take i)
  | _, _, 0 => rfl
  | [], _, _ + 1 => rfl
  | _ :: _, [], _ + 1 => rfl
  | _ :: l, _ :: l', i + 1 => congrArg (cons _) (take_zipWith (l := l) (l' := l') (i := i))
theorem drop_zipWith {f : α → β → γ} : ∀ {l : List α} {l' : List β} {i : Nat}, (zipWith f l l').drop i = zipWith f (l.drop i) (l'.drop i)
  | _, _, 0 => rfl
  | [], _, _ + 1 => rfl
  | _ :: _, [], _ + 1 => zipWith_nil_right.symm
  | _ :: l, _ :: l', i + 1 => drop_zipWith (l := l) (l' := l') (i := i)
theorem zipWith_append {f : α → β → γ} : ∀ {l₁ l₁' : List α} {l₂ l₂' : List β}, l₁.length = l₂.length →
    zipWith f (l₁ ++ l₁') (l₂ ++ l₂') = zipWith f l₁ l₂ ++ zipWith f l₁' l₂'
  | [], _, [], _, _ => rfl
  | _ :: _, _, _ :: _, _, h => congrArg (cons _) (zipWith_append (Nat.succ.inj h))
@[simp] theorem zipWith_eq_nil_iff {f : α → β → γ} : ∀ {l : List α} {l' : List β}, zipWith f l l' = [] ↔ l = [] ∨ l' = []
  | [], _ => ⟨fun _ => .inl rfl, fun _ => rfl⟩
  | _ :: _, [] => ⟨fun _ => .inr rfl, fun _ => rfl⟩
  | _ :: _, _ :: _ => ⟨nofun, fun h => h.elim nofun nofun⟩
@[simp] theorem zip_eq_nil_iff {l₁ : List α} {l₂ : List β} : zip l₁ l₂ = [] ↔ l₁ = [] ∨ l₂ = [] := zipWith_eq_nil_iff
@[simp] theorem zipWith_replicate {f : α → β → γ} {a : α} {b : β} : ∀ {m n : Nat},
    zipWith f (replicate m a) (replicate n b) = replicate (min m n) (f a b)
  | 0, _ => by rw [Nat.zero_min]; rfl
  | _ + 1, 0 => by rw [Nat.min_zero]; rfl
  | m + 1, n + 1 => by rw [replicate_succ, replicate_succ, zipWith_cons_cons, zipWith_replicate, Nat.add_min_add_right, replicate_succ]
theorem zip_map {f : α → γ} {g : β → δ} : ∀ {l₁ : List α} {l₂ : List β}, zip (l₁.map f) (l₂.map g) = (zip l₁ l₂).map (Prod.map f g)
  | [], _ => rfl
  | _ :: _, [] => rfl
  | _ :: l₁, _ :: l₂ => congrArg (cons _) (zip_map (l₁ := l₁) (l₂ := l₂))
theorem zip_map_left {f : α → γ} {l₁ : List α} {l₂ : List β} : zip (l₁.map f) l₂ = (zip l₁ l₂).map (Prod.map f id) := by
  rw [← zip_map, map_id]
theorem zip_map_right {f : β → γ} {l₁ : List α} {l₂ : List β} : zip l₁ (l₂.map f) = (zip l₁ l₂).map (Prod.map id f) := by
  rw [← zip_map, map_id]
theorem zip_append {l₁ r₁ : List α} {l₂ r₂ : List β} (h : length l₁ = length l₂) : zip (l₁ ++ r₁) (l₂ ++ r₂) = zip l₁ l₂ ++ zip r₁ r₂ := zipWith_append h
theorem zip_map' {f : α → β} {g : α → γ} : ∀ {l : List α}, zip (l.map f) (l.map g) = l.map fun a => (f a, g a)
  | [] => rfl
  | _ :: l => congrArg (cons _) (zip_map' (l := l))
theorem of_mem_zip {a : α} {b : β} : ∀ {l₁ : List α} {l₂ : List β}, (a, b) ∈ zip l₁ l₂ → a ∈ l₁ ∧ b ∈ l₂
  | _ :: _, _ :: _, h => by
    cases h with
    | head => exact ⟨.head _, .head _⟩
    | tail _ h => exact ⟨.tail _ (of_mem_zip h).1, .tail _ (of_mem_zip h).2⟩
theorem map_fst_zip : ∀ {l₁ : List α} {l₂ : List β}, l₁.length ≤ l₂.length → map Prod.fst (zip l₁ l₂) = l₁
  | [], _, _ => rfl
  | a :: _, _ :: _, h => congrArg (cons a) (map_fst_zip (Nat.le_of_succ_le_succ h))
theorem map_snd_zip : ∀ {l₁ : List α} {l₂ : List β}, l₂.length ≤ l₁.length → map Prod.snd (zip l₁ l₂) = l₂
  | l₁, [], _ => by rw [zip_nil_right]; rfl
  | _ :: _, b :: _, h => congrArg (cons b) (map_snd_zip (Nat.le_of_succ_le_succ h))
theorem zip_eq_zip_take_min : ∀ {l₁ : List α} {l₂ : List β},
    zip l₁ l₂ = zip (l₁.take (min l₁.length l₂.length)) (l₂.take (min l₁.length l₂.length))
  | [], _ => by rw [take_nil]; rfl
  | _ :: _, [] => by rw [take_nil, zip_nil_right, zip_nil_right]
  | a :: l₁, b :: l₂ => by
    rw [length_cons, length_cons, Nat.add_min_add_right, take_succ_cons, take_succ_cons, zip_cons_cons, zip_cons_cons, ← zip_eq_zip_take_min]

/-! ## `unzip` -/
@[simp] theorem unzip_fst : ∀ {l : List (α × β)}, (unzip l).fst = l.map Prod.fst
  | [] => rfl
  | (a, _) :: l => congrArg (cons a) (unzip_fst (l := l))
@[simp] theorem unzip_snd : ∀ {l : List (α × β)}, (unzip l).snd = l.map Prod.snd
  | [] => rfl
  | (_, b) :: l => congrArg (cons b) (unzip_snd (l := l))
theorem unzip_eq_map {l : List (α × β)} : unzip l = (l.map Prod.fst, l.map Prod.snd) := by
  rw [← unzip_fst, ← unzip_snd]
theorem zip_unzip : ∀ l : List (α × β), zip (unzip l).1 (unzip l).2 = l
  | [] => rfl
  | (a, b) :: l => congrArg (cons (a, b)) (zip_unzip l)
theorem unzip_zip_left {l₁ : List α} {l₂ : List β} (h : length l₁ ≤ length l₂) : (unzip (zip l₁ l₂)).1 = l₁ := by
  rw [unzip_fst, map_fst_zip h]
theorem unzip_zip_right {l₁ : List α} {l₂ : List β} (h : length l₂ ≤ length l₁) : (unzip (zip l₁ l₂)).2 = l₂ := by
  rw [unzip_snd, map_snd_zip h]
theorem unzip_zip {l₁ : List α} {l₂ : List β} (h : length l₁ = length l₂) : unzip (zip l₁ l₂) = (l₁, l₂) := by
  rw [unzip_eq_map, map_fst_zip (Nat.le_of_eq h), map_snd_zip (Nat.le_of_eq h.symm)]
end List
