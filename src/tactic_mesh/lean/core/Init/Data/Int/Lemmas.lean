prelude
import Init.Data.Int.Basic
import Init.Data.AC
/-! The ring of integers: every integer is a difference of natural numbers, and the laws of addition, multiplication,
negation and subtraction follow from those of the natural numbers. -/
namespace Int
open Nat (succ)

/-! ## Constructors, literals, casts -/
@[simp] theorem ofNat_eq_natCast (n : Nat) : Int.ofNat n = n := rfl
theorem ofNat_eq_coe {n : Nat} : Int.ofNat n = n := rfl
@[simp] theorem ofNat_zero : ((0 : Nat) : Int) = 0 := rfl
@[simp] theorem ofNat_one : ((1 : Nat) : Int) = 1 := rfl
theorem ofNat_two : ((2 : Nat) : Int) = 2 := rfl
theorem default_eq_zero : default = (0 : Int) := rfl
protected theorem zero_ne_one : (0 : Int) ≠ 1 := nofun
@[simp] theorem neg_ofNat_zero : -((0 : Nat) : Int) = 0 := rfl
theorem neg_ofNat_succ (n : Nat) : -(succ n : Int) = negSucc n := rfl
theorem neg_negSucc (n : Nat) : -(negSucc n) = ((n + 1 : Nat) : Int) := rfl
theorem negSucc_coe (n : Nat) : negSucc n = -((n + 1 : Nat) : Int) := rfl
theorem negOfNat_eq {n : Nat} : negOfNat n = -(n : Int) := rfl
protected theorem natCast_inj {m n : Nat} : (m : Int) = n ↔ m = n := ⟨fun h => Int.ofNat.inj h, fun h => h ▸ rfl⟩
@[norm_cast] theorem ofNat_inj {m n : Nat} : ((m : Nat) : Int) = n ↔ m = n := Int.natCast_inj
theorem ofNat_eq_zero {n : Nat} : ((n : Nat) : Int) = 0 ↔ n = 0 := Int.natCast_inj (n := 0)
theorem natCast_eq_zero {n : Nat} : (n : Int) = 0 ↔ n = 0 := ofNat_eq_zero
theorem ofNat_ne_zero {n : Nat} : (n : Int) ≠ 0 ↔ n ≠ 0 := ⟨fun h e => h (ofNat_eq_zero.mpr e), fun h e => h (ofNat_eq_zero.mp e)⟩
theorem negSucc_inj {m n : Nat} : negSucc m = negSucc n ↔ m = n := ⟨fun h => negSucc.inj h, fun h => h ▸ rfl⟩
@[simp] theorem negSucc_ne_zero (n : Nat) : negSucc n ≠ 0 := nofun
@[simp] theorem zero_ne_negSucc (n : Nat) : 0 ≠ negSucc n := nofun
theorem natCast_add (n m : Nat) : ((n + m : Nat) : Int) = n + m := rfl
theorem natCast_mul (n m : Nat) : ((n * m : Nat) : Int) = n * m := rfl
theorem natCast_succ (n : Nat) : (succ n : Int) = n + 1 := rfl
theorem natCast_add_one (n : Nat) : ((n + 1 : Nat) : Int) = n + 1 := rfl
theorem ofNat_add (n m : Nat) : ((n + m : Nat) : Int) = n + m := rfl
theorem ofNat_mul (n m : Nat) : ((n * m : Nat) : Int) = n * m := rfl
theorem ofNat_succ (n : Nat) : (succ n : Int) = n + 1 := rfl
theorem ofNat_add_ofNat (m n : Nat) : (↑m + ↑n : Int) = (m + n : Nat) := rfl
theorem ofNat_mul_ofNat (m n : Nat) : (↑m * ↑n : Int) = (m * n : Nat) := rfl
theorem ofNat_add_negSucc (m n : Nat) : ofNat m + negSucc n = subNatNat m (n + 1) := rfl
theorem negSucc_add_ofNat (m n : Nat) : negSucc m + ofNat n = subNatNat n (m + 1) := rfl
theorem negSucc_add_negSucc (m n : Nat) : negSucc m + negSucc n = negSucc (m + n + 1) := rfl
theorem add_def {a b : Int} : Int.add a b = a + b := rfl
theorem mul_def {a b : Int} : Int.mul a b = a * b := rfl
theorem sub_def {a b : Int} : Int.sub a b = a - b := rfl
theorem neg_def {a : Int} : Int.neg a = -a := rfl

