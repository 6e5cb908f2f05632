/-! Finite magmas, given by their tables, and a check of laws in them that the kernel computes.

A table of size `n` is one number: its digit `n * a + b` in base `n` is `a ◇ b`. To check a law in `k` variables, all
`n ^ k` assignments are evaluated at once: a term's value is a number of `n` words of `w = n ^ k` bits, where bit `i`
of word `a` says that the term may be `a` under assignment `i`. Nothing is assumed of the words that stand for the
variables: `covers` checks that every assignment has a bit. -/

namespace FiniteMagma

/-! What the kernel computes is written with recursors, which it evaluates several times as fast as equations, and with
`Nat.div` and its like, which it computes at once, where for `/` it first looks up what that means. -/

/-- `a ◇ b` in the table `t` of size `n`: `t / n ^ (n * a + b) % n`. -/
def look (n t a b : Nat) : Nat := (t.div (n.pow ((n.mul a).add b))).mod n

/-- The magma with the table `t`. -/
def Table (n _t : Nat) : Type := Fin n

instance (n t : Nat) : Magma (Table n t) where
  op a b := ⟨look n t a.val b.val, Nat.mod_lt _ (Nat.lt_of_le_of_lt (Nat.zero_le _) a.isLt)⟩

/-- The first values of an assignment, and the one that all others have. -/
def Table.values {n t : Nat} (x : Table n t) : List (Table n t) → Nat → Table n t
  | [], _ => x
  | y :: _, 0 => y
  | _ :: ys, i + 1 => values x ys i

noncomputable def allBelow (p : Nat → Bool) (n : Nat) : Bool := Nat.rec true (fun k rest => p k && rest) n

theorem of_allBelow {p : Nat → Bool} {n a : Nat} (h : allBelow p n = true) (ha : a < n) : p a = true := by
  induction n with
  | zero => exact absurd ha (Nat.not_lt_zero a)
  | succ n ih =>
    have both : p n = true ∧ allBelow p n = true := (Bool.and_eq_true_iff (x := p n)).mp h
    cases Nat.lt_or_eq_of_le (Nat.le_of_lt_succ ha) with
    | inl below => exact ih both.2 below
    | inr same => rw [same]; exact both.1

noncomputable def orBelow (f : Nat → Nat) (n : Nat) : Nat := Nat.rec 0 (fun k rest => Nat.lor rest (f k)) n

theorem orBelow_succ (f : Nat → Nat) (n : Nat) : orBelow f (n + 1) = orBelow f n ||| f n := rfl

theorem testBit_orBelow {f : Nat → Nat} {n a i : Nat} (ha : a < n) (h : (f a).testBit i = true) :
    (orBelow f n).testBit i = true := by
  induction n with
  | zero => exact absurd ha (Nat.not_lt_zero a)
  | succ n ih =>
    rw [orBelow_succ, Nat.testBit_or]
    cases Nat.lt_or_eq_of_le (Nat.le_of_lt_succ ha) with
    | inl below => rw [ih below]; rfl
    | inr same => rw [← same, h, Bool.or_true]

/-- Word `a` of `m`: `(m >>> (a * w)) % 2 ^ w`. -/
def word (w m a : Nat) : Nat := (m.shiftRight (a.mul w)).mod (Nat.pow 2 w)

theorem testBit_word {w m a i : Nat} (hi : i < w) : (word w m a).testBit i = m.testBit (a * w + i) := by
  show ((m >>> (a * w)) % 2 ^ w).testBit i = _
  rw [Nat.testBit_mod_two_pow, Nat.testBit_shiftRight, decide_eq_true hi, Bool.true_and]

noncomputable def times (n t w A B : Nat) : Nat :=
  orBelow (fun a => orBelow (fun b => ((word w A a).land (word w B b)).shiftLeft ((look n t a b).mul w)) n) n

theorem testBit_times {n t w A B a b i : Nat} (hi : i < w) (ha : a < n) (hb : b < n)
    (hA : (word w A a).testBit i = true) (hB : (word w B b).testBit i = true) :
    (word w (times n t w A B) (look n t a b)).testBit i = true := by
  rw [testBit_word hi, times]
  refine testBit_orBelow ha (testBit_orBelow hb ?_)
  show ((word w A a &&& word w B b) <<< (look n t a b * w)).testBit (look n t a b * w + i) = true
  rw [Nat.testBit_shiftLeft, decide_eq_true (Nat.le_add_right _ _), Nat.add_sub_cancel_left,
    Nat.testBit_and, hA, hB]
  rfl

/-- Word `a` has bit `i` where digit `j` of `i` in base `n` is `a`: what `covers` needs. -/
noncomputable def coordinate (n w j : Nat) : Nat :=
  orBelow (fun a => ((2 ^ n ^ j - 1) * ((2 ^ w - 1) / (2 ^ n ^ (j + 1) - 1))) <<< (a * n ^ j + a * w)) n

noncomputable def Term.words (n t w : Nat) (l : Term) : Nat :=
  Term.rec (fun j => coordinate n w j) (fun _ _ A B => times n t w A B) l

noncomputable def Term.inScope (k : Nat) (l : Term) : Bool :=
  Term.rec (fun j => Nat.ble (j + 1) k) (fun _ _ a b => a && b) l

