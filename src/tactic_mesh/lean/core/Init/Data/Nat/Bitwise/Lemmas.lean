prelude
import Init.Data.Nat.Bitwise.Basic
/-! Natural numbers: laws of the operations on binary digits. -/
namespace Nat
@[simp] theorem testBit_and (x y i : Nat) : (x &&& y).testBit i = (x.testBit i && y.testBit i) := testBit_bitwise rfl x y i
@[simp] theorem testBit_or (x y i : Nat) : (x ||| y).testBit i = (x.testBit i || y.testBit i) := testBit_bitwise rfl x y i
theorem testBit_xor' (x y i : Nat) : (x ^^^ y).testBit i = cond (x.testBit i) (!(y.testBit i)) (y.testBit i) := testBit_bitwise rfl x y i
@[simp] theorem testBit_shiftRight (x : Nat) {i j : Nat} : testBit (x >>> i) j = testBit x (i + j) := by
  rw [shiftRight_eq_div_pow, testBit_div_two_pow, Nat.add_comm]
theorem testBit_mul_pow_two {x i n : Nat} : testBit (x * 2 ^ i) n = (decide (i ≤ n) && testBit x (n - i)) := by
  by_cases h : i ≤ n
  · obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le' h
    rw [decide_eq_true h, testBit_add, Nat.mul_div_cancel x (Nat.two_pow_pos i), Nat.add_sub_cancel]; rfl
  · obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_lt (Nat.lt_of_not_le h)
    rw [decide_eq_false h, testBit_eq_decide_div_mod_eq, Nat.add_assoc, Nat.pow_add, Nat.mul_left_comm,
      Nat.mul_div_cancel_left _ (Nat.two_pow_pos n), Nat.pow_succ, ← Nat.mul_assoc, mul_mod_left]; rfl
@[simp] theorem testBit_shiftLeft (x : Nat) {i j : Nat} : testBit (x <<< i) j = (decide (j ≥ i) && testBit x (j - i)) := by
  rw [shiftLeft_eq, testBit_mul_pow_two]
@[simp] theorem testBit_mod_two_pow (x j i : Nat) : testBit (x % 2 ^ j) i = (decide (i < j) && testBit x i) := by
  by_cases h : i < j
  · obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_lt h
    rw [decide_eq_true h, testBit_eq_decide_div_mod_eq, testBit_eq_decide_div_mod_eq, Nat.add_assoc, Nat.pow_add, mod_mul_right_div_self,
      mod_mod_of_dvd _ (dvd_pow (Nat.dvd_refl 2) (add_one_ne_zero k))]; rfl
  · rw [decide_eq_false h]
    exact testBit_lt_two_pow (Nat.lt_of_lt_of_le (mod_lt x (Nat.two_pow_pos j)) (Nat.pow_le_pow_right Nat.two_pos (Nat.le_of_not_lt h)))
theorem testBit_two_pow_self {n : Nat} : testBit (2 ^ n) n = true := by
  rw [testBit_eq_decide_div_mod_eq, Nat.div_self (Nat.two_pow_pos n)]; rfl
theorem testBit_two_pow_of_ne {n m : Nat} (hm : n ≠ m) : testBit (2 ^ n) m = false := by
  rw [← Nat.one_mul (2 ^ n), testBit_mul_pow_two]
  by_cases h : n ≤ m
  · obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_lt (Nat.lt_of_le_of_ne h hm)
    rw [Nat.add_assoc, Nat.add_sub_cancel_left, testBit_succ, div_eq_of_lt (by decide : 1 < 2), zero_testBit]; exact Bool.and_false _
  · rw [decide_eq_false h]; rfl
@[simp] theorem testBit_two_pow {n m : Nat} : testBit (2 ^ n) m = decide (n = m) := by
  by_cases h : n = m
  · rw [h, testBit_two_pow_self, decide_eq_true rfl]
  · rw [testBit_two_pow_of_ne h, decide_eq_false h]
theorem testBit_one_eq_true_iff_self_eq_zero {i : Nat} : testBit 1 i = true ↔ i = 0 := by
  show testBit (2 ^ 0) i = true ↔ i = 0
  rw [testBit_two_pow, decide_eq_true_eq]; exact ⟨Eq.symm, Eq.symm⟩
