/-! Integers: identities of the ring, equations, powers. -/
namespace Corpus.IntAlgebra

theorem add_sub_swap (a b c : Int) : a + b - c = a - c + b := by
  rw [Int.sub_eq_add_neg, Int.add_right_comm, ← Int.sub_eq_add_neg]

theorem neg_add_rev (a b : Int) : -(a + b) = -b + -a := by
  rw [Int.neg_add, Int.add_comm]

theorem sub_eq_neg_sub (a b : Int) : a - b = -(b - a) := by
  rw [Int.neg_sub]

theorem add_left_cancel_iff (a b c : Int) : a + b = a + c ↔ b = c := by
  constructor
  · intro h
    exact Int.add_left_cancel h
  · intro h
    rw [h]

theorem eq_neg_of_add_eq_zero (a b : Int) (h : a + b = 0) : a = -b := by
  have h' := congrArg (fun x => x + -b) h
  simp only [Int.add_neg_cancel_right, Int.zero_add] at h'
  exact h'

theorem add_self_eq_two_mul (a : Int) : a + a = 2 * a := by
  rw [Int.two_mul]

theorem square_of_sum (a b : Int) : (a + b) * (a + b) = a * a + 2 * (a * b) + b * b := by
  rw [Int.add_mul, Int.mul_add, Int.mul_add, Int.mul_comm b a, Int.two_mul]
  simp only [Int.add_assoc]

theorem square_of_difference (a b : Int) : (a - b) * (a - b) = a * a - 2 * (a * b) + b * b := by
  rw [Int.sub_mul, Int.mul_sub, Int.mul_sub, Int.mul_comm b a]
  omega

theorem difference_of_squares (a b : Int) : (a + b) * (a - b) = a * a - b * b := by
  rw [Int.add_mul, Int.mul_sub, Int.mul_sub, Int.mul_comm b a]
  omega

theorem sum_of_cubes (a b : Int) : (a + b) * (a * a - a * b + b * b) = a * a * a + b * b * b := by
  have h1 : b * (a * a) = a * (a * b) := by rw [Int.mul_left_comm, Int.mul_comm b a]
  have h2 : b * (a * b) = a * (b * b) := by rw [Int.mul_left_comm]
  rw [Int.add_mul, Int.mul_add, Int.mul_add, Int.mul_sub, Int.mul_sub, h1, h2, ← Int.mul_assoc, ← Int.mul_assoc]
  rw [← Int.mul_assoc b b b]
  omega

theorem product_with_negative (a b : Int) : -a * -b = a * b := by
  rw [Int.neg_mul, Int.mul_neg, Int.neg_neg]

theorem mul_eq_self_iff (a b : Int) (h : a ≠ 0) : a * b = a ↔ b = 1 := by
  constructor
  · intro e
    apply Int.eq_of_mul_eq_mul_left h
    rw [e, Int.mul_one]
  · intro e
    rw [e, Int.mul_one]

theorem square_eq_zero (a : Int) : a * a = 0 ↔ a = 0 := by
  constructor
  · intro h
    rcases Int.mul_eq_zero.mp h with h | h <;> exact h
  · rintro rfl
    rfl

theorem squares_equal (a b : Int) (h : a * a = b * b) : a = b ∨ a = -b := by
  have h' : (a + b) * (a - b) = 0 := by
    rw [difference_of_squares, h, Int.sub_self]
  rcases Int.mul_eq_zero.mp h' with k | k
  · right; omega
  · left; omega

theorem root_of_quadratic (x : Int) (h : x * x - 5 * x + 6 = 0) : x = 2 ∨ x = 3 := by
  have h' : (x - 2) * (x - 3) = 0 := by
    rw [Int.sub_mul, Int.mul_sub]
    omega
  rcases Int.mul_eq_zero.mp h' with k | k
  · left; omega
  · right; omega

theorem pow_three (a : Int) : a ^ 3 = a * a * a := by
  rw [Int.pow_succ, Int.pow_two]

theorem pow_add_two (a : Int) (n : Nat) : a ^ (n + 2) = a * a * a ^ n := by
  rw [Int.pow_add, Int.pow_two, Int.mul_comm]

theorem neg_one_pow_even (n : Nat) : (-1 : Int) ^ (2 * n) = 1 := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [Nat.mul_succ, Int.pow_add, ih]
    rfl

theorem neg_one_pow_odd (n : Nat) : (-1 : Int) ^ (2 * n + 1) = -1 := by
  rw [Int.pow_succ, neg_one_pow_even, Int.one_mul]

theorem pow_of_product (a b : Int) (n : Nat) : (a * b) ^ n = a ^ n * b ^ n := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [Int.pow_succ, ih, Int.pow_succ, Int.pow_succ]
    ac_rfl

theorem gauss (n : Nat) (s : Nat → Int) (h0 : s 0 = 0) (h : ∀ k : Nat, s (k + 1) = s k + (k + 1)) :
    2 * s n = n * (n + 1) := by
  induction n with
  | zero => rw [h0]; rfl
  | succ n ih =>
    have e : ((n : Int) + 1) * (n + 1 + 1) = n * (n + 1) + 2 * (n + 1) := by
      rw [Int.mul_comm, ← Int.add_mul, Int.add_assoc]
      rfl
    rw [h, Int.mul_add, ih, Int.natCast_succ, e]

theorem cast_of_sum (m n : Nat) : ((m + n : Nat) : Int) = (n : Int) + m := by
  rw [Int.natCast_add, Int.add_comm]

theorem cast_of_square (n : Nat) : ((n * n : Nat) : Int) = (n : Int) ^ 2 := by
  push_cast
  rw [Int.pow_two]

theorem cast_injective (m n : Nat) (h : (m : Int) + 1 = n + 1) : m = n := by
  have h' : (m : Int) = n := Int.add_right_cancel h
  exact_mod_cast h'

end Corpus.IntAlgebra
