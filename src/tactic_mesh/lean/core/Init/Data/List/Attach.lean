prelude
import Init.Data.List.Lemmas
import Init.Data.List.BasicAux
import Init.BinderNameHint
/-! This module: lists whose elements carry a proof of membership, and the rewriting rules by which a recursive
call under `map`, `foldl`, … becomes one on such an element. -/
universe u v w

namespace List
variable {α : Type u} {β : Type v} {γ : Type w}

/-- The image of a list under a function that needs a fact about each element. -/
@[simp] def pmap {P : α → Prop} (f : ∀ a, P a → β) : (l : List α) → (H : ∀ a ∈ l, P a) → List β
  | [], _ => []
  | a :: l, H => f a (H a (.head l)) :: pmap f l fun b h => H b (.tail a h)
/-- The elements of a list with a proof of `P` each. -/
@[inline] def attachWith (l : List α) (P : α → Prop) (H : ∀ x ∈ l, P x) : List {x // P x} := pmap Subtype.mk l H
/-- The elements of a list, each with the proof that it is one. -/
@[inline] def attach (l : List α) : List {x // x ∈ l} := attachWith l _ fun _ => id
/-- The elements of a list without their proofs. -/
@[reducible] def unattach {p : α → Prop} (l : List {x // p x}) : List α := l.map (·.val)

@[simp] theorem attach_nil : ([] : List α).attach = [] := rfl
@[simp] theorem attachWith_nil {P : α → Prop} (H : ∀ x ∈ ([] : List α), P x) : attachWith [] P H = [] := rfl
@[simp] theorem attachWith_cons {x : α} {xs : List α} {P : α → Prop} {h : ∀ a ∈ x :: xs, P a} :
    attachWith (x :: xs) P h = ⟨x, h x (.head xs)⟩ :: attachWith xs P fun a ha => h a (.tail x ha) := rfl
theorem map_pmap {p : α → Prop} {g : β → γ} {f : ∀ a, p a → β} {l : List α} (H) : map g (pmap f l H) = pmap (fun a h => g (f a h)) l H := by
  induction l with
  | nil => rfl
  | cons a l ih => exact congrArg (_ :: ·) (ih _)
@[simp] theorem pmap_eq_map {p : α → Prop} {f : α → β} {l : List α} (H) : @pmap α β p (fun a _ => f a) l H = map f l := by
  induction l with
  | nil => rfl
  | cons a l ih => exact congrArg (_ :: ·) (ih _)
theorem pmap_congr_left {p q : α → Prop} {f : ∀ a, p a → β} {g : ∀ a, q a → β} (l : List α) {H₁ H₂}
    (h : ∀ a ∈ l, ∀ (h₁ h₂), f a h₁ = g a h₂) : pmap f l H₁ = pmap g l H₂ := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [pmap, pmap, h _ (.head l), ih fun a ha => h a (.tail _ ha)]
theorem pmap_map {p : β → Prop} {g : ∀ b, p b → γ} {f : α → β} {l : List α} (H) :
    pmap g (map f l) H = pmap (fun a h => g (f a) h) l fun _ h => H _ (mem_map_of_mem h) := by
  induction l with
  | nil => rfl
  | cons a l ih => exact congrArg (_ :: ·) (ih _)
@[simp] theorem length_pmap {p : α → Prop} {f : ∀ a, p a → β} {l : List α} {H} : (pmap f l H).length = l.length := by
  induction l with
  | nil => rfl
  | cons a l ih => exact congrArg (· + 1) ih
@[simp] theorem length_attach {l : List α} : l.attach.length = l.length := length_pmap
@[simp] theorem length_attachWith {p : α → Prop} {l : List α} {H} : (l.attachWith p H).length = l.length := length_pmap
theorem attachWith_map_val {p : α → Prop} {f : α → β} {l : List α} (H : ∀ a ∈ l, p a) :
    ((l.attachWith p H).map fun (i : {i // p i}) => f i.val) = l.map f := by
  rw [attachWith, map_pmap]; exact pmap_eq_map _
@[simp] theorem attachWith_map_subtype_val {p : α → Prop} {l : List α} (H : ∀ a ∈ l, p a) :
    (l.attachWith p H).map Subtype.val = l := (attachWith_map_val (f := id) H).trans (map_id _)
theorem attach_map_val {l : List α} {f : α → β} : (l.attach.map fun (i : {i // i ∈ l}) => f i.val) = l.map f :=
  attachWith_map_val _
@[simp] theorem attach_map_subtype_val (l : List α) : l.attach.map Subtype.val = l := attachWith_map_subtype_val _
@[simp] theorem attach_cons {x : α} {xs : List α} :
    (x :: xs).attach = ⟨x, .head xs⟩ :: xs.attach.map fun ⟨y, h⟩ => ⟨y, .tail x h⟩ := by
  rw [attach, attachWith_cons, attach, attachWith, attachWith, map_pmap]
  exact congrArg (_ :: ·) (pmap_congr_left xs fun _ _ _ _ => rfl)
theorem mem_pmap {p : α → Prop} {f : ∀ a, p a → β} {l : List α} {H} {b : β} :
    b ∈ pmap f l H ↔ ∃ (a : _) (h : a ∈ l), f a (H a h) = b := by
  induction l with
  | nil => exact ⟨(nomatch ·), fun ⟨_, h, _⟩ => nomatch h⟩
  | cons a l ih =>
    rw [pmap, mem_cons, ih]
    constructor
    · rintro (rfl | ⟨c, h, rfl⟩)
      · exact ⟨a, .head l, rfl⟩
      · exact ⟨c, .tail a h, rfl⟩
    · rintro ⟨c, h, rfl⟩
      cases h with
      | head => exact .inl rfl
      | tail _ h => exact .inr ⟨c, h, rfl⟩
@[simp] theorem mem_attach (l : List α) : ∀ x, x ∈ l.attach := fun ⟨x, h⟩ => mem_pmap.2 ⟨x, h, rfl⟩
@[simp] theorem mem_attachWith {l : List α} {q : α → Prop} (H) (x : {x // q x}) : x ∈ l.attachWith q H ↔ x.1 ∈ l := by
  rw [attachWith, mem_pmap]
  exact ⟨fun ⟨_, h, e⟩ => e ▸ h, fun h => ⟨x.1, h, rfl⟩⟩

@[simp] theorem unattach_nil {p : α → Prop} : ([] : List {x // p x}).unattach = [] := rfl
@[simp] theorem unattach_cons {p : α → Prop} {a : {x // p x}} {l : List {x // p x}} : (a :: l).unattach = a.val :: l.unattach := rfl
@[simp] theorem length_unattach {p : α → Prop} {l : List {x // p x}} : l.unattach.length = l.length := length_map _
@[simp] theorem unattach_attach {l : List α} : l.attach.unattach = l := attach_map_subtype_val l
@[simp] theorem unattach_attachWith {p : α → Prop} {l : List α} {H : ∀ a ∈ l, p a} : (l.attachWith p H).unattach = l :=
  attachWith_map_subtype_val H

-- recursion through lists
@[wf_preprocess] theorem map_wfParam {xs : List α} {f : α → β} : (wfParam xs).map f = xs.attach.unattach.map f := by
  rw [unattach_attach]; rfl
@[wf_preprocess] theorem map_unattach {P : α → Prop} {xs : List (Subtype P)} {f : α → β} :
    xs.unattach.map f = xs.map fun ⟨x, h⟩ => binderNameHint x f <| binderNameHint h () <| f (wfParam x) := map_map ..
@[wf_preprocess] theorem foldl_wfParam {xs : List α} {f : β → α → β} {x : β} :
    (wfParam xs).foldl f x = xs.attach.unattach.foldl f x := by rw [unattach_attach]; rfl
@[wf_preprocess] theorem foldl_unattach {P : α → Prop} {xs : List (Subtype P)} {f : β → α → β} {x : β} :
    xs.unattach.foldl f x = xs.foldl (fun s ⟨x, h⟩ =>
      binderNameHint s f <| binderNameHint x (f s) <| binderNameHint h () <| f s (wfParam x)) x := by
  induction xs generalizing x with
  | nil => rfl
  | cons a xs ih => exact ih
@[wf_preprocess] theorem foldr_wfParam {xs : List α} {f : α → β → β} {x : β} :
    (wfParam xs).foldr f x = xs.attach.unattach.foldr f x := by rw [unattach_attach]; rfl
@[wf_preprocess] theorem foldr_unattach {P : α → Prop} {xs : List (Subtype P)} {f : α → β → β} {x : β} :
    xs.unattach.foldr f x = xs.foldr (fun ⟨x, h⟩ s =>
      binderNameHint x f <| binderNameHint s (f x) <| binderNameHint h () <| f (wfParam x) s) x := by
  induction xs with
  | nil => rfl
  | cons a xs ih => exact congrArg (f a.val) ih
@[wf_preprocess] theorem filter_wfParam {xs : List α} {f : α → Bool} :
    (wfParam xs).filter f = xs.attach.unattach.filter f := by rw [unattach_attach]; rfl
@[wf_preprocess] theorem filter_unattach {P : α → Prop} {xs : List (Subtype P)} {f : α → Bool} :
    xs.unattach.filter f = (xs.filter fun ⟨x, h⟩ => binderNameHint x f <| binderNameHint h () <| f (wfParam x)).unattach := by
  induction xs with
  | nil => rfl
  | cons a xs ih =>
    show (match f a.val with | true => _ | false => _) = unattach (match f a.val with | true => _ | false => _)
    cases f a.val with
    | true => exact congrArg (a.val :: ·) ih
    | false => exact ih
@[wf_preprocess] theorem filterMap_wfParam {xs : List α} {f : α → Option β} :
    (wfParam xs).filterMap f = xs.attach.unattach.filterMap f := by rw [unattach_attach]; rfl
@[wf_preprocess] theorem filterMap_unattach {P : α → Prop} {xs : List (Subtype P)} {f : α → Option β} :
    xs.unattach.filterMap f = xs.filterMap fun ⟨x, h⟩ => binderNameHint x f <| binderNameHint h () <| f (wfParam x) := by
  induction xs with
  | nil => rfl
  | cons a xs ih =>
    show (match f a.val with | none => _ | some b => _) = (match f a.val with | none => _ | some b => _)
    cases f a.val with
    | none => exact ih
    | some b => exact congrArg (b :: ·) ih
@[wf_preprocess] theorem flatMap_wfParam {xs : List α} {f : α → List β} :
    (wfParam xs).flatMap f = xs.attach.unattach.flatMap f := by rw [unattach_attach]; rfl
@[wf_preprocess] theorem flatMap_unattach {P : α → Prop} {xs : List (Subtype P)} {f : α → List β} :
    xs.unattach.flatMap f = xs.flatMap fun ⟨x, h⟩ => binderNameHint x f <| binderNameHint h () <| f (wfParam x) := by
  induction xs with
  | nil => rfl
  | cons a xs ih => exact congrArg (f a.val ++ ·) ih
@[wf_preprocess] theorem reverse_wfParam {xs : List α} : (wfParam xs).reverse = xs.attach.unattach.reverse := by
  rw [unattach_attach]; rfl
@[wf_preprocess] theorem all_wfParam {xs : List α} {f : α → Bool} : (wfParam xs).all f = xs.attach.unattach.all f := by
  rw [unattach_attach]; rfl
@[wf_preprocess] theorem all_unattach' {P : α → Prop} {xs : List (Subtype P)} {f : α → Bool} :
    xs.unattach.all f = xs.all fun ⟨x, h⟩ => binderNameHint x f <| binderNameHint h () <| f (wfParam x) := by
  induction xs with
  | nil => rfl
  | cons a xs ih => exact congrArg (f a.val && ·) ih
@[wf_preprocess] theorem any_wfParam {xs : List α} {f : α → Bool} : (wfParam xs).any f = xs.attach.unattach.any f := by
  rw [unattach_attach]; rfl
@[wf_preprocess] theorem any_unattach' {P : α → Prop} {xs : List (Subtype P)} {f : α → Bool} :
    xs.unattach.any f = xs.any fun ⟨x, h⟩ => binderNameHint x f <| binderNameHint h () <| f (wfParam x) := by
  induction xs with
  | nil => rfl
  | cons a xs ih => exact congrArg (f a.val || ·) ih
end List
