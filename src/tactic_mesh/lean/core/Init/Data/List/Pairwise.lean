prelude
import Init.Data.List.Sublist
import Init.Data.List.Range
/-! Lists whose elements stand pairwise in a relation, and lists without duplicates. -/
universe u v
variable {α : Type u} {β : Type v}
namespace List

attribute [simp] Pairwise.nil pairwise_cons
theorem rel_of_pairwise_cons {R : α → α → Prop} {a : α} {l : List α} (p : (a :: l).Pairwise R) : ∀ {a'}, a' ∈ l → R a a' :=
  fun m => (pairwise_cons.mp p).1 _ m
theorem Pairwise.of_cons {R : α → α → Prop} {a : α} {l : List α} (p : (a :: l).Pairwise R) : Pairwise R l := (pairwise_cons.mp p).2
theorem Pairwise.imp {R S : α → α → Prop} (H : ∀ {a b}, R a b → S a b) : ∀ {l : List α}, l.Pairwise R → l.Pairwise S
  | _, .nil => .nil
  | _, .cons h p => .cons (fun x m => H (h x m)) (p.imp H)
theorem pairwise_singleton (R : α → α → Prop) (a : α) : Pairwise R [a] := .cons nofun .nil
theorem pairwise_pair {R : α → α → Prop} {a b : α} : Pairwise R [a, b] ↔ R a b :=
  ⟨fun h => rel_of_pairwise_cons h (.head _), fun h => .cons (fun _ m => mem_singleton.mp m ▸ h) (pairwise_singleton R b)⟩
theorem Pairwise.sublist {R : α → α → Prop} {l₁ l₂ : List α} (h : l₁ <+ l₂) (p : l₂.Pairwise R) : l₁.Pairwise R := by
  induction h with
  | slnil => exact p
  | cons a _ ih => exact ih p.of_cons
  | cons₂ a h ih => exact .cons (fun _ m => rel_of_pairwise_cons p (h.subset m)) (ih p.of_cons)
theorem pairwise_append {R : α → α → Prop} {l₁ l₂ : List α} :
    (l₁ ++ l₂).Pairwise R ↔ l₁.Pairwise R ∧ l₂.Pairwise R ∧ ∀ a, a ∈ l₁ → ∀ b, b ∈ l₂ → R a b := by
  induction l₁ with
  | nil => exact ⟨fun h => ⟨.nil, h, nofun⟩, fun h => h.2.1⟩
  | cons a l₁ ih =>
    rw [cons_append, pairwise_cons, ih, pairwise_cons, forall_mem_append, forall_mem_cons]
    exact ⟨fun ⟨⟨h, k⟩, i, j, l⟩ => ⟨⟨h, i⟩, j, k, l⟩, fun ⟨⟨h, i⟩, j, k, l⟩ => ⟨⟨h, k⟩, i, j, l⟩⟩
theorem pairwise_reverse {R : α → α → Prop} {l : List α} : l.reverse.Pairwise R ↔ l.Pairwise fun a b => R b a := by
  induction l with
  | nil => exact ⟨fun _ => .nil, fun _ => .nil⟩
  | cons a l ih =>
    rw [reverse_cons, pairwise_append, ih]
    refine Iff.trans ?_ pairwise_cons.symm
    exact ⟨fun ⟨h, _, k⟩ => ⟨fun b m => k b (mem_reverse.mpr m) a (.head _), h⟩,
      fun ⟨h, k⟩ => ⟨k, pairwise_singleton R a, fun b m c n => mem_singleton.mp n ▸ h b (mem_reverse.mp m)⟩⟩
theorem pairwise_map {R : β → β → Prop} {f : α → β} {l : List α} : (l.map f).Pairwise R ↔ l.Pairwise fun a b => R (f a) (f b) := by
  induction l with
  | nil => exact ⟨fun _ => .nil, fun _ => .nil⟩
  | cons a l ih => rw [map_cons, pairwise_cons, ih, pairwise_cons, forall_mem_map]
theorem Pairwise.map {S : β → β → Prop} {R : α → α → Prop} (f : α → β) (H : ∀ a b, R a b → S (f a) (f b)) {l : List α}
    (p : l.Pairwise R) : (l.map f).Pairwise S := pairwise_map.mpr (p.imp (H _ _))
theorem Pairwise.filter {R : α → α → Prop} {l : List α} (p : α → Bool) (h : l.Pairwise R) : (l.filter p).Pairwise R := h.sublist filter_sublist
theorem Pairwise.and {R S : α → α → Prop} {l : List α} (h : l.Pairwise R) (k : l.Pairwise S) : l.Pairwise fun a b => R a b ∧ S a b := by
  induction h with
  | nil => exact .nil
  | cons h _ ih =>
    obtain ⟨k, l⟩ := pairwise_cons.mp k
    exact .cons (fun x m => ⟨h x m, k x m⟩) (ih l)
theorem Pairwise.forall_of_forall {R : α → α → Prop} {l : List α} (symm : ∀ {x y}, R x y → R y x) (refl : ∀ x, x ∈ l → R x x)
    (p : l.Pairwise R) : ∀ {x}, x ∈ l → ∀ {y}, y ∈ l → R x y := by
  induction l with
  | nil => exact nofun
  | cons a l ih =>
    intro x hx y hy
    rcases mem_cons.mp hx with ex | kx
    · rcases mem_cons.mp hy with ey | ky
      · exact ex ▸ ey ▸ refl a (.head _)
      · exact ex ▸ rel_of_pairwise_cons p ky
    · rcases mem_cons.mp hy with ey | ky
      · exact ey ▸ symm (rel_of_pairwise_cons p kx)
      · exact ih (fun x m => refl x (.tail _ m)) p.of_cons kx ky
theorem pairwise_replicate {R : α → α → Prop} {n : Nat} {a : α} : (replicate n a).Pairwise R ↔ n ≤ 1 ∨ R a a := by
  induction n with
  | zero => exact ⟨fun _ => .inl (Nat.zero_le 1), fun _ => .nil⟩
  | succ n ih =>
    rw [replicate_succ, pairwise_cons, ih, forall_mem_replicate]
    cases n with
    | zero => exact ⟨fun _ => .inl (Nat.le_refl 1), fun _ => ⟨.inl rfl, .inl (Nat.zero_le 1)⟩⟩
    | succ n =>
      constructor
      · exact fun h => .inr (h.1.elim nofun id)
      · exact fun h => h.elim (fun k => absurd (Nat.le_of_succ_le_succ k) (Nat.not_succ_le_zero n)) fun k => ⟨.inr k, .inr k⟩

theorem pairwise_lt_range' {s n : Nat} : (range' s n).Pairwise (· < ·) := by
  induction n generalizing s with
  | zero => exact .nil
  | succ n ih => exact .cons (fun _ m => (mem_range'_1.mp m).1) ih
theorem pairwise_lt_range {n : Nat} : (range n).Pairwise (· < ·) := range_eq_range' ▸ pairwise_lt_range'
theorem pairwise_le_range {n : Nat} : (range n).Pairwise (· ≤ ·) := pairwise_lt_range.imp Nat.le_of_lt

/-! ## Lists without duplicates -/
@[simp] theorem nodup_nil : @Nodup α [] := .nil
@[simp] theorem nodup_cons {a : α} {l : List α} : Nodup (a :: l) ↔ ¬a ∈ l ∧ Nodup l := by
  show Pairwise _ _ ↔ _
  rw [pairwise_cons]
  exact ⟨fun ⟨h, k⟩ => ⟨fun m => h a m rfl, k⟩, fun ⟨h, k⟩ => ⟨fun _ m e => h (e ▸ m), k⟩⟩
theorem nodup_singleton (a : α) : [a].Nodup := pairwise_singleton ..
theorem Nodup.sublist {l₁ l₂ : List α} (h : l₁ <+ l₂) : Nodup l₂ → Nodup l₁ := Pairwise.sublist h
theorem Sublist.nodup {l₁ l₂ : List α} (h : l₁ <+ l₂) : Nodup l₂ → Nodup l₁ := Pairwise.sublist h
theorem nodup_append {l₁ l₂ : List α} : (l₁ ++ l₂).Nodup ↔ l₁.Nodup ∧ l₂.Nodup ∧ ∀ a, a ∈ l₁ → ∀ b, b ∈ l₂ → a ≠ b := pairwise_append
@[simp] theorem nodup_reverse {l : List α} : l.reverse.Nodup ↔ l.Nodup :=
  pairwise_reverse.trans ⟨fun h => h.imp Ne.symm, fun h => h.imp Ne.symm⟩
theorem Nodup.filter {l : List α} (p : α → Bool) : Nodup l → Nodup (l.filter p) := Pairwise.filter p
theorem Nodup.map {f : α → β} (hf : ∀ x y, f x = f y → x = y) {l : List α} (h : Nodup l) : Nodup (l.map f) :=
  Pairwise.map f (fun _ _ n e => n (hf _ _ e)) h
theorem nodup_range {n : Nat} : Nodup (range n) := pairwise_lt_range.imp Nat.ne_of_lt
theorem nodup_range' {s n : Nat} : Nodup (range' s n) := pairwise_lt_range'.imp Nat.ne_of_lt
@[simp] theorem nodup_replicate {n : Nat} {a : α} : (replicate n a).Nodup ↔ n ≤ 1 :=
  pairwise_replicate.trans ⟨fun h => h.elim id fun k => absurd rfl k, .inl⟩
end List
