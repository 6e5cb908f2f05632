prelude
import Init.Data.Char.Basic
import Init.Data.List.Basic
/-! This module: strings: length, pushing, joining, mapping, and the laws that reduce them to lists of characters. -/
universe u

namespace String
@[extern "lean_string_length"] def length (s : @& String) : Nat := s.toList.length
@[extern "lean_string_push"] def push (s : String) (c : Char) : String := ofList (s.toList ++ [c])
@[inline] def singleton (c : Char) : String := ofList [c]
def isEmpty (s : String) : Bool := s.length == 0
/-- The concatenation of the strings of a list. -/
def join (l : List String) : String := l.foldl (fun r s => r ++ s) ""
/-- The strings of a list with a separator between each two. -/
def intercalate (s : String) : List String → String
  | [] => ""
  | a :: as => go a s as
where
  go (acc s : String) : List String → String
    | [] => acc
    | a :: as => go (acc ++ s ++ a) s as
@[inline] def foldl {α : Type u} (f : α → Char → α) (init : α) (s : String) : α := s.toList.foldl f init
@[inline] def map (f : Char → Char) (s : String) : String := ofList (s.toList.map f)
@[inline] def any (s : String) (p : Char → Bool) : Bool := s.toList.foldl (fun b c => b || p c) false
@[inline] def all (s : String) (p : Char → Bool) : Bool := s.toList.foldl (fun b c => b && p c) true
@[inline] def contains (s : String) (c : Char) : Bool := s.any (· == c)
def toUpper (s : String) : String := s.map Char.toUpper
def toLower (s : String) : String := s.map Char.toLower
def pushn (s : String) (c : Char) : Nat → String
  | 0 => s
  | n + 1 => (pushn s c n).push c
def front (s : String) : Char :=
  match s.toList with
  | [] => default
  | c :: _ => c
def capitalize (s : String) : String :=
  match s.toList with
  | [] => ""
  | c :: cs => ofList (c.toUpper :: cs)
def decapitalize (s : String) : String :=
  match s.toList with
  | [] => ""
  | c :: cs => ofList (c.toLower :: cs)
/-- Whether the first string starts the second one. -/
def isPrefixOf (p s : String) : Bool := go p.toList s.toList
where
  go : List Char → List Char → Bool
    | [], _ => true
    | _ :: _, [] => false
    | a :: as, b :: bs => a == b && go as bs
def startsWith (s pre : String) : Bool := pre.isPrefixOf s
def endsWith (s post : String) : Bool := isPrefixOf.go post.toList.reverse s.toList.reverse
def isNat (s : String) : Bool := !s.isEmpty && s.all (·.isDigit)
/-- The number that a string of digits writes, if it is one. -/
def toNat? (s : String) : Option Nat :=
  if s.isNat then some (s.foldl (fun n c => n * 10 + (c.toNat - 48)) 0) else none
def toNat! (s : String) : Nat :=
  match s.toNat? with
  | some n => n
  | none => panic "Nat expected"
/-- The pieces of a string between the characters that `p` accepts. -/
def splitToList (s : String) (p : Char → Bool) : List String := go [] s.toList
where
  go (word : List Char) : List Char → List String
    | [] => [ofList word.reverse]
    | c :: cs => if p c then ofList word.reverse :: go [] cs else go (c :: word) cs
/-- The pieces of a string between the occurrences of a separator. -/
def splitOn (s : String) (sep : String := " ") : List String :=
  if sep.isEmpty then [s] else go (s.length + 1) [] s.toList
where
  strip : List Char → List Char → Option (List Char)
    | [], bs => some bs
    | _ :: _, [] => none
    | a :: as, b :: bs => if a = b then strip as bs else none
  go : Nat → List Char → List Char → List String
    | 0, word, _ => [ofList word.reverse]
    | _ + 1, word, [] => [ofList word.reverse]
    | n + 1, word, c :: cs =>
      match strip sep.toList (c :: cs) with
      | some rest => ofList word.reverse :: go n [] rest
      | none => go n (c :: word) cs

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
@[simp] theorem length_append {s t : String} : (s ++ t).length = s.length + t.length := List.length_append ..
@[simp] theorem length_push {s : String} (c : Char) : (s.push c).length = s.length + 1 := List.length_append ..
@[simp] theorem length_map {f : Char → Char} {s : String} : (s.map f).length = s.length := List.length_map ..
@[simp] theorem append_empty {s : String} : s ++ "" = s := ext (List.append_nil _)
@[simp] theorem empty_append {s : String} : "" ++ s = s := rfl
theorem append_assoc {s t u : String} : s ++ t ++ u = s ++ (t ++ u) := ext (List.append_assoc ..)
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
