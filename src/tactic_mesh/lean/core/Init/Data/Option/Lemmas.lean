prelude
import Init.Data.Option.Basic
/-! Laws of optional values: when the functions on `Option` give `some` or `none`, and how they compose. -/
universe u v w
variable {α : Type u} {β : Type v} {γ : Type w}
namespace Option

theorem some_ne_none (x : α) : some x ≠ none := nofun
theorem some_inj {a b : α} : some a = some b ↔ a = b := ⟨Option.some.inj, congrArg some⟩
@[ext] theorem ext : ∀ {o₁ o₂ : Option α}, (∀ a, o₁ = some a ↔ o₂ = some a) → o₁ = o₂
  | none, none, _ => rfl
  | some a, _, h => ((h a).mp rfl).symm
  | none, some a, h => (h a).mpr rfl
protected theorem «forall» {p : Option α → Prop} : (∀ x, p x) ↔ p none ∧ ∀ x, p (some x) :=
  ⟨fun h => ⟨h _, fun _ => h _⟩, fun ⟨h, k⟩ x => by cases x with | none => exact h | some x => exact k x⟩
protected theorem «exists» {p : Option α → Prop} : (∃ x, p x) ↔ p none ∨ ∃ x, p (some x) := by
  constructor
  · rintro ⟨_ | x, h⟩
    · exact .inl h
    · exact .inr ⟨x, h⟩
  · rintro (h | ⟨x, h⟩)
    · exact ⟨_, h⟩
    · exact ⟨_, h⟩

/-! ## Membership -/
theorem mem_some {a b : α} : a ∈ some b ↔ b = a := some_inj
theorem mem_some_iff {a b : α} : a ∈ some b ↔ b = a := some_inj
theorem mem_some_self (a : α) : a ∈ some a := rfl
theorem not_mem_none (a : α) : ¬a ∈ (none : Option α) := nofun
theorem mem_of_mem_some {a b : α} (h : a ∈ some b) : b = a := Option.some.inj h
theorem mem_unique {o : Option α} {a b : α} (ha : a ∈ o) (hb : b ∈ o) : a = b := Option.some.inj (ha.symm.trans hb)
theorem eq_none_iff_forall_not_mem {o : Option α} : o = none ↔ ∀ a, ¬a ∈ o := by
  cases o with
  | none => exact ⟨fun _ _ => nofun, fun _ => rfl⟩
  | some a => exact ⟨nofun, fun h => absurd rfl (h a)⟩
theorem eq_none_iff_forall_some_ne {o : Option α} : o = none ↔ ∀ a, some a ≠ o := by
  cases o with
  | none => exact ⟨fun _ _ => nofun, fun _ => rfl⟩
  | some a => exact ⟨nofun, fun h => absurd rfl (h a)⟩

/-! ## `isSome`, `isNone`, `get`, `getD` -/
theorem eq_some_unique {o : Option α} {a b : α} (ha : o = some a) (hb : o = some b) : a = b := some.inj (ha.symm.trans hb)
theorem eq_none_of_isNone : ∀ {o : Option α}, o.isNone → o = none
  | none, _ => rfl
theorem isSome_iff_exists {x : Option α} : x.isSome ↔ ∃ a, x = some a := by
  cases x with
  | none => exact ⟨nofun, nofun⟩
  | some a => exact ⟨fun _ => ⟨a, rfl⟩, fun _ => rfl⟩
theorem isSome_eq_isSome {x : Option α} {y : Option β} : x.isSome = y.isSome ↔ (x = none ↔ y = none) := by
  cases x <;> cases y
  · exact ⟨fun _ => ⟨fun _ => rfl, fun _ => rfl⟩, fun _ => rfl⟩
  · exact ⟨nofun, fun h => nomatch h.mp rfl⟩
  · exact ⟨nofun, fun h => nomatch h.mpr rfl⟩
  · exact ⟨fun _ => ⟨nofun, nofun⟩, fun _ => rfl⟩
theorem isSome_of_mem {x : Option α} {y : α} (h : y ∈ x) : x.isSome := isSome_iff_exists.mpr ⟨y, h⟩
theorem isSome_of_eq_some {x : Option α} {y : α} (h : x = some y) : x.isSome := isSome_iff_exists.mpr ⟨y, h⟩
@[simp] theorem isNone_iff_eq_none {o : Option α} : o.isNone ↔ o = none := by
  cases o with
  | none => exact ⟨fun _ => rfl, fun _ => rfl⟩
  | some a => exact ⟨nofun, nofun⟩
