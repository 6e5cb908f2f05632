prelude
import Init.Data.String.Basic
/-! This module: the laws of strings, most of which reduce them to lists of characters. -/

namespace String
private theorem length_lists (l m : List Char) : (l ++ m).length = l.length + m.length := by
  induction l with
  | nil => exact (Nat.zero_add _).symm
  | cons c l ih => exact (congrArg (· + 1) ih).trans (Nat.add_right_comm _ _ _)
private theorem length_mapped (f : Char → Char) (l : List Char) : (l.map f).length = l.length := by
  induction l with
  | nil => rfl
  | cons c l ih => exact congrArg (· + 1) ih
private theorem lists_nil (l : List Char) : l ++ [] = l := by
  induction l with
  | nil => rfl
  | cons c l ih => exact congrArg (c :: ·) ih
private theorem lists_assoc (l m k : List Char) : l ++ m ++ k = l ++ (m ++ k) := by
  induction l with
  | nil => rfl
  | cons c l ih => exact congrArg (c :: ·) ih

@[simp] theorem toList_ofList {l : List Char} : (ofList l).toList = l := rfl
@[simp] theorem ofList_toList {s : String} : ofList s.toList = s := rfl
theorem ext : {s t : String} → s.toList = t.toList → s = t
  | ⟨_⟩, ⟨_⟩, rfl => rfl
theorem ext_iff {s t : String} : s = t ↔ s.toList = t.toList := ⟨fun h => h ▸ rfl, ext⟩
theorem toList_inj {s t : String} : s.toList = t.toList ↔ s = t := ⟨ext, fun h => h ▸ rfl⟩
theorem toList_injective {s t : String} (h : s.toList = t.toList) : s = t := ext h
theorem ofList_injective {l m : List Char} (h : ofList l = ofList m) : l = m := congrArg toList h
@[simp] theorem ofList_inj {l m : List Char} : ofList l = ofList m ↔ l = m := ⟨ofList_injective, fun h => h ▸ rfl⟩
@[simp] theorem toList_empty : "".toList = [] := rfl
@[simp] theorem ofList_nil : ofList [] = "" := rfl
@[simp] theorem toList_append {s t : String} : (s ++ t).toList = s.toList ++ t.toList := rfl
@[simp] theorem ofList_append {l m : List Char} : ofList (l ++ m) = ofList l ++ ofList m := rfl
@[simp] theorem toList_push {s : String} (c : Char) : (s.push c).toList = s.toList ++ [c] := rfl
@[simp] theorem toList_singleton {c : Char} : (singleton c).toList = [c] := rfl
@[simp] theorem toList_map {f : Char → Char} {s : String} : (s.map f).toList = s.toList.map f := rfl
@[simp] theorem toList_eq_nil_iff {s : String} : s.toList = [] ↔ s = "" := toList_inj (t := "")
@[simp] theorem length_toList {s : String} : s.toList.length = s.length := rfl
@[simp] theorem length_ofList {l : List Char} : (ofList l).length = l.length := rfl
@[simp] theorem length_empty : "".length = 0 := rfl
@[simp] theorem length_singleton {c : Char} : (singleton c).length = 1 := rfl
@[simp] theorem length_append {s t : String} : (s ++ t).length = s.length + t.length := length_lists _ _
@[simp] theorem length_push {s : String} (c : Char) : (s.push c).length = s.length + 1 := length_lists _ _
@[simp] theorem length_map {f : Char → Char} {s : String} : (s.map f).length = s.length := length_mapped _ _
@[simp] theorem append_empty {s : String} : s ++ "" = s := ext (lists_nil _)
@[simp] theorem empty_append {s : String} : "" ++ s = s := rfl
theorem append_assoc {s t u : String} : s ++ t ++ u = s ++ (t ++ u) := ext (lists_assoc _ _ _)
theorem push_eq_append {s : String} (c : Char) : s.push c = s ++ singleton c := rfl
theorem singleton_eq_ofList {c : Char} : singleton c = ofList [c] := rfl
theorem length_eq_zero_iff {s : String} : s.length = 0 ↔ s = "" := by
  rw [← toList_inj]
  show s.toList.length = 0 ↔ s.toList = []
  cases s.toList with
  | nil => exact ⟨fun _ => rfl, fun _ => rfl⟩
  | cons c cs => exact ⟨fun h => (nomatch h), fun h => (nomatch h)⟩
@[simp] theorem isEmpty_iff {s : String} : s.isEmpty = true ↔ s = "" :=
  ⟨fun h => length_eq_zero_iff.1 (of_decide_eq_true h), fun h => by rw [h]; rfl⟩
@[simp] theorem isEmpty_empty : "".isEmpty = true := rfl
theorem append_right_inj (s : String) {t₁ t₂ : String} : s ++ t₁ = s ++ t₂ ↔ t₁ = t₂ := by
  refine ⟨fun h => ext ?_, fun h => h ▸ rfl⟩
  have h := congrArg toList h
  rw [toList_append, toList_append] at h
  generalize s.toList = l at h
  induction l with
  | nil => exact h
  | cons c l ih => exact ih (by injection h)
end String
theorem Char.toString_eq_singleton {c : Char} : c.toString = String.singleton c := rfl
@[simp] theorem Char.length_toString (c : Char) : c.toString.length = 1 := rfl
