prelude
import Init.Data.Nat.Basic
import Init.AutoParam
/-! Indexing: the classes behind `xs[i]`, `xs[i]?` and `xs[i]!`, their laws, and the instances for
lists, arrays and positions in `Fin n`. -/
universe u v w

/-- What an index that is out of bounds evaluates to, after a message on standard error. -/
@[never_extract] def outOfBounds {α : Type u} [Inhabited α] : α := panic "index out of bounds"
theorem outOfBounds_eq_default {α : Type u} [Inhabited α] : (outOfBounds : α) = default := rfl

/-- `xs[i]`: an element, given a proof that the index is valid. -/
class GetElem (coll : Type u) (idx : Type v) (elem : outParam (Type w))
    (valid : outParam (coll → idx → Prop)) where
  getElem (xs : coll) (i : idx) (h : valid xs i) : elem
export GetElem (getElem)

/-- `xs[i]?` and `xs[i]!`: an optional element, and an element or a crash. -/
class GetElem? (coll : Type u) (idx : Type v) (elem : outParam (Type w))
    (valid : outParam (coll → idx → Prop)) extends GetElem coll idx elem valid where
  getElem? : coll → idx → Option elem
  getElem! [Inhabited elem] (xs : coll) (i : idx) : elem :=
    match getElem? xs i with
    | some e => e
    | none => outOfBounds
export GetElem? (getElem? getElem!)

abbrev decidableGetElem? {coll : Type u} {idx : Type v} {elem : Type w} {valid : coll → idx → Prop}
    [GetElem coll idx elem valid] (xs : coll) (i : idx) [Decidable (valid xs i)] : Option elem :=
  if h : valid xs i then some xs[i] else none