@[simp] theorem isSome_eq_false_iff {a : Option α} : a.isSome = false ↔ a.isNone := by
  cases a with
  | none => exact ⟨fun _ => rfl, fun _ => rfl⟩
  | some a => exact ⟨nofun, nofun⟩
@[simp] theorem isNone_eq_false_iff {a : Option α} : a.isNone = false ↔ a.isSome := by
  cases a with
  | none => exact ⟨nofun, nofun⟩
  | some a => exact ⟨fun _ => rfl, fun _ => rfl⟩
@[simp] theorem not_isSome (a : Option α) : (!a.isSome) = a.isNone := by cases a <;> rfl
@[simp] theorem not_isNone (a : Option α) : (!a.isNone) = a.isSome := by cases a <;> rfl
theorem eq_some_iff_get_eq {o : Option α} {a : α} : o = some a ↔ ∃ h : o.isSome, o.get h = a := by
  cases o with
  | none => exact ⟨nofun, nofun⟩
  | some b => exact ⟨fun h => ⟨rfl, some.inj h⟩, fun ⟨_, h⟩ => congrArg some h⟩
theorem ne_none_iff_isSome {o : Option α} : o ≠ none ↔ o.isSome := by
  cases o with
  | none => exact ⟨fun h => absurd rfl h, nofun⟩
  | some a => exact ⟨fun _ => rfl, fun _ => nofun⟩
theorem isSome_iff_ne_none {o : Option α} : o.isSome ↔ o ≠ none := ne_none_iff_isSome.symm
theorem ne_none_iff_exists {o : Option α} : o ≠ none ↔ ∃ x, some x = o := by
  cases o with
  | none => exact ⟨fun h => absurd rfl h, nofun⟩
  | some a => exact ⟨fun _ => ⟨a, rfl⟩, fun _ => nofun⟩
theorem ne_none_iff_exists' {o : Option α} : o ≠ none ↔ ∃ x, o = some x :=
  ne_none_iff_exists.trans ⟨fun ⟨x, h⟩ => ⟨x, h.symm⟩, fun ⟨x, h⟩ => ⟨x, h.symm⟩⟩
theorem get_mem : ∀ {o : Option α} (h : isSome o), o.get h ∈ o
  | some _, _ => rfl
theorem get_of_mem : ∀ {o : Option α} (h : isSome o), a ∈ o → o.get h = a
  | _, _, rfl => rfl
theorem get_of_eq_some {o : Option α} {a : α} (h : o.isSome) (w : o = some a) : o.get h = a := get_of_mem h w
theorem get_inj {o₁ o₂ : Option α} {h₁ : o₁.isSome} {h₂ : o₂.isSome} : o₁.get h₁ = o₂.get h₂ ↔ o₁ = o₂ :=
  match o₁, o₂, h₁, h₂ with
  | some _, some _, _, _ => some_inj.symm
theorem getD_of_ne_none {x : Option α} (hx : x ≠ none) (y : α) : some (x.getD y) = x := by
  cases x with
  | none => contradiction
  | some x => rfl
theorem getD_eq_iff {o : Option α} {a b : α} : o.getD a = b ↔ o = some b ∨ o = none ∧ a = b := by
  cases o with
  | none => exact ⟨fun h => .inr ⟨rfl, h⟩, fun h => h.elim nofun And.right⟩
  | some x => exact ⟨fun h => .inl (congrArg some h), fun h => h.elim some.inj nofun⟩
theorem get_eq_getD {fallback : α} : ∀ (o : Option α) {h : o.isSome}, o.get h = o.getD fallback
  | some _, _ => rfl
theorem get_eq_get! [Inhabited α] : ∀ (o : Option α) {h : o.isSome}, o.get h = o.get!
  | some _, _ => rfl
@[simp] theorem get!_some {α : Type u} [Inhabited α] {a : α} : (some a).get! = a := rfl
theorem get!_none [Inhabited α] : (none : Option α).get! = default := rfl

