prelude
import Init.Data.Char.Basic
import Init.Data.List.Basic
/-! This module: strings: length, pushing, joining, mapping, splitting. -/
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
end String
instance String.instLT : LT String := ⟨fun s t => s.toList < t.toList⟩
@[extern "lean_string_dec_lt"] instance String.decidableLT (s t : @& String) : Decidable (s < t) :=
  inferInstanceAs (Decidable (s.toList < t.toList))
protected def String.le (a b : String) : Prop := ¬ b < a
instance String.instLE : LE String := ⟨String.le⟩
instance String.decLE (s t : String) : Decidable (s ≤ t) := inferInstanceAs (Decidable (¬ t < s))