/-- Whether `m` has a bit for all values of the `k` variables from `j`. -/
noncomputable def coversFrom (n w : Nat) : Nat → Nat → Nat → Bool
  | 0, _, m => Nat.ble 1 m
  | k + 1, j, m => allBelow (fun a => coversFrom n w k (j + 1) (m &&& word w (coordinate n w j) a)) n

noncomputable def covers (n k : Nat) : Bool := coversFrom n (n ^ k) k 0 (2 ^ n ^ k - 1)

theorem of_coversFrom {n w : Nat} {v : Nat → Nat} (hv : ∀ j, v j < n) {k j m : Nat}
    (h : coversFrom n w k j m = true) :
    ∃ i, m.testBit i = true ∧ ∀ d, d < k → (word w (coordinate n w (j + d)) (v (j + d))).testBit i = true := by
  induction k generalizing j m with
  | zero =>
    have positive : 0 < m := Nat.le_of_ble_eq_true h
    have ⟨i, hi⟩ := Nat.exists_testBit_of_ne_zero (Nat.ne_of_gt positive)
    exact ⟨i, hi, fun d hd => absurd hd (Nat.not_lt_zero d)⟩
  | succ k ih =>
    have ⟨i, hi, rest⟩ := ih (of_allBelow
      (p := fun a => coversFrom n w k (j + 1) (m &&& word w (coordinate n w j) a)) h (hv j))
    have both : m.testBit i = true ∧ (word w (coordinate n w j) (v j)).testBit i = true :=
      (Bool.and_eq_true_iff (x := m.testBit i)).mp ((Nat.testBit_and m _ i).symm.trans hi)
    refine ⟨i, both.1, fun d hd => ?_⟩
    cases d with
    | zero => exact both.2
    | succ d =>
      have := rest d (Nat.lt_of_succ_lt_succ hd)
      rw [Nat.add_right_comm, Nat.add_assoc] at this
      exact this

noncomputable def apart (n w L R : Nat) : Bool :=
  allBelow (fun a => allBelow (fun b => Nat.beq a b || Nat.beq ((word w L a).land (word w R b)) 0) n) n

/-- Whether the law `l = r` in `k` variables is true in the table; computed by the kernel. -/
noncomputable def check (n t k : Nat) (l r : Term) : Bool :=
  l.inScope k && r.inScope k && apart n (n ^ k) (l.words n t (n ^ k)) (r.words n t (n ^ k))

theorem testBit_words {n t w k i : Nat} (v : Nat → Table n t) (hi : i < w)
    (hv : ∀ d, d < k → (word w (coordinate n w d) (v d).val).testBit i = true) (l : Term)
    (hl : l.inScope k = true) : (word w (l.words n t w) (l.eval v).val).testBit i = true := by
  induction l with
  | var j => exact hv j (Nat.le_of_ble_eq_true hl)
  | op a b iha ihb =>
    have both : a.inScope k = true ∧ b.inScope k = true :=
      (Bool.and_eq_true_iff (x := a.inScope k)).mp hl
    exact testBit_times hi (a.eval v).isLt (b.eval v).isLt (iha both.1) (ihb both.2)

theorem law_of_check {n t k : Nat} {l r : Term} (hc : covers n k = true) (h : check n t k l r = true)
    (v : Nat → Table n t) : l.eval v = r.eval v := by
  have ⟨i, hi, hv⟩ := of_coversFrom (v := fun j => (v j).val) (fun j => (v j).isLt) hc
  have hw : i < n ^ k := by
    rw [Nat.testBit_two_pow_sub_one] at hi
    exact of_decide_eq_true hi
  have hv' : ∀ d, d < k → (word (n ^ k) (coordinate n (n ^ k) d) (v d).val).testBit i = true := fun d hd => by
    have := hv d hd
    rw [Nat.zero_add] at this
    exact this
  have parts := (Bool.and_eq_true_iff (x := l.inScope k && r.inScope k)).mp h
  have scopes := (Bool.and_eq_true_iff (x := l.inScope k)).mp parts.1
  have left := testBit_words v hw hv' l scopes.1
  have right := testBit_words v hw hv' r scopes.2
  have same := of_allBelow (of_allBelow (p := fun a => allBelow _ n) parts.2 (l.eval v).isLt) (r.eval v).isLt
  have split : Nat.beq (l.eval v).val (r.eval v).val = true ∨
      Nat.beq (word (n ^ k) (l.words n t (n ^ k)) (l.eval v).val &&&
        word (n ^ k) (r.words n t (n ^ k)) (r.eval v).val) 0 = true := by
    cases equal : Nat.beq (l.eval v).val (r.eval v).val with
    | true => exact .inl rfl
    | false => rw [equal] at same; exact .inr same
  cases split with
  | inl equal => exact Fin.eq_of_val_eq (Nat.eq_of_beq_eq_true equal)
  | inr empty =>
    have bit : (word (n ^ k) (l.words n t (n ^ k)) (l.eval v).val &&&
        word (n ^ k) (r.words n t (n ^ k)) (r.eval v).val).testBit i = true := by
      rw [Nat.testBit_and, left, right]; rfl
    rw [Nat.eq_of_beq_eq_true empty, Nat.zero_testBit] at bit
    exact Bool.noConfusion bit

end FiniteMagma
