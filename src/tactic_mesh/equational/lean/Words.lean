/-! Infinite magmas of words: `x ◇ y` is the word `x` with one more letter, which `y` chooses.

Each letter has an inverse; next to it, it cancels. So two such steps with inverse letters are none, and a law
`x = (x ◇ l) ◇ r` is true where `l` and `r` always choose inverse letters. Words are lists, the last letter first. -/

namespace FiniteMagma
namespace Word

def push (inverse : Nat → Nat) (k : Nat) : List Nat → List Nat
  | [] => [k]
  | a :: rest => bif Nat.beq a (inverse k) then rest else k :: a :: rest

def reduced (inverse : Nat → Nat) : List Nat → Bool
  | [] => true
  | [_] => true
  | a :: b :: rest => !Nat.beq b (inverse a) && reduced inverse (b :: rest)

theorem beq_false {a b : Nat} (h : a ≠ b) : Nat.beq a b = false := by
  cases same : Nat.beq a b with
  | false => rfl
  | true => exact absurd (Nat.eq_of_beq_eq_true same) h

theorem beq_self (a : Nat) : Nat.beq a a = true := beq_self_eq_true a

section
variable {inverse : Nat → Nat}

theorem push_cancels {k : Nat} (rest : List Nat) : push inverse k (inverse k :: rest) = rest := by
  rw [push, beq_self]; rfl

theorem push_adds {k a : Nat} (h : a ≠ inverse k) (rest : List Nat) :
    push inverse k (a :: rest) = k :: a :: rest := by
  rw [push, beq_false h]; rfl

theorem reduced_tail {a : Nat} : {rest : List Nat} → reduced inverse (a :: rest) = true → reduced inverse rest = true
  | [], _ => rfl
  | _ :: _, h => ((Bool.and_eq_true_iff (y := reduced inverse _)).mp h).2

theorem reduced_head {a b : Nat} {rest : List Nat} (h : reduced inverse (a :: b :: rest) = true) :
    b ≠ inverse a := fun same => by
  rw [reduced, same, beq_self] at h
  exact Bool.noConfusion h

theorem reduced_push (k : Nat) : (w : List Nat) → reduced inverse w = true → reduced inverse (push inverse k w) = true
  | [], _ => rfl
  | a :: rest, h => by
    cases same : Nat.beq a (inverse k) with
    | true => rw [push, same]; exact reduced_tail h
    | false =>
      rw [push, same]
      show (!Nat.beq a (inverse k) && reduced inverse (a :: rest)) = true
      rw [same, h]; rfl

theorem push_push (twice : ∀ k, inverse (inverse k) = k) (k : Nat) :
    (w : List Nat) → reduced inverse w = true → push inverse (inverse k) (push inverse k w) = w
  | [], _ => by
    show push inverse (inverse k) [k] = []
    rw [push, twice, beq_self]; rfl
  | a :: rest, h => by
    cases same : Nat.beq a (inverse k) with
    | false =>
      rw [push, same]
      show push inverse (inverse k) (k :: a :: rest) = a :: rest
      rw [push, twice, beq_self]; rfl
    | true =>
      have is := Nat.eq_of_beq_eq_true same
      rw [push, same]
      show push inverse (inverse k) rest = a :: rest
      cases rest with
      | nil => rw [is]; rfl
      | cons b rest =>
        rw [push_adds (by rw [← is]; exact reduced_head h), is]

end