/-! ## Differences of natural numbers -/
private theorem nat_sub_eq_zero {m k : Nat} : m - (m + k) = 0 := by
  induction m with
  | zero => rw [Nat.zero_add]; induction k with
    | zero => rfl
    | succ k ih => exact congrArg Nat.pred ih
  | succ m ih => rw [Nat.add_right_comm]; exact (Nat.succ_sub_succ_eq_sub m (m + k)).trans ih
private theorem nat_add_sub {m k : Nat} : m + k - m = k := by
  induction m with
  | zero => rw [Nat.zero_add]; rfl
  | succ m ih => rw [Nat.add_right_comm]; exact (Nat.succ_sub_succ_eq_sub (m + k) m).trans ih
private theorem nat_le_dest {m n : Nat} (h : m ≤ n) : ∃ k, m + k = n := by
  induction h with
  | refl => exact ⟨0, rfl⟩
  | step _ ih => rcases ih with ⟨k, rfl⟩; exact ⟨k + 1, rfl⟩
theorem subNatNat_add_left {m n : Nat} : subNatNat (m + n) m = n := by
  unfold subNatNat; rw [nat_sub_eq_zero, nat_add_sub]; rfl
theorem subNatNat_add_right {m n : Nat} : subNatNat m (m + n + 1) = negSucc n := by
  unfold subNatNat; rw [Nat.add_assoc, nat_add_sub]
theorem subNatNat_self (n : Nat) : subNatNat n n = 0 := subNatNat_add_left (m := n) (n := 0)
theorem subNatNat_zero (n : Nat) : subNatNat n 0 = n := by
  have h := subNatNat_add_left (m := 0) (n := n); rw [Nat.zero_add] at h; exact h
theorem subNatNat_zero_left (n : Nat) : subNatNat 0 (n + 1) = negSucc n := by
  have h := subNatNat_add_right (m := 0) (n := n); rw [Nat.zero_add] at h; exact h
theorem subNatNat_elim (m n : Nat) (motive : Nat → Nat → Int → Prop)
    (hp : ∀ i n, motive (n + i) n i) (hn : ∀ i m, motive m (m + i + 1) (negSucc i)) : motive m n (subNatNat m n) := by
  rcases Nat.lt_or_ge m n with h | h
  · rcases nat_le_dest h with ⟨k, rfl⟩
    rw [Nat.add_right_comm]
    exact subNatNat_add_right ▸ hn k m
  · rcases nat_le_dest h with ⟨k, rfl⟩
    exact subNatNat_add_left ▸ hp k n
/-- Every integer is a difference of two natural numbers. -/
private theorem exists_sub (a : Int) : ∃ m n, a = subNatNat m n :=
  match a with
  | ofNat n => ⟨n, 0, (subNatNat_zero n).symm⟩
  | negSucc n => ⟨0, n + 1, (subNatNat_zero_left n).symm⟩
theorem subNatNat_add_add (m n k : Nat) : subNatNat (m + k) (n + k) = subNatNat m n := by
  apply subNatNat_elim m n (fun m n i => subNatNat (m + k) (n + k) = i)
  · intro i n; rw [Nat.add_right_comm]; exact subNatNat_add_left
  · intro i m
    have : m + i + 1 + k = m + k + i + 1 := by rw [Nat.add_right_comm, Nat.add_right_comm m]
    rw [this]; exact subNatNat_add_right
private theorem subNatNat_eq {a b c d : Nat} (h : a + d = c + b) : subNatNat a b = subNatNat c d := by
  rw [← subNatNat_add_add a b d, ← subNatNat_add_add c d b, h, Nat.add_comm b]