theorem lt_pow_two_of_testBit (x : Nat) {n : Nat} (p : ∀ i, i ≥ n → testBit x i = false) : x < 2 ^ n := by
  have e : x = x % 2 ^ n := eq_of_testBit_eq fun i => by
    rw [testBit_mod_two_pow]
    by_cases h : i < n
    · rw [decide_eq_true h]; rfl
    · rw [decide_eq_false h, p i (Nat.le_of_not_lt h)]; rfl
  rw [e]; exact mod_lt x (Nat.two_pow_pos n)
theorem exists_testBit_of_ne_zero {x : Nat} (xnz : x ≠ 0) : ∃ i, testBit x i = true := by
  refine Classical.byContradiction fun h => xnz (eq_of_testBit_eq fun i => ?_)
  rw [zero_testBit]
  exact eq_false_of_ne_true fun k => h ⟨i, k⟩
theorem ge_two_pow_implies_high_bit_true {x n : Nat} (p : x ≥ 2 ^ n) : ∃ i, i ≥ n ∧ testBit x i = true := by
  refine Classical.byContradiction fun h => Nat.not_lt_of_ge p (lt_pow_two_of_testBit x fun i hi => ?_)
  exact eq_false_of_ne_true fun k => h ⟨i, hi, k⟩
theorem ge_two_pow_of_testBit {x i : Nat} (h : testBit x i = true) : 2 ^ i ≤ x :=
  Nat.le_of_not_lt fun l => Bool.noConfusion ((testBit_lt_two_pow l).symm.trans h)

/-! ### Conjunction -/

@[simp] theorem and_self (x : Nat) : x &&& x = x := eq_of_testBit_eq fun i => by rw [testBit_and]; cases testBit x i <;> rfl
protected theorem and_comm (x y : Nat) : x &&& y = y &&& x := eq_of_testBit_eq fun i => by
  rw [testBit_and, testBit_and]; cases testBit x i <;> cases testBit y i <;> rfl
protected theorem and_assoc (x y z : Nat) : (x &&& y) &&& z = x &&& (y &&& z) := eq_of_testBit_eq fun i => by
  simp only [testBit_and]; cases testBit x i <;> rfl
@[simp] protected theorem zero_and (x : Nat) : 0 &&& x = 0 := rfl
@[simp] protected theorem and_zero (x : Nat) : x &&& 0 = 0 := by rw [Nat.and_comm, Nat.zero_and]
@[simp] theorem and_one_is_mod (x : Nat) : x &&& 1 = x % 2 := by rw [Nat.and_comm, one_and_eq_mod_two]
@[simp] theorem one_and_is_mod (x : Nat) : 1 &&& x = x % 2 := one_and_eq_mod_two x
theorem and_lt_two_pow (x : Nat) {y n : Nat} (right : y < 2 ^ n) : (x &&& y) < 2 ^ n :=
  lt_pow_two_of_testBit _ fun i h => by
    rw [testBit_and, testBit_lt_two_pow (Nat.lt_of_lt_of_le right (Nat.pow_le_pow_right Nat.two_pos h))]; exact Bool.and_false _
@[simp] theorem and_two_pow_sub_one_eq_mod (x n : Nat) : x &&& (2 ^ n - 1) = x % 2 ^ n := by
  induction n generalizing x with
  | zero => rw [Nat.pow_zero, Nat.sub_self, Nat.and_zero, mod_one]
  | succ n ih =>
    have e : (2 ^ (n + 1) - 1) = 2 * (2 ^ n - 1) + 1 := by
      rw [Nat.pow_succ, Nat.mul_sub, Nat.mul_comm, Nat.mul_one]
      obtain ⟨k, hk⟩ := Nat.exists_eq_add_of_le' (Nat.mul_le_mul_left 2 (Nat.one_le_two_pow (n := n)))
      rw [hk, Nat.mul_one, Nat.add_sub_cancel]; rfl
    refine eq_of_testBit_eq fun i => ?_
    rw [testBit_mod_two_pow, testBit_and, e]
    cases i with
    | zero => rw [testBit_zero (2 * _ + 1), mul_add_mod_self_left, decide_eq_true (zero_lt_succ n)]; cases testBit x 0 <;> rfl
    | succ i =>
      have h := congrArg (testBit · i) (ih (x / 2))
      simp only [testBit_and, testBit_mod_two_pow] at h
      rw [testBit_succ, testBit_succ (2 * _ + 1), mul_add_div Nat.two_pos, div_eq_of_lt (by decide : 1 < 2), Nat.add_zero, h]
      by_cases l : i < n
      · rw [decide_eq_true l, decide_eq_true (Nat.succ_lt_succ l)]
      · rw [decide_eq_false l, decide_eq_false fun k => l (lt_of_succ_lt_succ k)]