/-- The three ways to index agree with each other. -/
class LawfulGetElem (cont : Type u) (idx : Type v) (elem : outParam (Type w))
    (dom : outParam (cont → idx → Prop)) [ge : GetElem? cont idx elem dom] : Prop where
  getElem?_def (c : cont) (i : idx) [Decidable (dom c i)] :
      c[i]? = if h : dom c i then some (c[i]'h) else none := by
    intros
    try simp only [getElem?] <;> congr
  getElem!_def [Inhabited elem] (c : cont) (i : idx) :
      c[i]! = match c[i]? with | some e => e | none => default := by
    intros
    simp only [getElem!, getElem?, outOfBounds_eq_default]
export LawfulGetElem (getElem?_def getElem!_def)

section
variable {cont : Type u} {idx : Type v} {elem : Type w} {dom : cont → idx → Prop}
  [GetElem? cont idx elem dom] [LawfulGetElem cont idx elem dom]

theorem getElem?_pos (c : cont) (i : idx) (h : dom c i) : c[i]? = some (c[i]'h) := by
  have : Decidable (dom c i) := .isTrue h
  rw [getElem?_def]
  exact dif_pos h
theorem getElem?_neg (c : cont) (i : idx) (h : ¬dom c i) : c[i]? = none := by
  have : Decidable (dom c i) := .isFalse h
  rw [getElem?_def]
  exact dif_neg h
theorem getElem!_pos [Inhabited elem] (c : cont) (i : idx) (h : dom c i) : c[i]! = c[i]'h := by
  have : Decidable (dom c i) := .isTrue h
  rw [getElem!_def, getElem?_pos c i h]
theorem getElem!_neg [Inhabited elem] (c : cont) (i : idx) (h : ¬dom c i) : c[i]! = default := by
  have : Decidable (dom c i) := .isFalse h
  rw [getElem!_def, getElem?_neg c i h]

theorem getElem?_eq_none_iff (c : cont) (i : idx) [Decidable (dom c i)] : c[i]? = none ↔ ¬dom c i := by
  constructor
  · intro h k
    rw [getElem?_pos c i k] at h
    exact nomatch h
  · exact getElem?_neg c i
theorem getElem?_eq_none (c : cont) (i : idx) (h : ¬dom c i) : c[i]? = none := getElem?_neg c i h
theorem dom_of_getElem?_eq_some {c : cont} {i : idx} {e : elem} (h : c[i]? = some e) : dom c i :=
  Classical.byContradiction fun k => by
    rw [getElem?_neg c i k] at h
    exact nomatch h
theorem of_getElem?_eq_some {c : cont} {i : idx} {e : elem} (h : c[i]? = some e) : dom c i :=
  dom_of_getElem?_eq_some h
theorem getElem?_eq_some_iff {c : cont} {i : idx} {e : elem} : c[i]? = some e ↔ ∃ h : dom c i, c[i]'h = e := by
  constructor
  · intro h
    refine ⟨dom_of_getElem?_eq_some h, ?_⟩
    rw [getElem?_pos c i (dom_of_getElem?_eq_some h)] at h
    exact Option.some.inj h
  · rintro ⟨h, rfl⟩
    exact getElem?_pos c i h
theorem some_eq_getElem?_iff {c : cont} {i : idx} {e : elem} : some e = c[i]? ↔ ∃ h : dom c i, c[i]'h = e :=
  ⟨fun h => getElem?_eq_some_iff.mp h.symm, fun h => (getElem?_eq_some_iff.mpr h).symm⟩
theorem getElem_of_getElem? {c : cont} {i : idx} {e : elem} (h : c[i]? = some e) : ∃ h : dom c i, c[i]'h = e :=
  getElem?_eq_some_iff.mp h
theorem some_getElem_eq_getElem?_iff {c : cont} {i : idx} (h : dom c i) : some (c[i]'h) = c[i]? ↔ True :=
  ⟨fun _ => trivial, fun _ => (getElem?_pos c i h).symm⟩
end

namespace Fin
variable {cont : Type u} {elem : Type v} {dom : cont → Nat → Prop} {n : Nat}
instance instGetElemFinVal [GetElem cont Nat elem dom] : GetElem cont (Fin n) elem fun xs i => dom xs i.1 where
  getElem xs i h := getElem xs i.1 h
instance instGetElem?FinVal [h : GetElem? cont Nat elem dom] : GetElem? cont (Fin n) elem fun xs i => dom xs i.1 where
  getElem? xs i := getElem? xs i.val
  getElem! xs i := getElem! xs i.val
instance [GetElem? cont Nat elem dom] [h : LawfulGetElem cont Nat elem dom] :
    LawfulGetElem cont (Fin n) elem fun xs i => dom xs i.1 where
  getElem?_def _ _ _ := h.getElem?_def _ _
  getElem!_def _ _ := h.getElem!_def _ _
@[simp] theorem getElem_fin [GetElem? cont Nat elem dom] (a : cont) (i : Fin n) (h : dom a i.1) : a[i] = a[i.1] := rfl
@[simp] theorem getElem?_fin [h : GetElem? cont Nat elem dom] (a : cont) (i : Fin n) : a[i]? = a[i.1]? := rfl
@[simp] theorem getElem!_fin [GetElem? cont Nat elem dom] (a : cont) (i : Fin n) [Inhabited elem] : a[i]! = a[i.1]! := rfl
end Fin

namespace List
variable {α : Type u}
/-- What `xs[i]?` computes on lists. -/
def get?Internal : (as : List α) → (i : Nat) → Option α
  | a :: _, 0 => some a
  | _ :: as, n + 1 => get?Internal as n
  | [], _ => none
/-- What `xs[i]!` computes on lists. -/
def get!Internal [Inhabited α] : (as : List α) → (i : Nat) → α
  | a :: _, 0 => a
  | _ :: as, n + 1 => get!Internal as n
  | [], _ => panic "invalid index"
instance : GetElem (List α) Nat α fun as i => i < as.length where
  getElem as i h := as.get ⟨i, h⟩
instance : GetElem? (List α) Nat α fun as i => i < as.length where
  getElem? as i := as.get?Internal i
  getElem! as i := as.get!Internal i

@[simp] theorem getElem_cons_zero (a : α) (as : List α) (h : 0 < (a :: as).length) : (a :: as)[0]'h = a := rfl
@[simp] theorem getElem_cons_succ (a : α) (as : List α) (i : Nat) (h : i + 1 < (a :: as).length) :
    (a :: as)[i + 1]'h = as[i]'(Nat.le_of_succ_le_succ h) := rfl
@[simp] theorem getElem?_nil {i : Nat} : ([] : List α)[i]? = none := rfl
@[simp] theorem getElem?_cons_zero {a : α} {l : List α} : (a :: l)[0]? = some a := rfl
@[simp] theorem getElem?_cons_succ {a : α} {l : List α} {i : Nat} : (a :: l)[i + 1]? = l[i]? := rfl
theorem getElem!_nil [Inhabited α] {i : Nat} : ([] : List α)[i]! = default := rfl
theorem getElem!_cons_zero [Inhabited α] {a : α} {l : List α} : (a :: l)[0]! = a := rfl
theorem getElem!_cons_succ [Inhabited α] {a : α} {l : List α} {i : Nat} : (a :: l)[i + 1]! = l[i]! := rfl

private theorem getElem?_inside : ∀ (as : List α) (i : Nat) (h : i < as.length), as[i]? = some as[i]
  | [], i, h => absurd h (Nat.not_succ_le_zero i)
  | _ :: _, 0, _ => rfl
  | _ :: as, i + 1, h => getElem?_inside as i (Nat.le_of_succ_le_succ h)
private theorem getElem?_outside : ∀ (as : List α) (i : Nat), ¬i < as.length → as[i]? = none
  | [], _, _ => rfl
  | _ :: _, 0, h => absurd (Nat.succ_le_succ (Nat.zero_le _)) h
  | _ :: as, i + 1, h => getElem?_outside as i fun k => h (Nat.succ_le_succ k)
private theorem getElem!_match [Inhabited α] :
    ∀ (as : List α) (i : Nat), as[i]! = match as[i]? with | some e => e | none => default
  | [], _ => rfl
  | _ :: _, 0 => rfl
  | _ :: as, i + 1 => getElem!_match as i
instance : LawfulGetElem (List α) Nat α fun as i => i < as.length where
  getElem?_def as i d := by
    by_cases h : i < as.length
    · rw [dif_pos h]; exact getElem?_inside as i h
    · rw [dif_neg h]; exact getElem?_outside as i h
  getElem!_def as i := getElem!_match as i

@[simp] theorem get_eq_getElem {l : List α} {i : Fin l.length} : l.get i = l[i.1]'i.2 := rfl
end List

namespace Array
variable {α : Type u}
instance : GetElem (Array α) Nat α fun xs i => i < xs.size where
  getElem xs i h := xs.getInternal i h
/-- What `xs[i]?` computes on arrays. -/
def get?Internal (a : Array α) (i : Nat) : Option α := decidableGetElem? a i
instance : GetElem? (Array α) Nat α fun xs i => i < xs.size where
  getElem? xs i := decidableGetElem? xs i
  getElem! xs i := xs.get!Internal i
instance : LawfulGetElem (Array α) Nat α fun xs i => i < xs.size where
  getElem?_def xs i h := by
    by_cases k : i < xs.size
    · rw [dif_pos k]; exact dif_pos k
    · rw [dif_neg k]; exact dif_neg k
  getElem!_def xs i := by
    show xs.getD i default = match decidableGetElem? xs i with | some e => e | none => default
    unfold decidableGetElem? getD
    by_cases k : i < xs.size
    · rw [dif_pos k, dif_pos k]; rfl
    · rw [dif_neg k, dif_neg k]
end Array
