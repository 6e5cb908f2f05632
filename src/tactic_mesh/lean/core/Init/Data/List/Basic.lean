prelude
import Init.GetElem
import Init.Data.Zero
/-! Lists: the functions that programs and statements use, by structural recursion so that they
compute in the kernel, with the equations that say what each does on `[]` and `a :: as`. -/
universe u v w
variable {α : Type u} {β : Type v} {γ : Type w}
set_option linter.unusedVariables false

instance : EmptyCollection (List α) := ⟨.nil⟩
instance : Singleton α (List α) := ⟨fun a => .cons a .nil⟩
namespace List

@[simp] theorem length_nil : length ([] : List α) = 0 := rfl
@[simp] theorem length_singleton {a : α} : length [a] = 1 := rfl
@[simp] theorem length_cons {a : α} {as : List α} : length (a :: as) = length as + 1 := rfl

/-! ## Comparison -/
protected def beq [BEq α] : List α → List α → Bool
  | [], [] => true
  | a :: as, b :: bs => a == b && List.beq as bs
  | _, _ => false
@[simp] theorem beq_nil_nil [BEq α] : List.beq ([] : List α) ([] : List α) = true := rfl
@[simp] theorem beq_cons_nil [BEq α] {a : α} {as : List α} : List.beq (a :: as) [] = false := rfl
@[simp] theorem beq_nil_cons [BEq α] {a : α} {as : List α} : List.beq [] (a :: as) = false := rfl
theorem beq_cons_cons [BEq α] {a b : α} {as bs : List α} : List.beq (a :: as) (b :: bs) = (a == b && List.beq as bs) := rfl
instance [BEq α] : BEq (List α) := ⟨List.beq⟩
def isEqv : (as bs : List α) → (eqv : α → α → Bool) → Bool
  | [], [], _ => true
  | a :: as, b :: bs, eqv => eqv a b && isEqv as bs eqv
  | _, _, _ => false
/-- The lexicographic order of lists over a relation of their elements. -/
inductive Lex (r : α → α → Prop) : (as : List α) → (bs : List α) → Prop
  | nil {a l} : Lex r [] (a :: l)
  | rel {a₁ l₁ a₂ l₂} (h : r a₁ a₂) : Lex r (a₁ :: l₁) (a₂ :: l₂)
  | cons {a l₁ l₂} (h : Lex r l₁ l₂) : Lex r (a :: l₁) (a :: l₂)
protected abbrev lt [LT α] : List α → List α → Prop := Lex (· < ·)
instance instLT [LT α] : LT (List α) := ⟨List.lt⟩
protected def le [LT α] (as bs : List α) : Prop := ¬bs < as
instance instLE [LT α] : LE (List α) := ⟨List.le⟩
instance decidableLex [DecidableEq α] (r : α → α → Prop) [h : DecidableRel r] : (l₁ l₂ : List α) → Decidable (Lex r l₁ l₂)
  | [], [] => isFalse fun k => nomatch k
  | [], _ :: _ => isTrue .nil
  | _ :: _, [] => isFalse fun k => nomatch k
  | a :: as, b :: bs =>
    match h a b with
    | isTrue hr => isTrue (.rel hr)
    | isFalse hr =>
      match decEq a b with
      | isFalse ne => isFalse fun k => by
          cases k with
          | rel k => exact hr k
          | cons _ => exact ne rfl
      | isTrue e =>
        match decidableLex r as bs with
        | isTrue ht => isTrue (e ▸ .cons ht)
        | isFalse ht => isFalse fun k => by
            cases k with
            | rel k => exact hr k
            | cons k => exact ht k
instance decidableLT [DecidableEq α] [LT α] [DecidableLT α] (l₁ l₂ : List α) : Decidable (l₁ < l₂) :=
  decidableLex (· < ·) l₁ l₂
instance decidableLE [DecidableEq α] [LT α] [DecidableLT α] (l₁ l₂ : List α) : Decidable (l₁ ≤ l₂) :=
  inferInstanceAs (Decidable (¬l₂ < l₁))
/-- The lexicographic comparison as a Boolean function. -/
def lex [BEq α] (l₁ l₂ : List α) (lt : α → α → Bool := by exact (· < ·)) : Bool :=
  match l₁, l₂ with
  | [], _ :: _ => true
  | _, [] => false
  | a :: as, b :: bs => lt a b || (a == b && lex as bs lt)

/-! ## Ends of a list -/
def head : (as : List α) → as ≠ [] → α
  | a :: _, _ => a
def head? : List α → Option α
  | [] => none
  | a :: _ => some a
def head! [Inhabited α] : List α → α
  | [] => panic "empty list"
  | a :: _ => a