private theorem sub_add_sub (a b c d : Nat) : subNatNat a b + subNatNat c d = subNatNat (a + c) (b + d) := by
  apply subNatNat_elim a b (fun a b x => x + subNatNat c d = subNatNat (a + c) (b + d))
  · intro i b
    apply subNatNat_elim c d (fun c d y => (i : Int) + y = subNatNat (b + i + c) (b + d))
    · intro j d
      refine (subNatNat_zero (i + j)).symm.trans ?_
      apply subNatNat_eq; simp only [Nat.add_zero, Nat.add_comm, Nat.add_left_comm]
    · intro j c
      show subNatNat i (j + 1) = _
      apply subNatNat_eq; simp only [Nat.add_comm, Nat.add_left_comm, Nat.add_assoc]
  · intro i a
    apply subNatNat_elim c d (fun c d y => negSucc i + y = subNatNat (a + c) (a + i + 1 + d))
    · intro j d
      show subNatNat j (i + 1) = _
      apply subNatNat_eq; simp only [Nat.add_comm, Nat.add_left_comm, Nat.add_assoc]
    · intro j c
      refine (subNatNat_zero_left (i + j + 1)).symm.trans ?_
      apply subNatNat_eq; simp only [Nat.add_comm, Nat.add_left_comm, Nat.add_assoc]
private theorem neg_sub' (a b : Nat) : -subNatNat a b = subNatNat b a := by
  apply subNatNat_elim a b (fun a b x => -x = subNatNat b a)
  · intro i b
    cases i with
    | zero => exact (subNatNat_self b).symm
    | succ i => exact subNatNat_add_right.symm
  · intro i a
    exact (subNatNat_add_left (m := a) (n := i + 1)).symm