/-! ## `map` and `bind` -/
@[simp] theorem bind_fun_some (x : Option α) : x.bind some = x := by cases x <;> rfl
@[simp] theorem bind_fun_none (x : Option α) : x.bind (fun _ => none (α := β)) = none := by cases x <;> rfl
theorem bind_eq_some_iff {x : Option α} {f : α → Option β} {b : β} : x.bind f = some b ↔ ∃ a, x = some a ∧ f a = some b := by
  cases x with
  | none => exact ⟨nofun, nofun⟩
  | some a => exact ⟨fun h => ⟨a, rfl, h⟩, fun ⟨_, e, h⟩ => some.inj e ▸ h⟩
@[simp] theorem bind_eq_none_iff {o : Option α} {f : α → Option β} : o.bind f = none ↔ ∀ a, o = some a → f a = none := by
  cases o with
  | none => exact ⟨fun _ => nofun, fun _ => rfl⟩
  | some a => exact ⟨fun h _ e => some.inj e ▸ h, fun h => h a rfl⟩
theorem bind_congr {o : Option α} {f g : α → Option β} (h : ∀ a, o = some a → f a = g a) : o.bind f = o.bind g := by
  cases o with
  | none => rfl
  | some a => exact h a rfl
theorem bind_comm {f : α → β → Option γ} (a : Option α) (b : Option β) :
    (a.bind fun x => b.bind (f x)) = b.bind fun y => a.bind fun x => f x y := by cases a <;> cases b <;> rfl
theorem bind_assoc (x : Option α) (f : α → Option β) (g : β → Option γ) :
    (x.bind f).bind g = x.bind fun y => (f y).bind g := by cases x <;> rfl
theorem isSome_bind (x : Option α) (f : α → Option β) : (x.bind f).isSome = x.any (fun x => (f x).isSome) := by cases x <;> rfl
theorem isNone_bind (x : Option α) (f : α → Option β) : (x.bind f).isNone = x.all (fun x => (f x).isNone) := by cases x <;> rfl
@[simp] theorem map_eq_none_iff {x : Option α} {f : α → β} : x.map f = none ↔ x = none := by
  cases x with
  | none => exact ⟨fun _ => rfl, fun _ => rfl⟩
  | some a => exact ⟨nofun, nofun⟩
@[simp] theorem isSome_map {f : α → β} {x : Option α} : (x.map f).isSome = x.isSome := by cases x <;> rfl
@[simp] theorem isNone_map {f : α → β} {x : Option α} : (x.map f).isNone = x.isNone := by cases x <;> rfl
@[simp] theorem map_eq_some_iff {x : Option α} {f : α → β} {b : β} : x.map f = some b ↔ ∃ a, x = some a ∧ f a = b := by
  cases x with
  | none => exact ⟨nofun, nofun⟩
  | some a => exact ⟨fun h => ⟨a, rfl, some.inj h⟩, fun ⟨_, e, h⟩ => by cases e; exact congrArg some h⟩
theorem map_eq_bind {f : α → β} {x : Option α} : x.map f = x.bind (some ∘ f) := by cases x <;> rfl
theorem map_congr {f g : α → β} {x : Option α} (h : ∀ a, x = some a → f a = g a) : x.map f = x.map g := by
  cases x with
  | none => rfl
  | some a => exact congrArg some (h a rfl)
@[simp] theorem map_id_fun {α : Type u} : Option.map (id : α → α) = id := by funext x; cases x <;> rfl
theorem map_id' {x : Option α} : (x.map fun a => a) = x := by cases x <;> rfl
theorem map_id {x : Option α} : x.map id = x := by cases x <;> rfl
@[simp] theorem map_id_fun' {α : Type u} : Option.map (fun (a : α) => a) = id := by funext x; cases x <;> rfl
@[simp] theorem get_map {f : α → β} : ∀ {o : Option α} {h : (o.map f).isSome}, (o.map f).get h = f (o.get (isSome_map ▸ h))
  | some _, _ => rfl
@[simp] theorem map_map {h : β → γ} {g : α → β} {x : Option α} : (x.map g).map h = x.map (h ∘ g) := by cases x <;> rfl
theorem comp_map {h : β → γ} {g : α → β} {x : Option α} : x.map (h ∘ g) = (x.map g).map h := by cases x <;> rfl
@[simp] theorem map_comp_map {f : α → β} {g : β → γ} : Option.map g ∘ Option.map f = Option.map (g ∘ f) := by
  funext x; cases x <;> rfl
