/-! Integers: order, absolute value, sign, minimum and maximum. -/
namespace Corpus.IntOrder

theorem lt_or_eq_or_gt (a b : Int) : a < b ∨ a = b ∨ b < a := by
  by_cases h : a < b
  · left; exact h
  · right
    have h' := Int.not_lt.mp h
    rcases Int.lt_or_eq_of_le h' with k | k
    · right; exact k
    · left; exact k.symm

theorem add_lt_add_of_bounds (a b c d : Int) (h : a < b) (k : c ≤ d) : a + c < b + d := by
  apply Int.lt_of_lt_of_le
  · exact Int.add_lt_add_right h c
  · exact Int.add_le_add_left k b

theorem neg_lt_iff (a b : Int) : -a < b ↔ -b < a := by
  constructor <;> intro h <;> omega

theorem no_integer_between (a b : Int) (h : a < b) (k : b < a + 1) : False := by
  have h' := Int.add_one_le_of_lt h
  exact Int.not_le_of_gt k h'

theorem square_nonneg (a : Int) : 0 ≤ a * a := by
  rcases Int.le_total 0 a with h | h
  · exact Int.mul_nonneg h h
  · exact Int.mul_nonneg_of_nonpos_of_nonpos h h

theorem square_pos (a : Int) (h : a ≠ 0) : 0 < a * a := by
  rcases Int.lt_or_gt_of_ne h with k | k
  · exact Int.mul_pos_of_neg_of_neg k k
  · exact Int.mul_pos k k

theorem sum_of_squares_nonneg (a b : Int) : 0 ≤ a * a + b * b := by
  apply Int.add_nonneg
  · exact square_nonneg a
  · exact square_nonneg b

theorem sum_of_squares_zero (a b : Int) (h : a * a + b * b = 0) : a = 0 ∧ b = 0 := by
  have ha := square_nonneg a
  have hb := square_nonneg b
  have ea : a * a = 0 := by omega
  have eb : b * b = 0 := by omega
  constructor
  · rcases Int.mul_eq_zero.mp ea with k | k <;> exact k
  · rcases Int.mul_eq_zero.mp eb with k | k <;> exact k

theorem two_mul_le_squares (a b : Int) : 2 * (a * b) ≤ a * a + b * b := by
  have h := square_nonneg (a - b)
  rw [Int.sub_mul, Int.mul_sub, Int.mul_sub, Int.mul_comm b a] at h
  omega

theorem three_products (a b c : Int) : a * b + b * c + c * a ≤ a * a + b * b + c * c := by
  have h1 := two_mul_le_squares a b
  have h2 := two_mul_le_squares b c
  have h3 := two_mul_le_squares c a
  omega

theorem mul_le_mul_both (a b c d : Int) (ha : 0 ≤ a) (h : a ≤ b) (hc : 0 ≤ c) (k : c ≤ d) : a * c ≤ b * d := by
  calc a * c ≤ b * c := Int.mul_le_mul_of_nonneg_right h hc
    _ ≤ b * d := Int.mul_le_mul_of_nonneg_left k (Int.le_trans ha h)

theorem square_le_square (a b : Int) (h : 0 ≤ a) (k : a ≤ b) : a * a ≤ b * b := by
  exact mul_le_mul_both a b a b h k h k

theorem le_of_square_le (a b : Int) (hb : 0 ≤ b) (h : a * a ≤ b * b) : a ≤ b := by
  by_cases k : a ≤ b
  · exact k
  · exfalso
    have k' := Int.not_le.mp k
    have : b * b < a * a := by
      calc b * b ≤ b * a := Int.mul_le_mul_of_nonneg_left (Int.le_of_lt k') hb
        _ < a * a := Int.mul_lt_mul_of_pos_right k' (Int.lt_of_le_of_lt hb k')
    omega

theorem bernoulli (x : Int) (hx : 0 ≤ x) (n : Nat) : 1 + n * x ≤ (1 + x) ^ n := by
  induction n with
  | zero => simp
  | succ n ih =>
    rw [Int.pow_succ, Int.natCast_succ, Int.add_mul, Int.one_mul]
    have h1 : (1 + n * x) * (1 + x) ≤ (1 + x) ^ n * (1 + x) := by
      apply Int.mul_le_mul_of_nonneg_right ih
      omega
    have h2 : (1 + n * x) * (1 + x) = 1 + (n * x + x) + n * x * x := by
      rw [Int.mul_add, Int.mul_one, Int.add_mul, Int.one_mul]
      omega
    have h3 : 0 ≤ n * x * x := by
      apply Int.mul_nonneg
      · exact Int.mul_nonneg (Int.natCast_nonneg n) hx
      · exact hx
    omega

theorem power_grows (n : Nat) : (n : Int) < 2 ^ n := by
  induction n with
  | zero => decide
  | succ n ih =>
    rw [Int.pow_succ, Int.natCast_succ]
    omega

theorem natAbs_triangle (a b : Int) : (a + b).natAbs ≤ a.natAbs + b.natAbs := by
  omega

theorem natAbs_of_product (a b : Int) : (a * b).natAbs = b.natAbs * a.natAbs := by
  rw [Int.natAbs_mul, Nat.mul_comm]

theorem natAbs_zero_iff (a : Int) : a.natAbs = 0 ↔ a = 0 := by
  constructor
  · exact Int.natAbs_eq_zero.mp
  · rintro rfl
    rfl

theorem natAbs_small (a : Int) (h : a.natAbs < 2) : a = -1 ∨ a = 0 ∨ a = 1 := by
  omega

theorem sign_cases (a : Int) : a.sign = -1 ∨ a.sign = 0 ∨ a.sign = 1 := by
  rcases Int.lt_trichotomy a 0 with h | h | h
  · left; exact Int.sign_eq_neg_one_of_neg h
  · right; left; rw [h]; rfl
  · right; right; exact Int.sign_eq_one_of_pos h

theorem min_add_max (a b : Int) : min a b + max a b = a + b := by
  rcases Int.le_total a b with h | h
  · rw [Int.min_eq_left h, Int.max_eq_right h]
  · rw [Int.min_eq_right h, Int.max_eq_left h, Int.add_comm]

theorem max_assoc (a b c : Int) : max (max a b) c = max a (max b c) := by
  omega

theorem min_le_average (a b : Int) : 2 * min a b ≤ a + b := by
  have h1 := Int.min_le_left a b
  have h2 := Int.min_le_right a b
  omega

theorem toNat_of_difference (m n : Nat) : ((m : Int) - n).toNat = m - n := by
  exact Int.toNat_sub m n

theorem exists_nat_above (a : Int) : ∃ n : Nat, a ≤ n := by
  exact ⟨a.toNat, Int.self_le_toNat a⟩

theorem nonneg_induction (P : Int → Prop) (h0 : P 0) (h : ∀ i : Int, 0 ≤ i → P i → P (i + 1)) (a : Int) (ha : 0 ≤ a) : P a := by
  rcases Int.eq_ofNat_of_zero_le ha with ⟨n, rfl⟩
  clear ha
  induction n with
  | zero => exact h0
  | succ n ih => exact h n (Int.natCast_nonneg n) ih

theorem archimedean (a b : Int) (h : 0 < b) : ∃ n : Nat, a < n * b := by
  refine ⟨(a.toNat + 1), ?_⟩
  have h1 := Int.self_le_toNat a
  have h2 : ((a.toNat + 1 : Nat) : Int) * 1 ≤ (a.toNat + 1 : Nat) * b := by
    apply Int.mul_le_mul_of_nonneg_left
    · exact h
    · exact Int.natCast_nonneg _
  omega

end Corpus.IntOrder