def headD : (as : List α) → (fallback : α) → α
  | [], d => d
  | a :: _, _ => a
@[simp] theorem head_cons {a : α} {l : List α} {h} : head (a :: l) h = a := rfl
@[simp] theorem head?_nil : head? ([] : List α) = none := rfl
@[simp] theorem head?_cons {a : α} {l : List α} : head? (a :: l) = some a := rfl
@[simp] theorem headD_nil {d : α} : headD [] d = d := rfl
@[simp] theorem headD_cons {a : α} {l : List α} {d : α} : headD (a :: l) d = a := rfl
def tail : List α → List α
  | [] => []
  | _ :: as => as
def tail? : List α → Option (List α)
  | [] => none
  | _ :: as => some as
def tail! : List α → List α
  | [] => panic "empty list"
  | _ :: as => as
def tailD (l fallback : List α) : List α :=
  match l with
  | [] => fallback
  | _ :: tl => tl
@[simp] theorem tail_nil : tail ([] : List α) = [] := rfl
@[simp] theorem tail_cons {a : α} {l : List α} : tail (a :: l) = l := rfl
@[simp] theorem tail?_nil : tail? ([] : List α) = none := rfl
@[simp] theorem tail?_cons {a : α} {l : List α} : tail? (a :: l) = some l := rfl
@[simp] theorem tailD_nil {l' : List α} : tailD [] l' = l' := rfl
@[simp] theorem tailD_cons {a : α} {l l' : List α} : tailD (a :: l) l' = l := rfl
def getLast : (as : List α) → as ≠ [] → α
  | [], h => absurd rfl h
  | [a], _ => a
  | _ :: b :: as, _ => getLast (b :: as) (fun h => nomatch h)
def getLast? : List α → Option α
  | [] => none
  | a :: as => some (getLast (a :: as) (fun h => nomatch h))
def getLast! [Inhabited α] : List α → α
  | [] => panic "empty list"
  | a :: as => getLast (a :: as) (fun h => nomatch h)
def getLastD : (as : List α) → (fallback : α) → α
  | [], a₀ => a₀
  | a :: as, _ => getLast (a :: as) (fun h => nomatch h)
@[simp] theorem getLast?_nil : getLast? ([] : List α) = none := rfl
@[simp] theorem getLastD_nil {a : α} : getLastD [] a = a := rfl
@[simp] theorem getLast_singleton {a : α} (h : [a] ≠ []) : getLast [a] h = a := rfl
theorem getLast_cons_cons {a b : α} {l : List α} {h} : getLast (a :: b :: l) h = getLast (b :: l) (fun h => nomatch h) := rfl
def dropLast : List α → List α
  | [] => []
  | [_] => []
  | a :: b :: as => a :: dropLast (b :: as)
@[simp] theorem dropLast_nil : dropLast ([] : List α) = [] := rfl
@[simp] theorem dropLast_singleton {a : α} : dropLast [a] = [] := rfl
@[simp] theorem dropLast_cons₂ {a b : α} {l : List α} : dropLast (a :: b :: l) = a :: dropLast (b :: l) := rfl
def isEmpty : List α → Bool
  | [] => true
  | _ :: _ => false
@[simp] theorem isEmpty_nil : isEmpty ([] : List α) = true := rfl
@[simp] theorem isEmpty_cons {a : α} {l : List α} : isEmpty (a :: l) = false := rfl
def getD (as : List α) (i : Nat) (fallback : α) : α := as[i]?.getD fallback
@[simp] theorem getD_nil {i : Nat} {d : α} : getD [] i d = d := rfl

/-! ## Map, filter, fold -/
@[simp] theorem map_nil {f : α → β} : map f [] = [] := rfl
@[simp] theorem map_cons {f : α → β} {a : α} {l : List α} : map f (a :: l) = f a :: map f l := rfl
def filter (p : α → Bool) : (l : List α) → List α
  | [] => []
  | a :: as => match p a with
    | true => a :: filter p as
    | false => filter p as
@[simp] theorem filter_nil {p : α → Bool} : filter p [] = [] := rfl
@[specialize] def filterMap (f : α → Option β) : List α → List β
  | [] => []
  | a :: as =>
    match f a with
    | none => filterMap f as
    | some b => b :: filterMap f as
@[simp] theorem filterMap_nil {f : α → Option β} : filterMap f [] = [] := rfl
theorem filterMap_cons {f : α → Option β} {a : α} {l : List α} :
    filterMap f (a :: l) = match f a with
      | none => filterMap f l
      | some b => b :: filterMap f l := rfl
@[simp] theorem foldl_nil {f : α → β → α} {b : α} : foldl f b [] = b := rfl
@[simp] theorem foldl_cons {f : β → α → β} {b : β} {a : α} {l : List α} : foldl f b (a :: l) = foldl f (f b a) l := rfl
@[specialize] def foldr (f : α → β → β) (init : β) : (l : List α) → β
  | [] => init
  | a :: l => f a (foldr f init l)
@[simp] theorem foldr_nil {f : α → β → β} {b : β} : foldr f b [] = b := rfl
@[simp] theorem foldr_cons {f : α → β → β} {b : β} {a : α} {l : List α} : foldr f b (a :: l) = f a (foldr f b l) := rfl
def reverseAux : List α → List α → List α
  | [], r => r
  | a :: l, r => reverseAux l (a :: r)
@[simp] theorem reverseAux_nil {r : List α} : reverseAux [] r = r := rfl
@[simp] theorem reverseAux_cons {a : α} {l r : List α} : reverseAux (a :: l) r = reverseAux l (a :: r) := rfl
def reverse (as : List α) : List α := reverseAux as []
@[simp] theorem reverse_nil : reverse ([] : List α) = [] := rfl
def flatten : List (List α) → List α
  | [] => []
  | l :: L => l ++ flatten L
@[simp] theorem flatten_nil : flatten ([] : List (List α)) = [] := rfl
@[simp] theorem flatten_cons {l : List α} {L : List (List α)} : flatten (l :: L) = l ++ flatten L := rfl
def singleton {α : Type u} (a : α) : List α := [a]
protected def pure {α : Type u} (a : α) : List α := [a]
@[inline] def flatMap {α : Type u} {β : Type v} (b : α → List β) (as : List α) : List β := flatten (map b as)
@[simp] theorem flatMap_nil {f : α → List β} : List.flatMap f [] = [] := rfl
@[simp] theorem flatMap_cons {x : α} {xs : List α} {f : α → List β} : List.flatMap f (x :: xs) = f x ++ List.flatMap f xs := rfl
theorem flatMap_def {l : List α} {f : α → List β} : l.flatMap f = flatten (map f l) := rfl
def replicate : (n : Nat) → (a : α) → List α
  | 0, _ => []
  | n + 1, a => a :: replicate n a
@[simp] theorem replicate_zero {a : α} : replicate 0 a = [] := rfl
theorem replicate_succ {a : α} {n : Nat} : replicate (n + 1) a = a :: replicate n a := rfl
def leftpad (n : Nat) (a : α) (l : List α) : List α := replicate (n - length l) a ++ l
def rightpad (n : Nat) (a : α) (l : List α) : List α := l ++ replicate (n - length l) a
@[inline] def reduceOption {α : Type u} : List (Option α) → List α := List.filterMap id

/-! ## Membership -/
inductive Mem (a : α) : List α → Prop
  | head (as : List α) : Mem a (a :: as)
  | tail (b : α) {as : List α} : Mem a as → Mem a (b :: as)
instance : Membership α (List α) := ⟨fun l a => Mem a l⟩
@[simp] theorem not_mem_nil {a : α} : ¬a ∈ ([] : List α) := fun h => nomatch h
def elem [BEq α] (a : α) : (l : List α) → Bool
  | [] => false
  | b :: bs => match a == b with
    | true => true
    | false => elem a bs
@[simp] theorem elem_nil [BEq α] {a : α} : elem a [] = false := rfl
theorem elem_cons [BEq α] {a b : α} {bs : List α} :
    elem a (b :: bs) = match a == b with | true => true | false => elem a bs := rfl
abbrev contains [BEq α] (as : List α) (a : α) : Bool := elem a as
@[simp] theorem contains_nil [BEq α] {a : α} : ([] : List α).contains a = false := rfl
theorem mem_append_left {a : α} {as : List α} (bs : List α) (h : a ∈ as) : a ∈ as ++ bs := by
  induction h with
  | head => exact .head _
  | tail _ _ ih => exact .tail _ ih
theorem mem_append_right {b : α} {bs : List α} (as : List α) (h : b ∈ bs) : b ∈ as ++ bs := by
  induction as with
  | nil => exact h
  | cons a as ih => exact .tail _ ih
instance decidableBEx (p : α → Prop) [DecidablePred p] : ∀ l : List α, Decidable (∃ x, x ∈ l ∧ p x)
  | [] => isFalse fun ⟨_, h, _⟩ => nomatch h
  | x :: xs =>
    if h₁ : p x then isTrue ⟨x, .head _, h₁⟩
    else match decidableBEx p xs with
      | isTrue h₂ => isTrue <| let ⟨y, hm, hp⟩ := h₂; ⟨y, .tail _ hm, hp⟩
      | isFalse h₂ => isFalse fun
        | ⟨_, .head _, hp⟩ => h₁ hp
        | ⟨y, .tail _ hm, hp⟩ => h₂ ⟨y, hm, hp⟩
instance decidableBAll (p : α → Prop) [DecidablePred p] : ∀ l : List α, Decidable (∀ x, x ∈ l → p x)
  | [] => isTrue fun _ h => nomatch h
  | x :: xs =>
    match ‹DecidablePred p› x with
    | isTrue h₁ =>
      match decidableBAll p xs with
      | isTrue h₂ => isTrue fun
        | _, .head _ => h₁
        | y, .tail _ h => h₂ y h
      | isFalse h₂ => isFalse fun k => h₂ fun y h => k y (.tail _ h)
    | isFalse h₁ => isFalse fun k => h₁ (k x (.head _))
/-- Membership is decided by comparing with each element in turn. -/
def decideMem [DecidableEq α] (a : α) : (as : List α) → Decidable (a ∈ as)
  | [] => isFalse fun h => nomatch h
  | b :: bs =>
    match decEq a b with
    | isTrue e => isTrue (e ▸ .head bs)
    | isFalse n =>
      match decideMem a bs with
      | isTrue h => isTrue (.tail _ h)
      | isFalse k => isFalse fun
        | .head _ => n rfl
        | .tail _ h => k h
instance [DecidableEq α] (a : α) (as : List α) : Decidable (a ∈ as) := decideMem a as
protected def Subset (l₁ l₂ : List α) : Prop := ∀ ⦃a : α⦄, a ∈ l₁ → a ∈ l₂
instance : HasSubset (List α) := ⟨List.Subset⟩
instance [DecidableEq α] : DecidableRel (HasSubset.Subset : List α → List α → Prop) :=
  fun l₁ l₂ => inferInstanceAs (Decidable (∀ a, a ∈ l₁ → a ∈ l₂))

/-! ## Parts of a list -/
def take : (n : Nat) → (xs : List α) → List α
  | 0, _ => []
  | _ + 1, [] => []
  | n + 1, a :: as => a :: take n as
@[simp] theorem take_nil {i : Nat} : take i ([] : List α) = [] := by cases i <;> rfl
@[simp] theorem take_zero {l : List α} : l.take 0 = [] := rfl
@[simp] theorem take_succ_cons {a : α} {as : List α} {i : Nat} : (a :: as).take (i + 1) = a :: as.take i := rfl
def drop : (n : Nat) → (xs : List α) → List α
  | 0, a => a
  | _ + 1, [] => []
  | n + 1, _ :: as => drop n as
@[simp] theorem drop_nil {i : Nat} : drop i ([] : List α) = [] := by cases i <;> rfl
@[simp] theorem drop_zero {l : List α} : l.drop 0 = l := rfl
@[simp] theorem drop_succ_cons {a : α} {l : List α} {i : Nat} : (a :: l).drop (i + 1) = l.drop i := rfl
abbrev extract (l : List α) (start : Nat := 0) (stop : Nat := l.length) : List α := (l.drop start).take (stop - start)
def takeWhile (p : α → Bool) : (xs : List α) → List α
  | [] => []
  | a :: as => match p a with
    | true => a :: takeWhile p as
    | false => []
@[simp] theorem takeWhile_nil {p : α → Bool} : ([] : List α).takeWhile p = [] := rfl
def dropWhile (p : α → Bool) : List α → List α
  | [] => []
  | a :: as => match p a with
    | true => dropWhile p as
    | false => a :: as
@[simp] theorem dropWhile_nil {p : α → Bool} : ([] : List α).dropWhile p = [] := rfl
@[inline] def partition (p : α → Bool) (as : List α) : List α × List α := loop as ([], [])
where
  @[specialize] loop : List α → List α × List α → List α × List α
    | [], (bs, cs) => (bs.reverse, cs.reverse)
    | a :: as, (bs, cs) =>
      match p a with
      | true => loop as (a :: bs, cs)
      | false => loop as (bs, a :: cs)
@[inline] def partitionMap (f : α → Sum β γ) (l : List α) : List β × List γ := go l [] []
where
  @[specialize] go : List α → List β → List γ → List β × List γ
    | [], bs, cs => (bs.reverse, cs.reverse)
    | a :: as, bs, cs =>
      match f a with
      | .inl b => go as (b :: bs) cs
      | .inr c => go as bs (c :: cs)
@[inline] def span (p : α → Bool) (as : List α) : List α × List α := loop as []
where
  @[specialize] loop : List α → List α → List α × List α
    | [], acc => (acc.reverse, [])
    | a :: as, acc =>
      match p a with
      | true => loop as (a :: acc)
      | false => (acc.reverse, a :: as)
def splitAt (n : Nat) (l : List α) : List α × List α := go l n []
where
  go : List α → Nat → List α → List α × List α
    | [], _, _ => (l, [])
    | x :: xs, n + 1, acc => go xs n (x :: acc)
    | xs, 0, acc => (acc.reverse, xs)
def rotateLeft (xs : List α) (i : Nat := 1) : List α :=
  let len := xs.length
  if len ≤ 1 then xs
  else
    let n := i % len
    let ys := xs.take n
    let zs := xs.drop n
    zs ++ ys
def rotateRight (xs : List α) (i : Nat := 1) : List α :=
  let len := xs.length
  if len ≤ 1 then xs
  else
    let n := len - i % len
    let ys := xs.take n
    let zs := xs.drop n
    zs ++ ys
@[simp] theorem rotateLeft_nil {n : Nat} : ([] : List α).rotateLeft n = [] := rfl
@[simp] theorem rotateRight_nil {n : Nat} : ([] : List α).rotateRight n = [] := rfl

/-! ## Prefixes, suffixes, sublists -/
inductive Sublist {α : Type u} : List α → List α → Prop
  | slnil : Sublist [] []
  | cons (a : α) {l₁ l₂ : List α} : Sublist l₁ l₂ → Sublist l₁ (a :: l₂)
  | cons₂ (a : α) {l₁ l₂ : List α} : Sublist l₁ l₂ → Sublist (a :: l₁) (a :: l₂)
def isSublist [BEq α] : List α → List α → Bool
  | [], _ => true
  | _, [] => false
  | l₁@(hd₁ :: tl₁), hd₂ :: tl₂ => if hd₁ == hd₂ then tl₁.isSublist tl₂ else l₁.isSublist tl₂
def IsPrefix (l₁ : List α) (l₂ : List α) : Prop := Exists fun t => l₁ ++ t = l₂
def IsSuffix (l₁ : List α) (l₂ : List α) : Prop := Exists fun t => t ++ l₁ = l₂
def IsInfix (l₁ : List α) (l₂ : List α) : Prop := Exists fun s => Exists fun t => s ++ l₁ ++ t = l₂
def isPrefixOf [BEq α] : List α → List α → Bool
  | [], _ => true
  | _, [] => false
  | a :: as, b :: bs => a == b && isPrefixOf as bs
@[simp] theorem isPrefixOf_nil_left [BEq α] {l : List α} : isPrefixOf [] l = true := by cases l <;> rfl
@[simp] theorem isPrefixOf_cons_nil [BEq α] {a : α} {as : List α} : isPrefixOf (a :: as) [] = false := rfl
theorem isPrefixOf_cons₂ [BEq α] {a b : α} {as bs : List α} : isPrefixOf (a :: as) (b :: bs) = (a == b && isPrefixOf as bs) := rfl
def isPrefixOf? [BEq α] : (l₁ : List α) → (l₂ : List α) → Option (List α)
  | [], l₂ => some l₂
  | _, [] => none
  | x₁ :: l₁, x₂ :: l₂ => if x₁ == x₂ then isPrefixOf? l₁ l₂ else none
def isSuffixOf [BEq α] (l₁ l₂ : List α) : Bool := isPrefixOf l₁.reverse l₂.reverse
def isSuffixOf? [BEq α] (l₁ l₂ : List α) : Option (List α) := Option.map List.reverse <| isPrefixOf? l₁.reverse l₂.reverse

/-! ## Pairwise relations -/
inductive Pairwise {α : Type u} (R : α → α → Prop) : List α → Prop
  | nil : Pairwise R []
  | cons {a : α} {l : List α} : (∀ a', a' ∈ l → R a a') → Pairwise R l → Pairwise R (a :: l)
theorem pairwise_cons {R : α → α → Prop} {a : α} {l : List α} :
    Pairwise R (a :: l) ↔ (∀ a', a' ∈ l → R a a') ∧ Pairwise R l :=
  ⟨fun | .cons h₁ h₂ => ⟨h₁, h₂⟩, fun ⟨h₁, h₂⟩ => .cons h₁ h₂⟩
instance instDecidablePairwise {R : α → α → Prop} [DecidableRel R] : (l : List α) → Decidable (Pairwise R l)
  | [] => isTrue .nil
  | a :: as =>
    match instDecidablePairwise as with
    | isTrue ht =>
      match decidableBAll (R a) as with
      | isTrue ha => isTrue (.cons ha ht)
      | isFalse ha => isFalse fun | .cons h _ => ha h
    | isFalse ht => isFalse fun | .cons _ h => ht h
def Nodup {α : Type u} : List α → Prop := Pairwise (· ≠ ·)
instance nodupDecidable [DecidableEq α] : ∀ l : List α, Decidable (Nodup l) := instDecidablePairwise

/-! ## Change at a place -/
@[simp] theorem set_nil {i : Nat} {a : α} : [].set i a = [] := rfl
@[simp] theorem set_cons_zero {a b : α} {l : List α} : (b :: l).set 0 a = a :: l := rfl
@[simp] theorem set_cons_succ {a b : α} {i : Nat} {l : List α} : (b :: l).set (i + 1) a = b :: l.set i a := rfl
def replace [BEq α] : (l : List α) → (a : α) → (b : α) → List α
  | [], _, _ => []
  | a :: as, b, c => match b == a with
    | true => c :: as
    | false => a :: replace as b c
@[simp] theorem replace_nil [BEq α] {a b : α} : ([] : List α).replace a b = [] := rfl
/-- Applies `f` to the tail of the list that begins at position `i`. -/
def modifyTailIdx (l : List α) (i : Nat) (f : List α → List α) : List α := go i l
where
  go : Nat → List α → List α
    | 0, l => f l
    | _ + 1, [] => []
    | i + 1, a :: l => a :: go i l
@[inline] def modifyHead (f : α → α) : List α → List α
  | [] => []
  | a :: l => f a :: l
def modify (l : List α) (i : Nat) (f : α → α) : List α := l.modifyTailIdx i (modifyHead f)
def insertIdx (xs : List α) (i : Nat) (a : α) : List α := xs.modifyTailIdx i (cons a)
@[inline] protected def insert [BEq α] (a : α) (l : List α) : List α := if l.elem a then l else a :: l
protected def erase {α : Type u} [BEq α] : List α → α → List α
  | [], _ => []
  | a :: as, b => match a == b with
    | true => as
    | false => a :: List.erase as b
@[simp] theorem erase_nil [BEq α] {a : α} : ([] : List α).erase a = [] := rfl
def eraseP (p : α → Bool) : List α → List α
  | [] => []
  | a :: l => bif p a then l else a :: eraseP p l
@[simp] theorem eraseP_nil {p : α → Bool} : ([] : List α).eraseP p = [] := rfl
def eraseIdx : (l : List α) → (i : Nat) → List α
  | [], _ => []
  | _ :: as, 0 => as
  | a :: as, n + 1 => a :: eraseIdx as n
@[simp] theorem eraseIdx_nil {i : Nat} : ([] : List α).eraseIdx i = [] := rfl
@[simp] theorem eraseIdx_cons_zero {a : α} {as : List α} : (a :: as).eraseIdx 0 = as := rfl
@[simp] theorem eraseIdx_cons_succ {a : α} {as : List α} {i : Nat} : (a :: as).eraseIdx (i + 1) = a :: as.eraseIdx i := rfl
def removeAll [BEq α] (xs ys : List α) : List α := xs.filter fun x => !ys.elem x

/-! ## Search -/
def find? (p : α → Bool) : List α → Option α
  | [] => none
  | a :: as => match p a with
    | true => some a
    | false => find? p as
@[simp] theorem find?_nil {p : α → Bool} : ([] : List α).find? p = none := rfl
theorem find?_cons {a : α} {as : List α} {p : α → Bool} :
    (a :: as).find? p = match p a with | true => some a | false => as.find? p := rfl
def findSome? (f : α → Option β) : List α → Option β
  | [] => none
  | a :: as => match f a with
    | some b => some b
    | none => findSome? f as
@[simp] theorem findSome?_nil {f : α → Option β} : ([] : List α).findSome? f = none := rfl
theorem findSome?_cons {f : α → Option β} {a : α} {as : List α} :
    (a :: as).findSome? f = match f a with | some b => some b | none => as.findSome? f := rfl
@[inline] def findRev? (p : α → Bool) : List α → Option α
  | [] => none
  | a :: as => match findRev? p as with
    | some b => some b
    | none => if p a then some a else none
@[inline] def findIdx (p : α → Bool) (l : List α) : Nat := go l 0
where
  @[specialize] go : List α → Nat → Nat
    | [], n => n
    | a :: l, n => bif p a then n else go l (n + 1)
@[simp] theorem findIdx_nil {p : α → Bool} : [].findIdx p = 0 := rfl
def idxOf [BEq α] (a : α) : List α → Nat := findIdx (· == a)
@[simp] theorem idxOf_nil [BEq α] {x : α} : ([] : List α).idxOf x = 0 := rfl
def findIdx? (p : α → Bool) (l : List α) : Option Nat := go l 0
where
  go : List α → Nat → Option Nat
    | [], _ => none
    | a :: l, i => if p a then some i else go l (i + 1)
@[inline] def idxOf? [BEq α] (a : α) : List α → Option Nat := findIdx? (· == a)
@[inline] def countP (p : α → Bool) (l : List α) : Nat := go l 0
where
  @[specialize] go : List α → Nat → Nat
    | [], acc => acc
    | x :: xs, acc => bif p x then go xs (acc + 1) else go xs acc
@[inline] def count [BEq α] (a : α) : List α → Nat := countP (· == a)
def lookup [BEq α] : α → List (α × β) → Option β
  | _, [] => none
  | a, (k, b) :: as => match a == k with
    | true => some b
    | false => lookup a as
@[simp] theorem lookup_nil [BEq α] {a : α} : ([] : List (α × β)).lookup a = none := rfl
def any : (l : List α) → (p : α → Bool) → Bool
  | [], _ => false
  | h :: t, p => p h || any t p
@[simp] theorem any_nil {f : α → Bool} : [].any f = false := rfl
@[simp] theorem any_cons {a : α} {l : List α} {f : α → Bool} : (a :: l).any f = (f a || l.any f) := rfl
def all : List α → (α → Bool) → Bool
  | [], _ => true
  | h :: t, p => p h && all t p
@[simp] theorem all_nil {f : α → Bool} : [].all f = true := rfl
@[simp] theorem all_cons {a : α} {l : List α} {f : α → Bool} : (a :: l).all f = (f a && l.all f) := rfl
def or (bs : List Bool) : Bool := bs.any id
@[simp] theorem or_nil : [].or = false := rfl
@[simp] theorem or_cons {a : Bool} {l : List Bool} : (a :: l).or = (a || l.or) := rfl
def and (bs : List Bool) : Bool := bs.all id
@[simp] theorem and_nil : [].and = true := rfl
@[simp] theorem and_cons {a : Bool} {l : List Bool} : (a :: l).and = (a && l.and) := rfl

/-! ## Permutations -/
inductive Perm : List α → List α → Prop
  | nil : Perm [] []
  | cons (x : α) {l₁ l₂ : List α} : Perm l₁ l₂ → Perm (x :: l₁) (x :: l₂)
  | swap (x y : α) (l : List α) : Perm (y :: x :: l) (x :: y :: l)
  | trans {l₁ l₂ l₃ : List α} : Perm l₁ l₂ → Perm l₂ l₃ → Perm l₁ l₃
def isPerm [BEq α] : List α → List α → Bool
  | [], l₂ => l₂.isEmpty
  | a :: l₁, l₂ => l₂.contains a && l₁.isPerm (l₂.erase a)

/-! ## Two lists, and numbered lists -/
@[specialize] def zipWith (f : α → β → γ) : (xs : List α) → (ys : List β) → List γ
  | x :: xs, y :: ys => f x y :: zipWith f xs ys
  | _, _ => []
@[simp] theorem zipWith_nil_left {l : List β} {f : α → β → γ} : zipWith f [] l = [] := rfl
@[simp] theorem zipWith_nil_right {l : List α} {f : α → β → γ} : zipWith f l [] = [] := by cases l <;> rfl
@[simp] theorem zipWith_cons_cons {f : α → β → γ} {a : α} {as : List α} {b : β} {bs : List β} :
    zipWith f (a :: as) (b :: bs) = f a b :: zipWith f as bs := rfl
def zip : List α → List β → List (Prod α β) := zipWith Prod.mk
@[simp] theorem zip_nil_left {l : List β} : zip ([] : List α) l = [] := rfl
@[simp] theorem zip_nil_right {l : List α} : zip l ([] : List β) = [] := zipWith_nil_right
@[simp] theorem zip_cons_cons {a : α} {as : List α} {b : β} {bs : List β} : zip (a :: as) (b :: bs) = (a, b) :: zip as bs := rfl
def zipWithAll (f : Option α → Option β → γ) : List α → List β → List γ
  | [], bs => bs.map fun b => f none (some b)
  | a :: as, [] => (a :: as).map fun a => f (some a) none
  | a :: as, b :: bs => f (some a) (some b) :: zipWithAll f as bs
def unzip : (l : List (α × β)) → List α × List β
  | [] => ([], [])
  | (a, b) :: t => match unzip t with | (as, bs) => (a :: as, b :: bs)
@[simp] theorem unzip_nil : ([] : List (α × β)).unzip = ([], []) := rfl
@[simp] theorem unzip_cons {h : α × β} {t : List (α × β)} :
    (h :: t).unzip = match unzip t with | (as, bs) => (h.1 :: as, h.2 :: bs) := rfl
def unzip₃ : List (α × β × γ) → List α × List β × List γ
  | [] => ([], [], [])
  | (a, b, c) :: t => match unzip₃ t with | (as, bs, cs) => (a :: as, b :: bs, c :: cs)
def range (n : Nat) : List Nat := loop n []
where
  loop : Nat → List Nat → List Nat
    | 0, acc => acc
    | n + 1, acc => loop n (n :: acc)
@[simp] theorem range_zero : range 0 = [] := rfl
def range' : (start len : Nat) → (step : Nat := 1) → List Nat
  | _, 0, _ => []
  | s, n + 1, step => s :: range' (s + step) n step
@[simp] theorem range'_zero {s step : Nat} : range' s 0 step = [] := rfl
theorem range'_succ {s n step : Nat} : range' s (n + 1) step = s :: range' (s + step) n step := rfl
def zipIdx : (l : List α) → (n : Nat := 0) → List (α × Nat)
  | [], _ => []
  | x :: xs, n => (x, n) :: zipIdx xs (n + 1)
@[simp] theorem zipIdx_nil {i : Nat} : ([] : List α).zipIdx i = [] := rfl
@[simp] theorem zipIdx_cons {a : α} {as : List α} {i : Nat} : (a :: as).zipIdx i = (a, i) :: as.zipIdx (i + 1) := rfl
@[inline] def mapIdx (f : Nat → α → β) (as : List α) : List β := go as 0
where
  @[specialize] go : List α → Nat → List β
    | [], _ => []
    | a :: as, i => f i a :: go as (i + 1)

/-! ## Sums and extremes -/
def sum {α : Type u} [Add α] [Zero α] : List α → α := foldr (· + ·) 0
def min? [Min α] : List α → Option α
  | [] => none
  | a :: as => some <| as.foldl min a
protected def min [Min α] : (l : List α) → (h : l ≠ []) → α
  | a :: as, _ => as.foldl min a
def max? [Max α] : List α → Option α
  | [] => none
  | a :: as => some <| as.foldl max a
protected def max [Max α] : (l : List α) → (h : l ≠ []) → α
  | a :: as, _ => as.foldl max a
@[simp] theorem min?_nil [Min α] : ([] : List α).min? = none := rfl
@[simp] theorem max?_nil [Max α] : ([] : List α).max? = none := rfl
theorem min?_cons' [Min α] {x : α} {xs : List α} : (x :: xs).min? = some (foldl min x xs) := rfl
theorem max?_cons' [Max α] {x : α} {xs : List α} : (x :: xs).max? = some (foldl max x xs) := rfl

/-! ## Separators, duplicates, groups -/
def intersperse (sep : α) : (l : List α) → List α
  | [] => []
  | [x] => [x]
  | x :: y :: xs => x :: sep :: intersperse sep (y :: xs)
@[simp] theorem intersperse_nil {sep : α} : ([] : List α).intersperse sep = [] := rfl
@[simp] theorem intersperse_single {x sep : α} : [x].intersperse sep = [x] := rfl
@[simp] theorem intersperse_cons₂ {x y : α} {zs : List α} {sep : α} :
    (x :: y :: zs).intersperse sep = x :: sep :: (y :: zs).intersperse sep := rfl
@[inline] def intercalate (sep : List α) (xs : List (List α)) : List α := (intersperse sep xs).flatten
def eraseDupsBy (r : α → α → Bool) (as : List α) : List α := loop as []
where
  loop : List α → List α → List α
    | [], bs => bs.reverse
    | a :: as, bs => match bs.any (r a) with
      | true => loop as bs
      | false => loop as (a :: bs)
@[inline] def eraseDups [BEq α] (as : List α) : List α := eraseDupsBy (· == ·) as
def eraseRepsBy (r : α → α → Bool) : List α → List α
  | [] => []
  | a :: as => loop a as []
where
  loop : α → List α → List α → List α
    | a, [], acc => (a :: acc).reverse
    | a, a' :: as, acc => match r a a' with
      | true => loop a as acc
      | false => loop a' as (a :: acc)
@[inline] def eraseReps [BEq α] (as : List α) : List α := eraseRepsBy (· == ·) as
@[inline] def splitBy (R : α → α → Bool) : List α → List (List α)
  | [] => []
  | a :: as => loop as a [] []
where
  @[specialize] loop : List α → α → List α → List (List α) → List (List α)
    | a :: as, ag, g, gs => match R ag a with
      | true => loop as a (ag :: g) gs
      | false => loop as a [] ((ag :: g).reverse :: gs)
    | [], ag, g, gs => ((ag :: g).reverse :: gs).reverse
end List