theorem and_two_pow_sub_one_of_lt_two_pow {n x : Nat} (lt : x < 2 ^ n) : x &&& (2 ^ n - 1) = x := by
  rw [and_two_pow_sub_one_eq_mod, mod_eq_of_lt lt]
theorem testBit_two_pow_sub_one (n i : Nat) : testBit (2 ^ n - 1) i = decide (i < n) := by
  by_cases h : i < n
  · have e := congrArg (testBit · i) (and_two_pow_sub_one_eq_mod (2 ^ i) n)
    simp only [testBit_and, testBit_mod_two_pow, testBit_two_pow_self, Bool.true_and, Bool.and_true] at e
    exact e
  · rw [decide_eq_false h]
    exact testBit_lt_two_pow (Nat.lt_of_lt_of_le (sub_lt (Nat.two_pow_pos n) Nat.zero_lt_one) (Nat.pow_le_pow_right Nat.two_pos (Nat.le_of_not_lt h)))
theorem and_div_two {a b : Nat} : (a &&& b) / 2 = (a / 2) &&& (b / 2) := bitwise_div_two rfl
theorem and_le_left {n m : Nat} : n &&& m ≤ n := by
  refine Nat.strongRecOn' (motive := fun n => ∀ m, n &&& m ≤ n) n (fun n ih m => ?_) m
  rcases Nat.eq_zero_or_pos n with rfl | h
  · exact zero_le _
  · have l := ih (n / 2) (div_lt_self h (by decide)) (m / 2)
    rw [← and_div_two] at l
    rw [← div_add_mod (n &&& m) 2]
    refine Nat.le_trans ?_ (Nat.le_of_eq (div_add_mod n 2))
    refine Nat.add_le_add (Nat.mul_le_mul_left 2 l) ?_
    rcases mod_two_eq_zero_or_one (n &&& m) with e | e
    · rw [e]; exact zero_le _
    · have b : decide ((n &&& m) % 2 = 1) = (decide (n % 2 = 1) && decide (m % 2 = 1)) := bitwise_mod_two rfl
      rw [decide_eq_true e] at b
      rcases mod_two_eq_zero_or_one n with f | f
      · rw [f] at b; exact Bool.noConfusion b
      · rw [e, f]
theorem and_le_right {n m : Nat} : n &&& m ≤ m := Nat.and_comm n m ▸ and_le_left

/-! ### Disjunction -/

@[simp] protected theorem zero_or (x : Nat) : 0 ||| x = x := rfl
@[simp] protected theorem or_self (x : Nat) : x ||| x = x := eq_of_testBit_eq fun i => by rw [testBit_or]; cases testBit x i <;> rfl
protected theorem or_comm (x y : Nat) : x ||| y = y ||| x := eq_of_testBit_eq fun i => by
  rw [testBit_or, testBit_or]; cases testBit x i <;> cases testBit y i <;> rfl
protected theorem or_assoc (x y z : Nat) : (x ||| y) ||| z = x ||| (y ||| z) := eq_of_testBit_eq fun i => by
  simp only [testBit_or]; cases testBit x i <;> rfl
@[simp] protected theorem or_zero (x : Nat) : x ||| 0 = x := by rw [Nat.or_comm, Nat.zero_or]
theorem or_div_two {a b : Nat} : (a ||| b) / 2 = (a / 2) ||| (b / 2) := bitwise_div_two rfl
theorem or_lt_two_pow {x y n : Nat} (left : x < 2 ^ n) (right : y < 2 ^ n) : x ||| y < 2 ^ n :=
  lt_pow_two_of_testBit _ fun i h => by
    have l := Nat.pow_le_pow_right Nat.two_pos h
    rw [testBit_or, testBit_lt_two_pow (Nat.lt_of_lt_of_le left l), testBit_lt_two_pow (Nat.lt_of_lt_of_le right l)]; rfl