private theorem ofNat_mul_sub (k c d : Nat) : (k : Int) * subNatNat c d = subNatNat (k * c) (k * d) := by
  apply subNatNat_elim c d (fun c d y => (k : Int) * y = subNatNat (k * c) (k * d))
  · intro j d
    rw [Nat.mul_add]; exact subNatNat_add_left.symm
  · intro j c
    show -((k * (j + 1) : Nat) : Int) = _
    rw [Nat.add_assoc, Nat.mul_add k c, ← subNatNat_zero (k * (j + 1)), neg_sub']
    apply subNatNat_eq; rw [Nat.zero_add, Nat.add_comm]
private theorem negSucc_mul_sub (k c d : Nat) : negSucc k * subNatNat c d = subNatNat ((k + 1) * d) ((k + 1) * c) := by
  rw [← ofNat_mul_sub, ← neg_sub' c d]
  match subNatNat c d with
  | ofNat 0 => rfl
  | ofNat (n + 1) => rfl
  | negSucc n => rfl
private theorem sub_mul_sub (a b c d : Nat) :
    subNatNat a b * subNatNat c d = subNatNat (a * c + b * d) (a * d + b * c) := by
  apply subNatNat_elim a b (fun a b x => x * subNatNat c d = subNatNat (a * c + b * d) (a * d + b * c))
  · intro i b
    rw [ofNat_mul_sub]
    apply subNatNat_eq; simp only [Nat.add_mul, Nat.add_comm, Nat.add_left_comm, Nat.add_assoc]
  · intro i a
    rw [negSucc_mul_sub]
    apply subNatNat_eq; simp only [Nat.add_mul, Nat.add_comm, Nat.add_left_comm, Nat.add_assoc]

/-! ## Addition -/
protected theorem add_comm (a b : Int) : a + b = b + a := by
  rcases exists_sub a with ⟨a, a', rfl⟩; rcases exists_sub b with ⟨b, b', rfl⟩
  rw [sub_add_sub, sub_add_sub, Nat.add_comm a, Nat.add_comm a']
protected theorem add_assoc (a b c : Int) : a + b + c = a + (b + c) := by
  rcases exists_sub a with ⟨a, a', rfl⟩; rcases exists_sub b with ⟨b, b', rfl⟩; rcases exists_sub c with ⟨c, c', rfl⟩
  rw [sub_add_sub, sub_add_sub, sub_add_sub, sub_add_sub, Nat.add_assoc, Nat.add_assoc]
instance instAssociativeHAdd : Std.Associative (α := Int) (· + ·) := ⟨Int.add_assoc⟩
instance instCommutativeHAdd : Std.Commutative (α := Int) (· + ·) := ⟨Int.add_comm⟩
protected theorem add_left_comm (a b c : Int) : a + (b + c) = b + (a + c) := by
  rw [← Int.add_assoc, Int.add_comm a, Int.add_assoc]
protected theorem add_right_comm (a b c : Int) : a + b + c = a + c + b := by
  rw [Int.add_assoc, Int.add_comm b, Int.add_assoc]
@[simp] protected theorem add_zero (a : Int) : a + 0 = a := by cases a <;> rfl
@[simp] protected theorem zero_add (a : Int) : 0 + a = a := by rw [Int.add_comm, Int.add_zero]
protected theorem add_left_neg (a : Int) : -a + a = 0 := by
  rcases exists_sub a with ⟨a, a', rfl⟩
  rw [neg_sub', sub_add_sub, Nat.add_comm]; exact subNatNat_self _
protected theorem add_right_neg (a : Int) : a + -a = 0 := by rw [Int.add_comm, Int.add_left_neg]
protected theorem neg_add_cancel_left (a b : Int) : -a + (a + b) = b := by
  rw [← Int.add_assoc, Int.add_left_neg, Int.zero_add]
protected theorem add_neg_cancel_left (a b : Int) : a + (-a + b) = b := by
  rw [← Int.add_assoc, Int.add_right_neg, Int.zero_add]
protected theorem add_neg_cancel_right (a b : Int) : a + b + -b = a := by
  rw [Int.add_assoc, Int.add_right_neg, Int.add_zero]
protected theorem neg_add_cancel_right (a b : Int) : a + -b + b = a := by
  rw [Int.add_assoc, Int.add_left_neg, Int.add_zero]
protected theorem add_left_cancel {a b c : Int} (h : a + b = a + c) : b = c := by
  rw [← Int.neg_add_cancel_left a b, h, Int.neg_add_cancel_left]
protected theorem add_right_cancel {a b c : Int} (h : a + b = c + b) : a = c := by
  rw [← Int.add_neg_cancel_right a b, h, Int.add_neg_cancel_right]
@[simp] protected theorem add_left_inj {i j : Int} (k : Int) : (i + k = j + k) ↔ i = j := ⟨Int.add_right_cancel, fun h => h ▸ rfl⟩
@[simp] protected theorem add_right_inj {i j : Int} (k : Int) : (k + i = k + j) ↔ i = j := ⟨Int.add_left_cancel, fun h => h ▸ rfl⟩
protected theorem add_eq_right {a b : Int} : a + b = b ↔ a = 0 :=
  ⟨fun h => Int.add_right_cancel (h.trans (Int.zero_add b).symm), fun h => h ▸ Int.zero_add b⟩
protected theorem add_eq_left {a b : Int} : a + b = a ↔ b = 0 := by rw [Int.add_comm]; exact Int.add_eq_right

/-! ## Negation and subtraction -/
@[simp] protected theorem neg_neg (a : Int) : -(-a) = a := by
  apply Int.add_left_cancel (a := -a); rw [Int.add_right_neg, Int.add_left_neg]
@[simp] protected theorem neg_zero : -(0 : Int) = 0 := rfl
@[simp] protected theorem neg_inj {a b : Int} : -a = -b ↔ a = b :=
  ⟨fun h => by rw [← Int.neg_neg a, h, Int.neg_neg], fun h => h ▸ rfl⟩
@[simp] protected theorem neg_eq_zero {a : Int} : -a = 0 ↔ a = 0 := Int.neg_inj (b := 0)
protected theorem neg_ne_zero {a : Int} : -a ≠ 0 ↔ a ≠ 0 := ⟨fun h e => h (Int.neg_eq_zero.mpr e), fun h e => h (Int.neg_eq_zero.mp e)⟩
protected theorem neg_eq_of_add_eq_zero {a b : Int} (h : a + b = 0) : -a = b := by
  rw [← Int.neg_add_cancel_left a b, h, Int.add_zero]
protected theorem eq_neg_of_eq_neg {a b : Int} (h : a = -b) : b = -a := by rw [h, Int.neg_neg]
protected theorem eq_neg_comm {a b : Int} : a = -b ↔ b = -a := ⟨Int.eq_neg_of_eq_neg, Int.eq_neg_of_eq_neg⟩
protected theorem neg_eq_comm {a b : Int} : -a = b ↔ -b = a := by 
  exact ⟨fun h => (Int.eq_neg_of_eq_neg h.symm).symm, fun h => (Int.eq_neg_of_eq_neg h.symm).symm⟩
protected theorem neg_add {a b : Int} : -(a + b) = -a + -b := by
  apply Int.neg_eq_of_add_eq_zero
  rw [Int.add_assoc, Int.add_left_comm b, Int.add_right_neg, Int.add_zero, Int.add_right_neg]
protected theorem sub_eq_add_neg {a b : Int} : a - b = a + -b := rfl
theorem add_neg_one (i : Int) : i + -1 = i - 1 := rfl
@[simp] protected theorem sub_self (a : Int) : a - a = 0 := Int.add_right_neg a
@[simp] protected theorem sub_zero (a : Int) : a - 0 = a := Int.add_zero a
@[simp] protected theorem zero_sub (a : Int) : 0 - a = -a := Int.zero_add _
protected theorem sub_eq_zero_of_eq {a b : Int} (h : a = b) : a - b = 0 := by rw [h, Int.sub_self]
protected theorem eq_of_sub_eq_zero {a b : Int} (h : a - b = 0) : a = b := by
  rw [← Int.neg_add_cancel_right a b, ← Int.sub_eq_add_neg, h, Int.zero_add]
protected theorem sub_eq_zero {a b : Int} : a - b = 0 ↔ a = b := ⟨Int.eq_of_sub_eq_zero, Int.sub_eq_zero_of_eq⟩
protected theorem sub_ne_zero_of_ne {a b : Int} : a ≠ b → a - b ≠ 0 := fun h e => h (Int.eq_of_sub_eq_zero e)
protected theorem sub_ne_zero {a b : Int} : a - b ≠ 0 ↔ a ≠ b := ⟨fun h e => h (Int.sub_eq_zero_of_eq e), Int.sub_ne_zero_of_ne⟩
protected theorem sub_sub (a b c : Int) : a - b - c = a - (b + c) := by
  rw [Int.sub_eq_add_neg, Int.sub_eq_add_neg, Int.sub_eq_add_neg, Int.neg_add, Int.add_assoc]
protected theorem neg_sub (a b : Int) : -(a - b) = b - a := by
  rw [Int.sub_eq_add_neg, Int.neg_add, Int.neg_neg, Int.add_comm, Int.sub_eq_add_neg]
protected theorem sub_sub_self (a b : Int) : a - (a - b) = b := by
  rw [Int.sub_eq_add_neg, Int.neg_sub, Int.sub_eq_add_neg, Int.add_left_comm, Int.add_right_neg, Int.add_zero]
@[simp] protected theorem sub_neg (a b : Int) : a - -b = a + b := by rw [Int.sub_eq_add_neg, Int.neg_neg]
@[simp] protected theorem sub_add_cancel (a b : Int) : a - b + b = a := Int.neg_add_cancel_right a b
@[simp] protected theorem add_sub_cancel (a b : Int) : a + b - b = a := Int.add_neg_cancel_right a b
protected theorem add_sub_cancel_left (a b : Int) : a + b - a = b := by rw [Int.add_comm, Int.add_sub_cancel]
protected theorem add_sub_assoc (a b c : Int) : a + b - c = a + (b - c) := Int.add_assoc a b (-c)
protected theorem sub_add_eq (a b c : Int) : a - (b + c) = a - b - c := (Int.sub_sub a b c).symm
private theorem sub_add_eq_add_sub' (a b c : Int) : a - b + c = a + c - b := Int.add_right_comm a (-b) c
protected theorem sub_right_comm (a b c : Int) : a - b - c = a - c - b := Int.add_right_comm a (-b) (-c)
protected theorem sub_eq_iff_eq_add {b a c : Int} : a - b = c ↔ a = c + b :=
  ⟨fun h => by rw [← h, Int.sub_add_cancel], fun h => by rw [h, Int.add_sub_cancel]⟩
protected theorem sub_eq_iff_eq_add' {b a c : Int} : a - b = c ↔ a = b + c := by rw [Int.sub_eq_iff_eq_add, Int.add_comm]
protected theorem eq_sub_of_add_eq {a b c : Int} (h : a + c = b) : a = b - c := by rw [← h, Int.add_sub_cancel]
protected theorem sub_eq_of_eq_add {a b c : Int} (h : a = c + b) : a - b = c := Int.sub_eq_iff_eq_add.mpr h
@[simp] protected theorem sub_left_inj {i j : Int} (k : Int) : i - k = j - k ↔ i = j := Int.add_left_inj (-k)
@[simp] protected theorem sub_right_inj {i j : Int} (k : Int) : k - i = k - j ↔ i = j := (Int.add_right_inj k).trans Int.neg_inj
theorem ofNat_sub {m n : Nat} (h : m ≤ n) : ((n - m : Nat) : Int) = n - m := by
  rcases nat_le_dest h with ⟨k, rfl⟩
  rw [nat_add_sub, natCast_add, Int.add_sub_cancel_left]
theorem natCast_sub {n m : Nat} (h : m ≤ n) : ((n - m : Nat) : Int) = n - m := ofNat_sub h
theorem natCast_pred_of_pos {n : Nat} (h : 0 < n) : ((n - 1 : Nat) : Int) = n - 1 := ofNat_sub h
theorem negSucc_coe' (n : Nat) : negSucc n = -↑n - 1 := by
  rw [negSucc_coe, natCast_add, Int.neg_add]; rfl
theorem negSucc_eq (n : Nat) : negSucc n = -((n : Int) + 1) := rfl
theorem subNatNat_eq_coe {m n : Nat} : subNatNat m n = ↑m - ↑n := by
  apply subNatNat_elim m n fun m n i => i = (m : Int) - n
  · intro i n; rw [natCast_add, Int.add_sub_cancel_left]
  · intro i n; rw [natCast_add_one, natCast_add, negSucc_eq, Int.add_assoc, ← Int.sub_sub, Int.sub_self, Int.zero_sub]
theorem toNat_sub (m n : Nat) : toNat (m - n) = m - n := by
  rw [← subNatNat_eq_coe]
  apply subNatNat_elim m n fun m n i => toNat i = m - n
  · intro i n; exact nat_add_sub.symm
  · intro i m; rw [Nat.add_assoc, nat_sub_eq_zero]; rfl

/-! ## Multiplication -/
protected theorem mul_comm (a b : Int) : a * b = b * a := by
  rcases exists_sub a with ⟨a, a', rfl⟩; rcases exists_sub b with ⟨b, b', rfl⟩
  rw [sub_mul_sub, sub_mul_sub, Nat.mul_comm a, Nat.mul_comm a', Nat.mul_comm a, Nat.mul_comm a', Nat.add_comm (b' * a)]
protected theorem mul_assoc (a b c : Int) : a * b * c = a * (b * c) := by
  rcases exists_sub a with ⟨a, a', rfl⟩; rcases exists_sub b with ⟨b, b', rfl⟩; rcases exists_sub c with ⟨c, c', rfl⟩
  simp only [sub_mul_sub]
  apply subNatNat_eq
  simp only [Nat.add_mul, Nat.mul_add, Nat.mul_assoc, Nat.add_comm, Nat.add_left_comm, Nat.add_assoc]
instance instAssociativeHMul : Std.Associative (α := Int) (· * ·) := ⟨Int.mul_assoc⟩
instance instCommutativeHMul : Std.Commutative (α := Int) (· * ·) := ⟨Int.mul_comm⟩
protected theorem mul_left_comm (a b c : Int) : a * (b * c) = b * (a * c) := by
  rw [← Int.mul_assoc, Int.mul_comm a, Int.mul_assoc]
protected theorem mul_right_comm (a b c : Int) : a * b * c = a * c * b := by
  rw [Int.mul_assoc, Int.mul_comm b, Int.mul_assoc]
protected theorem mul_add (a b c : Int) : a * (b + c) = a * b + a * c := by
  rcases exists_sub a with ⟨a, a', rfl⟩; rcases exists_sub b with ⟨b, b', rfl⟩; rcases exists_sub c with ⟨c, c', rfl⟩
  simp only [sub_mul_sub, sub_add_sub]
  apply subNatNat_eq
  simp only [Nat.mul_add, Nat.add_comm, Nat.add_left_comm, Nat.add_assoc]
protected theorem add_mul (a b c : Int) : (a + b) * c = a * c + b * c := by
  rw [Int.mul_comm, Int.mul_add, Int.mul_comm c, Int.mul_comm c]
@[simp] protected theorem mul_one (a : Int) : a * 1 = a := by
  rcases exists_sub a with ⟨a, a', rfl⟩
  show subNatNat a a' * subNatNat 1 0 = _
  rw [sub_mul_sub, Nat.mul_one, Nat.mul_one, Nat.mul_zero, Nat.mul_zero, Nat.add_zero, Nat.zero_add]
@[simp] protected theorem one_mul (a : Int) : 1 * a = a := by rw [Int.mul_comm, Int.mul_one]
@[simp] protected theorem mul_zero (a : Int) : a * 0 = 0 := by
  apply Int.add_left_cancel (a := a * 0); rw [← Int.mul_add, Int.add_zero, Int.add_zero]
@[simp] protected theorem zero_mul (a : Int) : 0 * a = 0 := by rw [Int.mul_comm, Int.mul_zero]
protected theorem neg_mul_eq_neg_mul (a b : Int) : -(a * b) = -a * b := by
  apply Int.neg_eq_of_add_eq_zero; rw [← Int.add_mul, Int.add_right_neg, Int.zero_mul]
protected theorem neg_mul_eq_mul_neg (a b : Int) : -(a * b) = a * -b := by
  apply Int.neg_eq_of_add_eq_zero; rw [← Int.mul_add, Int.add_right_neg, Int.mul_zero]
@[simp] protected theorem neg_mul (a b : Int) : -a * b = -(a * b) := (Int.neg_mul_eq_neg_mul a b).symm
@[simp] protected theorem mul_neg (a b : Int) : a * -b = -(a * b) := (Int.neg_mul_eq_mul_neg a b).symm
protected theorem neg_mul_neg (a b : Int) : -a * -b = a * b := by simp
protected theorem neg_mul_comm (a b : Int) : -a * b = a * -b := by simp
protected theorem mul_sub (a b c : Int) : a * (b - c) = a * b - a * c := by
  rw [Int.sub_eq_add_neg, Int.mul_add, Int.mul_neg, Int.sub_eq_add_neg]
protected theorem sub_mul (a b c : Int) : (a - b) * c = a * c - b * c := by
  rw [Int.mul_comm, Int.mul_sub, Int.mul_comm c, Int.mul_comm c]
protected theorem two_mul (a : Int) : 2 * a = a + a := by
  show (1 + 1) * a = _; rw [Int.add_mul, Int.one_mul]
protected theorem mul_two (a : Int) : a * 2 = a + a := by rw [Int.mul_comm, Int.two_mul]
protected theorem neg_one_mul (a : Int) : -1 * a = -a := by rw [Int.neg_mul, Int.one_mul]
protected theorem neg_eq_neg_one_mul (a : Int) : -a = -1 * a := (Int.neg_one_mul a).symm
protected theorem neg_mul_one (a : Int) : a * -1 = -a := by rw [Int.mul_neg, Int.mul_one]
@[simp] protected theorem mul_eq_zero {a b : Int} : a * b = 0 ↔ a = 0 ∨ b = 0 := by
  constructor
  · intro h
    match a, b, h with
    | ofNat 0, _, _ => exact .inl rfl
    | _, ofNat 0, _ => exact .inr rfl
    | ofNat (m + 1), ofNat (n + 1), h => cases h
    | ofNat (m + 1), negSucc n, h => cases h
    | negSucc m, ofNat (n + 1), h => cases h
    | negSucc m, negSucc n, h => cases h
  · intro h
    rcases h with rfl | rfl
    · exact Int.zero_mul b
    · exact Int.mul_zero a
protected theorem mul_ne_zero {a b : Int} (ha : a ≠ 0) (hb : b ≠ 0) : a * b ≠ 0 :=
  fun h => (Int.mul_eq_zero.mp h).elim ha hb
protected theorem mul_ne_zero_iff {a b : Int} : a * b ≠ 0 ↔ a ≠ 0 ∧ b ≠ 0 :=
  ⟨fun h => ⟨fun e => h (by rw [e, Int.zero_mul]), fun e => h (by rw [e, Int.mul_zero])⟩, fun h => Int.mul_ne_zero h.1 h.2⟩
protected theorem eq_of_mul_eq_mul_right {a b c : Int} (ha : a ≠ 0) (h : b * a = c * a) : b = c := by
  have : (b - c) * a = 0 := by rw [Int.sub_mul, h, Int.sub_self]
  exact Int.eq_of_sub_eq_zero ((Int.mul_eq_zero.mp this).elim id (absurd · ha))
protected theorem eq_of_mul_eq_mul_left {a b c : Int} (ha : a ≠ 0) (h : a * b = a * c) : b = c := by
  rw [Int.mul_comm a, Int.mul_comm a] at h; exact Int.eq_of_mul_eq_mul_right ha h
protected theorem mul_eq_mul_left_iff {a b c : Int} (h : c ≠ 0) : c * a = c * b ↔ a = b :=
  ⟨Int.eq_of_mul_eq_mul_left h, fun w => congrArg (fun x => c * x) w⟩
protected theorem mul_eq_mul_right_iff {a b c : Int} (h : c ≠ 0) : a * c = b * c ↔ a = b :=
  ⟨Int.eq_of_mul_eq_mul_right h, fun w => congrArg (fun x => x * c) w⟩
theorem eq_one_of_mul_eq_self_left {a b : Int} (Hpos : a ≠ 0) (H : b * a = a) : b = 1 :=
  Int.eq_of_mul_eq_mul_right Hpos (by rw [Int.one_mul, H])
theorem eq_one_of_mul_eq_self_right {a b : Int} (Hpos : b ≠ 0) (H : b * a = b) : a = 1 :=
  Int.eq_of_mul_eq_mul_left Hpos (by rw [Int.mul_one, H])

/-! ## Powers -/
@[simp] protected theorem pow_zero (b : Int) : b ^ 0 = 1 := rfl
protected theorem pow_succ (b : Int) (e : Nat) : b ^ (e + 1) = b ^ e * b := rfl
protected theorem pow_succ' (b : Int) (e : Nat) : b ^ (e + 1) = b * b ^ e := by rw [Int.mul_comm, Int.pow_succ]
@[simp] protected theorem pow_one (b : Int) : b ^ 1 = b := Int.one_mul b
protected theorem pow_two (b : Int) : b ^ 2 = b * b := by rw [Int.pow_succ, Int.pow_one]
protected theorem pow_add (a : Int) (m n : Nat) : a ^ (m + n) = a ^ m * a ^ n := by
  induction n with
  | zero => exact (Int.mul_one _).symm
  | succ n ih => rw [← Nat.add_assoc, Int.pow_succ, ih, Int.mul_assoc, ← Int.pow_succ]
protected theorem zero_pow {n : Nat} (h : n ≠ 0) : (0 : Int) ^ n = 0 := by
  cases n with
  | zero => contradiction
  | succ n => rw [Int.pow_succ, Int.mul_zero]
protected theorem one_pow {n : Nat} : (1 : Int) ^ n = 1 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Int.pow_succ, ih]; rfl
protected theorem mul_pow {a b : Int} {n : Nat} : (a * b) ^ n = a ^ n * b ^ n := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [Int.pow_succ, Int.pow_succ, Int.pow_succ, ih, Int.mul_assoc, Int.mul_assoc, Int.mul_left_comm a]
protected theorem pow_mul {a : Int} {m n : Nat} : a ^ (m * n) = (a ^ m) ^ n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [← Nat.succ_eq_add_one, Nat.mul_succ, Int.pow_add, ih, Nat.succ_eq_add_one, Int.pow_succ]
theorem natCast_pow (m n : Nat) : ((m ^ n : Nat) : Int) = (m : Int) ^ n := by
  induction n with
  | zero => rfl
  | succ n ih =>
    show ((m ^ n * m : Nat) : Int) = (m : Int) ^ n * m
    rw [natCast_mul, ih]
protected theorem neg_pow_two (b : Int) : (-b) ^ 2 = b ^ 2 := by rw [Int.pow_two, Int.pow_two, Int.neg_mul_neg]
protected theorem pow_ne_zero {a : Int} {n : Nat} (h : a ≠ 0) : a ^ n ≠ 0 := by
  induction n with
  | zero => exact fun e => nomatch e
  | succ n ih => exact Int.mul_ne_zero ih h

/-! ## Casts of natural numbers, for `simp` and `norm_cast` -/
@[simp, norm_cast] theorem natCast_zero : ((0 : Nat) : Int) = 0 := rfl
attribute [norm_cast] Int.natCast_inj natCast_add natCast_mul natCast_pow natCast_sub
attribute [simp] Int.natCast_inj natCast_add natCast_mul natCast_pow
end Int
@[simp, norm_cast] theorem Nat.cast_ofNat_Int : (Nat.cast (no_index (OfNat.ofNat n)) : Int) = OfNat.ofNat n := rfl
theorem Int.cast_id {n : Int} : Int.cast n = n := rfl