theorem mem_map_of_mem {x : Option α} {a : α} (g : α → β) (h : a ∈ x) : g a ∈ Option.map g x := h.symm ▸ rfl
theorem map_inj_right {f : α → β} {o o' : Option α} (w : ∀ x y, f x = f y → x = y) : o.map f = o'.map f ↔ o = o' := by
  cases o <;> cases o'
  · exact ⟨fun _ => rfl, fun _ => rfl⟩
  · exact ⟨nofun, nofun⟩
  · exact ⟨nofun, nofun⟩
  · exact ⟨fun h => congrArg some (w _ _ (some.inj h)), fun h => h ▸ rfl⟩
theorem map_bind {f : α → Option β} {g : β → γ} {x : Option α} : (x.bind f).map g = x.bind (Option.map g ∘ f) := by cases x <;> rfl
theorem bind_map {f : α → β} {g : β → Option γ} {x : Option α} : (x.map f).bind g = x.bind (g ∘ f) := by cases x <;> rfl
@[simp] theorem getD_map (f : α → β) (x : α) (o : Option α) : (o.map f).getD (f x) = f (o.getD x) := by cases o <;> rfl
theorem join_eq_some_iff {x : Option (Option α)} {a : α} : x.join = some a ↔ x = some (some a) := by
  rcases x with _ | _ | x
  · exact ⟨nofun, nofun⟩
  · exact ⟨nofun, nofun⟩
  · exact ⟨fun h => congrArg some h, fun h => some.inj h⟩
theorem join_eq_none_iff {o : Option (Option α)} : o.join = none ↔ o = none ∨ o = some none := by
  rcases o with _ | _ | x
  · exact ⟨fun _ => .inl rfl, fun _ => rfl⟩
  · exact ⟨fun _ => .inr rfl, fun _ => rfl⟩
  · exact ⟨nofun, fun h => h.elim nofun nofun⟩
theorem bind_id_eq_join {x : Option (Option α)} : x.bind id = x.join := rfl
theorem join_map_eq_map_join {f : α → β} {x : Option (Option α)} : (x.map (Option.map f)).join = x.join.map f := by
  rcases x with _ | _ | x <;> rfl

/-! ## `filter`, `any`, `all`, `guard` -/
@[simp] theorem filter_some_pos {p : α → Bool} {a : α} (h : p a) : Option.filter p (some a) = some a := by
  rw [filter_some, if_pos h]
@[simp] theorem filter_some_neg {p : α → Bool} {a : α} (h : ¬p a) : Option.filter p (some a) = none := by
  rw [filter_some, if_neg h]
@[simp] theorem filter_eq_some_iff {o : Option α} {p : α → Bool} {a : α} : o.filter p = some a ↔ o = some a ∧ p a := by
  cases o with
  | none => exact ⟨nofun, fun h => nomatch h.1⟩
  | some b =>
    rw [filter_some]
    by_cases h : p b
    · rw [if_pos h]
      exact ⟨fun e => ⟨e, some.inj e ▸ h⟩, And.left⟩
    · rw [if_neg h]
      exact ⟨nofun, fun ⟨e, k⟩ => absurd (some.inj e ▸ k) h⟩
@[simp] theorem filter_eq_none_iff {o : Option α} {p : α → Bool} : o.filter p = none ↔ ∀ a, o = some a → ¬p a := by
  cases o with
  | none => exact ⟨fun _ => nofun, fun _ => rfl⟩
  | some b =>
    rw [filter_some]
    by_cases h : p b
    · rw [if_pos h]
      exact ⟨nofun, fun k => absurd h (k b rfl)⟩
    · rw [if_neg h]
      exact ⟨fun _ _ e => some.inj e ▸ h, fun _ => rfl⟩
theorem mem_filter_iff {p : α → Bool} {a : α} {o : Option α} : a ∈ o.filter p ↔ a ∈ o ∧ p a := filter_eq_some_iff
theorem isSome_of_isSome_filter {p : α → Bool} {o : Option α} (h : (o.filter p).isSome) : o.isSome := by
  cases o with
  | none => exact h
  | some a => rfl
theorem filter_filter {p q : α → Bool} {o : Option α} : (o.filter p).filter q = o.filter (fun a => p a && q a) := by
  cases o with
  | none => rfl
  | some a =>
    rw [filter_some, filter_some]
    cases hp : p a
    · rfl
    · exact filter_some
theorem all_eq_true {p : α → Bool} {x : Option α} : x.all p = true ↔ ∀ y, x = some y → p y := by
  cases x with
  | none => exact ⟨fun _ => nofun, fun _ => rfl⟩
  | some a => exact ⟨fun h _ e => some.inj e ▸ h, fun h => h a rfl⟩
theorem any_eq_true {p : α → Bool} {x : Option α} : x.any p = true ↔ ∃ y, x = some y ∧ p y := by
  cases x with
  | none => exact ⟨nofun, nofun⟩
  | some a => exact ⟨fun h => ⟨a, rfl, h⟩, fun ⟨_, e, h⟩ => some.inj e ▸ h⟩
theorem not_all_eq_any_not (xs : Option α) (p : α → Bool) : (!xs.all p) = xs.any fun x => !p x := by cases xs <;> rfl
theorem not_any_eq_all_not (xs : Option α) (p : α → Bool) : (!xs.any p) = xs.all fun x => !p x := by cases xs <;> rfl
@[simp] theorem guard_eq_some_iff {p : α → Bool} {a b : α} : guard p a = some b ↔ a = b ∧ p a := by
  unfold guard
  by_cases h : p a
  · rw [if_pos h]
    exact ⟨fun e => ⟨some.inj e, h⟩, fun e => congrArg some e.1⟩
  · rw [if_neg h]
    exact ⟨nofun, fun e => absurd e.2 h⟩

/-! ## `or`, `orElse`, `merge`, `elim` -/
theorem or_eq_right_of_none {o o' : Option α} (h : o = none) : o.or o' = o' := by cases h; rfl
@[simp] theorem or_none {o : Option α} : o.or none = o := by cases o <;> rfl
theorem or_some {o : Option α} {a : α} : o.or (some a) = some (o.getD a) := by cases o <;> rfl
theorem or_eq_bif {o o' : Option α} : o.or o' = bif o.isSome then o else o' := by cases o <;> rfl
@[simp] theorem isSome_or {o o' : Option α} : (o.or o').isSome = (o.isSome || o'.isSome) := by cases o <;> rfl
@[simp] theorem isNone_or {o o' : Option α} : (o.or o').isNone = (o.isNone && o'.isNone) := by cases o <;> rfl
@[simp] theorem or_eq_none_iff {o o' : Option α} : o.or o' = none ↔ o = none ∧ o' = none := by
  cases o with
  | none => exact ⟨fun h => ⟨rfl, h⟩, And.right⟩
  | some a => exact ⟨nofun, fun h => nomatch h.1⟩
@[simp] theorem or_eq_some_iff {o o' : Option α} {a : α} : o.or o' = some a ↔ o = some a ∨ o = none ∧ o' = some a := by
  cases o with
  | none => exact ⟨fun h => .inr ⟨rfl, h⟩, fun h => h.elim nofun And.right⟩
  | some b => exact ⟨.inl, fun h => h.elim id nofun⟩
theorem or_assoc {o₁ o₂ o₃ : Option α} : (o₁.or o₂).or o₃ = o₁.or (o₂.or o₃) := by cases o₁ <;> rfl
@[simp] theorem or_self {o : Option α} : o.or o = o := by cases o <;> rfl
theorem map_or {f : α → β} {o o' : Option α} : (o.or o').map f = (o.map f).or (o'.map f) := by cases o <;> rfl
theorem orElse_eq_or {o : Option α} {f : Unit → Option α} : o.orElse f = o.or (f ()) := by cases o <;> rfl
theorem orElse_fun_none {x : Option α} : (x.orElse fun _ => none) = x := by cases x <;> rfl
theorem elim_map {f : α → β} {g' : γ} {g : β → γ} (o : Option α) : (o.map f).elim g' g = o.elim g' (g ∘ f) := by cases o <;> rfl
@[simp] theorem merge_none_left {f : α → α → α} {b : Option α} : merge f none b = b := by cases b <;> rfl
@[simp] theorem merge_none_right {f : α → α → α} {a : Option α} : merge f a none = a := by cases a <;> rfl
@[simp] theorem merge_some_some {f : α → α → α} {a b : α} : merge f (some a) (some b) = some (f a b) := rfl
@[simp] theorem not_lt_none {r : α → β → Prop} {a : Option α} : ¬Option.lt r a none := by cases a <;> exact id
end Option