theorem and_or_distrib_left {x y z : Nat} : x &&& (y ||| z) = (x &&& y) ||| (x &&& z) := eq_of_testBit_eq fun i => by
  simp only [testBit_or, testBit_and]; cases testBit x i <;> rfl
theorem and_or_distrib_right {x y z : Nat} : (x ||| y) &&& z = (x &&& z) ||| (y &&& z) := by
  rw [Nat.and_comm, and_or_distrib_left, Nat.and_comm z x, Nat.and_comm z y]
theorem left_le_or {n m : Nat} : n ≤ n ||| m := by
  have e : n &&& (n ||| m) = n := eq_of_testBit_eq fun i => by
    rw [testBit_and, testBit_or]; cases testBit n i <;> rfl
  have l := and_le_right (n := n) (m := n ||| m)
  rw [e] at l; exact l
theorem right_le_or {n m : Nat} : m ≤ n ||| m := Nat.or_comm m n ▸ left_le_or

/-! ### Exclusive disjunction -/

@[simp] protected theorem zero_xor (x : Nat) : 0 ^^^ x = x := rfl
@[simp] protected theorem xor_self (x : Nat) : x ^^^ x = 0 := eq_of_testBit_eq fun i => by
  rw [testBit_xor', zero_testBit]; cases testBit x i <;> rfl
protected theorem xor_comm (x y : Nat) : x ^^^ y = y ^^^ x := eq_of_testBit_eq fun i => by
  rw [testBit_xor', testBit_xor']; cases testBit x i <;> cases testBit y i <;> rfl
protected theorem xor_assoc (x y z : Nat) : (x ^^^ y) ^^^ z = x ^^^ (y ^^^ z) := eq_of_testBit_eq fun i => by
  simp only [testBit_xor']; cases testBit x i <;> cases testBit y i <;> cases testBit z i <;> rfl
@[simp] protected theorem xor_zero (x : Nat) : x ^^^ 0 = x := by rw [Nat.xor_comm, Nat.zero_xor]
@[simp] theorem xor_xor_cancel_right (x y : Nat) : (x ^^^ y) ^^^ y = x := by rw [Nat.xor_assoc, Nat.xor_self, Nat.xor_zero]
@[simp] theorem xor_xor_cancel_left (x y : Nat) : x ^^^ (x ^^^ y) = y := by rw [← Nat.xor_assoc, Nat.xor_self, Nat.zero_xor]
theorem xor_div_two {a b : Nat} : (a ^^^ b) / 2 = (a / 2) ^^^ (b / 2) := bitwise_div_two rfl
theorem xor_lt_two_pow {x y n : Nat} (left : x < 2 ^ n) (right : y < 2 ^ n) : x ^^^ y < 2 ^ n :=
  lt_pow_two_of_testBit _ fun i h => by
    have l := Nat.pow_le_pow_right Nat.two_pos h
    rw [testBit_xor', testBit_lt_two_pow (Nat.lt_of_lt_of_le left l), testBit_lt_two_pow (Nat.lt_of_lt_of_le right l)]; rfl
theorem and_xor_distrib_left {x y z : Nat} : x &&& (y ^^^ z) = (x &&& y) ^^^ (x &&& z) := eq_of_testBit_eq fun i => by
  simp only [testBit_xor', testBit_and]; cases testBit x i <;> cases testBit y i <;> rfl

/-! ### Shifts -/

theorem shiftLeft_and_distrib {a b i : Nat} : (a &&& b) <<< i = a <<< i &&& b <<< i := eq_of_testBit_eq fun j => by
  simp only [testBit_shiftLeft, testBit_and]; cases decide (j ≥ i) <;> rfl
theorem shiftLeft_or_distrib {a b i : Nat} : (a ||| b) <<< i = a <<< i ||| b <<< i := eq_of_testBit_eq fun j => by
  simp only [testBit_shiftLeft, testBit_or]; cases decide (j ≥ i) <;> rfl
theorem shiftRight_and_distrib {a b i : Nat} : (a &&& b) >>> i = a >>> i &&& b >>> i := eq_of_testBit_eq fun j => by
  simp only [testBit_shiftRight, testBit_and]
theorem shiftRight_or_distrib {a b i : Nat} : (a ||| b) >>> i = a >>> i ||| b >>> i := eq_of_testBit_eq fun j => by
  simp only [testBit_shiftRight, testBit_or]
end Nat