/-- Reduced words; `choose` says which letter a word chooses. -/
def Words (inverse : Nat → Nat) (_choose : List Nat → Nat) : Type := { w : List Nat // reduced inverse w = true }

instance (inverse : Nat → Nat) (choose : List Nat → Nat) : Magma (Words inverse choose) where
  op x y := ⟨push inverse (choose y.val) x.val, reduced_push _ _ x.property⟩

theorem cancel {inverse : Nat → Nat} {choose : List Nat → Nat} (twice : ∀ k, inverse (inverse k) = k)
    (x l r : Words inverse choose) (h : choose r.val = inverse (choose l.val)) : x = (x ◇ l) ◇ r := by
  refine Subtype.ext ?_
  show x.val = push inverse (choose r.val) (push inverse (choose l.val) x.val)
  rw [h, push_push twice _ _ x.property]

/-! Values of terms, for laws that are false. -/

def word (inverse : Nat → Nat) (choose : List Nat → Nat) (values : Nat → List Nat) : Term → List Nat
  | .var i => values i
  | .op a b => push inverse (choose (word inverse choose values b)) (word inverse choose values a)

def pick (values : List (List Nat)) (i : Nat) : List Nat := values.getD i []

def allReduced (inverse : Nat → Nat) : List (List Nat) → Bool
  | [] => true
  | w :: rest => reduced inverse w && allReduced inverse rest

theorem reduced_pick {inverse : Nat → Nat} : {values : List (List Nat)} → allReduced inverse values = true → (i : Nat) →
    reduced inverse (pick values i) = true
  | [], _, _ => rfl
  | _ :: _, h, 0 => ((Bool.and_eq_true_iff (y := allReduced inverse _)).mp h).1
  | _ :: _, h, i + 1 => reduced_pick (((Bool.and_eq_true_iff (y := allReduced inverse _)).mp h).2) i

theorem val_eval {inverse : Nat → Nat} {choose : List Nat → Nat} (v : Nat → Words inverse choose) (t : Term) :
    (t.eval v).val = word inverse choose (fun i => (v i).val) t := by
  induction t with
  | var i => rfl
  | op a b iha ihb =>
    show push inverse (choose (b.eval v).val) (a.eval v).val = _
    rw [iha, ihb]; rfl

def sameWord : List Nat → List Nat → Bool
  | [], [] => true
  | a :: v, b :: w => Nat.beq a b && sameWord v w
  | _, _ => false

theorem sameWord_self : (w : List Nat) → sameWord w w = true
  | [] => rfl
  | a :: w => by rw [sameWord, beq_self, sameWord_self w]; rfl

/-- Whether all laws are false where variables have these values. -/
def allDiffer (inverse : Nat → Nat) (choose : List Nat → Nat) (values : List (List Nat)) : List Law → Bool
  | [] => true
  | law :: rest =>
    !sameWord (word inverse choose (pick values) law.left) (word inverse choose (pick values) law.right) &&
      allDiffer inverse choose values rest

theorem noneHolds_of_allDiffer {inverse : Nat → Nat} {choose : List Nat → Nat} {values : List (List Nat)}
    (h : allReduced inverse values = true) : (laws : List Law) → allDiffer inverse choose values laws = true →
    NoneHolds (Words inverse choose) laws
  | [], _ => trivial
  | law :: rest, k => by
    have both := (Bool.and_eq_true_iff (y := allDiffer inverse choose values rest)).mp k
    refine ⟨fun holds => ?_, noneHolds_of_allDiffer h rest both.2⟩
    have valued := val_eval (choose := choose) fun i => ⟨pick values i, reduced_pick h i⟩
    have same := (valued law.left).symm.trans ((congrArg Subtype.val (holds _)).trans (valued law.right))
    have differ := both.1
    rw [show word inverse choose (pick values) law.left = word inverse choose (pick values) law.right from same,
      sameWord_self] at differ
    exact Bool.noConfusion differ

/-- A magma turned around. -/
def Opposite (G : Type) : Type := G

instance {G : Type} [Magma G] : Magma (Opposite G) where
  op x y := Magma.op (G := G) y x

/-! A word chooses its last letter, and each letter is its own inverse. -/

def last : List Nat → Nat
  | [] => 0
  | a :: _ => a

abbrev Last := Words id last

theorem Last.chooses (m : Nat) : (y : List Nat) → reduced id y = true → last (push id (last y) (push id m y)) = last y
  | [], _ => by
    show last (bif Nat.beq m 0 then [] else [0, m]) = 0
    cases Nat.beq m 0 <;> rfl
  | a :: rest, h => by
    show last (push id a (push id m (a :: rest))) = a
    cases same : Nat.beq a m with
    | true =>
      rw [← Nat.eq_of_beq_eq_true same]
      rw [show push id a (a :: rest) = rest from push_cancels (inverse := id) rest]
      cases rest with
      | nil => rfl
      | cons b rest => rw [push_adds (reduced_head h)]; rfl
    | false =>
      have apart : a ≠ m := fun is => by rw [is, beq_self] at same; exact Bool.noConfusion same
      rw [show push id m (a :: rest) = m :: a :: rest from push_adds apart rest,
        push_adds (inverse := id) apart.symm]
      rfl

theorem Last.law (x y z : Last) : x = (x ◇ y) ◇ ((y ◇ z) ◇ y) :=
  cancel (fun _ => rfl) x y _ (Last.chooses (last z.val) y.val y.property)

theorem Last.law' (x y z : Last) : x = (x ◇ ((y ◇ z) ◇ y)) ◇ y :=
  cancel (fun _ => rfl) x _ y (Last.chooses (last z.val) y.val y.property).symm

/-! A word chooses what the word without its last two letters chooses, if the first of these is that; a letter that is
not its last one otherwise. Each letter is its own inverse. -/

def inherited : List Nat → Nat
  | [] => 0
  | [a] => a + 1
  | b :: a :: rest => bif Nat.beq a (inherited rest) then a else b + 1

abbrev Inherited := Words id inherited

theorem inherited_ne (b : Nat) : (rest : List Nat) → reduced id (b :: rest) = true → b ≠ inherited (b :: rest)
  | [], _ => Nat.ne_of_lt (Nat.lt_succ_self b)
  | a :: rest, h => by
    show b ≠ bif Nat.beq a (inherited rest) then a else b + 1
    cases Nat.beq a (inherited rest) with
    | true => exact fun is => reduced_head h is.symm
    | false => exact Nat.ne_of_lt (Nat.lt_succ_self b)

theorem Inherited.chooses (m : Nat) (y : List Nat) (h : reduced id y = true) :
    inherited (push id m (push id (inherited y) y)) = inherited y := by
  have longer : push id (inherited y) y = inherited y :: y := by
    cases y with
    | nil => rfl
    | cons b rest => exact push_adds (inherited_ne b rest h) rest
  rw [longer]
  cases same : Nat.beq (inherited y) m with
  | true =>
    rw [push]
    show inherited (bif Nat.beq (inherited y) m then y else _) = _
    rw [same]; rfl
  | false =>
    rw [push]
    show inherited (bif Nat.beq (inherited y) m then y else m :: inherited y :: y) = _
    rw [same]
    show (bif Nat.beq (inherited y) (inherited y) then inherited y else m + 1) = _
    rw [beq_self]; rfl

theorem Inherited.law (x y z : Inherited) : x = (x ◇ y) ◇ ((y ◇ y) ◇ z) :=
  cancel (fun _ => rfl) x y _ (Inherited.chooses (inherited z.val) y.val y.property)

theorem Inherited.law' (x y z : Inherited) : x = (x ◇ ((y ◇ y) ◇ z)) ◇ y :=
  cancel (fun _ => rfl) x _ y (Inherited.chooses (inherited z.val) y.val y.property).symm

/-! Letters in pairs of inverses, 0 and 1, 2 and 3, …: a word chooses its last letter; after two equal ones, the inverse
of what it chooses without them. -/

def other (k : Nat) : Nat := bif Nat.beq (k % 2) 0 then k + 1 else k - 1

theorem other_cases (k : Nat) : (k % 2 = 0 ∧ other k = k + 1) ∨ (k % 2 = 1 ∧ other k = k - 1) := by
  cases Nat.mod_two_eq_zero_or_one k with
  | inl even => exact .inl ⟨even, by rw [other, even]; rfl⟩
  | inr odd => exact .inr ⟨odd, by rw [other, odd]; rfl⟩

theorem other_other (k : Nat) : other (other k) = k := by
  have := other_cases k; have := other_cases (other k); omega

theorem other_ne (k : Nat) : k ≠ other k := by
  have := other_cases k; omega

def undone : List Nat → Nat
  | [] => 0
  | [a] => a
  | a :: b :: rest => bif Nat.beq a b then other (undone rest) else a

abbrev Undone := Words other undone

theorem undone_pair (a : Nat) (rest : List Nat) : undone (a :: a :: rest) = other (undone rest) := by
  rw [undone, beq_self]; rfl

theorem undone_last {a b : Nat} (h : a ≠ b) (rest : List Nat) : undone (a :: b :: rest) = a := by
  rw [undone, beq_false h]; rfl

theorem Undone.chooses (m : Nat) : (y : List Nat) → reduced other y = true →
    undone (push other m (push other m y)) = other (undone y)
  | [], _ => by
    show undone (push other m [m]) = _
    rw [push_adds (other_ne m), undone_pair]
  | a :: rest, h => by
    cases same : Nat.beq a (other m) with
    | false =>
      have added : push other m (a :: rest) = m :: a :: rest := by rw [push, same]; rfl
      rw [added, push_adds (other_ne m), undone_pair]
    | true =>
      have is := Nat.eq_of_beq_eq_true same
      rw [is] at h ⊢
      rw [push_cancels]
      cases rest with
      | nil => exact (other_other m).symm
      | cons b rest =>
        cases pair : Nat.beq b (other m) with
        | true =>
          rw [Nat.eq_of_beq_eq_true pair, push_cancels, undone_pair, other_other]
        | false =>
          have apart : b ≠ other m := fun is => by rw [is, beq_self] at pair; exact Bool.noConfusion pair
          have not : b ≠ m := by
            have := reduced_head h
            rw [other_other] at this
            exact this
          rw [push_adds apart, undone_last not.symm, undone_last apart.symm, other_other]

theorem Undone.law (x y z : Undone) : x = (x ◇ y) ◇ ((y ◇ z) ◇ z) :=
  cancel other_other x y _ (Undone.chooses (undone z.val) y.val y.property)

theorem Undone.law' (x y z : Undone) : x = (x ◇ ((y ◇ z) ◇ z)) ◇ y :=
  cancel other_other x _ y (by
    show undone y.val = other (undone (push other (undone z.val) (push other (undone z.val) y.val)))
    rw [Undone.chooses (undone z.val) y.val y.property, other_other])

end Word
end FiniteMagma
