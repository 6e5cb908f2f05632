/-! Integers: division, remainders, divisibility, congruences. -/
namespace Corpus.IntDiv

theorem even_or_odd (a : Int) : (∃ k, a = 2 * k) ∨ (∃ k, a = 2 * k + 1) := by
  rcases Int.emod_two_eq a with h | h
  · left; exact ⟨a / 2, by omega⟩
  · right; exact ⟨a / 2, by omega⟩

theorem not_even_and_odd (a : Int) (h : 2 ∣ a) (k : 2 ∣ a + 1) : False := by
  omega

theorem product_of_consecutive (a : Int) : 2 ∣ a * (a + 1) := by
  rcases even_or_odd a with ⟨k, h⟩ | ⟨k, h⟩
  · rw [h, Int.mul_assoc]
    exact Int.dvd_mul_right 2 _
  · have e : a + 1 = 2 * (k + 1) := by omega
    rw [e, Int.mul_left_comm]
    exact Int.dvd_mul_right 2 _

theorem square_mod_four (a : Int) : a * a % 4 = 0 ∨ a * a % 4 = 1 := by
  rcases even_or_odd a with ⟨k, rfl⟩ | ⟨k, rfl⟩
  · left
    rw [Int.mul_assoc, Int.mul_left_comm k]
    omega
  · right
    have e : (2 * k + 1) * (2 * k + 1) = 4 * (k * k) + 4 * k + 1 := by
      rw [Int.add_mul, Int.mul_add, Int.mul_assoc, Int.mul_left_comm k]
      omega
    rw [e]
    omega

theorem square_mod_three (a : Int) : a * a % 3 = 0 ∨ a * a % 3 = 1 := by
  have h : a % 3 = 0 ∨ a % 3 = 1 ∨ a % 3 = 2 := by omega
  rw [Int.mul_emod]
  rcases h with h | h | h <;> rw [h] <;> decide

theorem not_sum_of_two_squares (a b c : Int) (h : a * a + b * b = 4 * c + 3) : False := by
  have ha := square_mod_four a
  have hb := square_mod_four b
  omega

theorem cube_mod_seven (a : Int) : a * a * a % 7 = 0 ∨ a * a * a % 7 = 1 ∨ a * a * a % 7 = 6 := by
  have h : a % 7 = 0 ∨ a % 7 = 1 ∨ a % 7 = 2 ∨ a % 7 = 3 ∨ a % 7 = 4 ∨ a % 7 = 5 ∨ a % 7 = 6 := by omega
  rw [Int.mul_emod, Int.mul_emod a a]
  rcases h with h | h | h | h | h | h | h <;> rw [h] <;> decide

theorem dvd_linear (d a b x y : Int) (h : d ∣ a) (k : d ∣ b) : d ∣ a * x + b * y := by
  apply Int.dvd_add
  · exact Int.dvd_mul_of_dvd_left h x
  · exact Int.dvd_mul_of_dvd_left k y

theorem dvd_of_dvd_sum (d a b : Int) (h : d ∣ a + b) (k : d ∣ a) : d ∣ b := by
  have e : b = a + b - a := by omega
  rw [e]
  exact Int.dvd_sub h k

theorem dvd_neg_left (a b : Int) (h : -a ∣ b) : a ∣ b := by
  rcases h with ⟨c, rfl⟩
  exact ⟨-c, by rw [Int.neg_mul_comm]⟩

theorem zero_dvd_only_zero (a : Int) (h : 0 ∣ a) : a = 0 := by
  rcases h with ⟨c, rfl⟩
  exact Int.zero_mul c

theorem congr_add (a b c d n : Int) (h : n ∣ a - b) (k : n ∣ c - d) : n ∣ a + c - (b + d) := by
  have e : a + c - (b + d) = (a - b) + (c - d) := by omega
  rw [e]
  exact Int.dvd_add h k

theorem congr_mul (a b c d n : Int) (h : n ∣ a - b) (k : n ∣ c - d) : n ∣ a * c - b * d := by
  have e : a * c - b * d = (a - b) * c + b * (c - d) := by
    rw [Int.sub_mul, Int.mul_sub]
    omega
  rw [e]
  apply Int.dvd_add
  · exact Int.dvd_mul_of_dvd_left h c
  · exact Int.dvd_mul_of_dvd_right k b

theorem emod_of_sum (a b n : Int) (h : a % n = 0) (k : b % n = 0) : (a + b) % n = 0 := by
  rw [Int.add_emod, h, k]
  simp

theorem emod_of_multiple (a n : Int) : (a * n) % n = 0 := by
  exact Int.mul_emod_left a n

theorem division_unique (a b q r : Int) (hb : 0 < b) (h : a = b * q + r) (h0 : 0 ≤ r) (h1 : r < b) : q = a / b ∧ r = a % b := by
  have u := (Int.ediv_emod_unique hb (a := a) (r := r) (q := q)).mpr ⟨by omega, h0, h1⟩
  exact ⟨u.1.symm, u.2.symm⟩

theorem ediv_of_negative (a b : Int) (h : a < 0) (k : 0 < b) : a / b < 0 := by
  exact Int.ediv_neg_of_neg_of_pos h k

theorem ten_power_mod_nine (n : Nat) : (10 : Int) ^ n % 9 = 1 := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [Int.pow_succ, Int.mul_emod, ih]
    rfl

theorem three_divides_cube_minus (a : Int) : 3 ∣ a * a * a - a := by
  have h : a % 3 = 0 ∨ a % 3 = 1 ∨ a % 3 = 2 := by omega
  apply Int.dvd_of_emod_eq_zero
  rw [Int.sub_emod, Int.mul_emod, Int.mul_emod a a]
  rcases h with h | h | h <;> rw [h] <;> decide

theorem gcd_divides_combination (a b x y : Int) : (Int.gcd a b : Int) ∣ a * x + b * y := by
  exact dvd_linear _ a b x y (Int.gcd_dvd_left a b) (Int.gcd_dvd_right a b)

theorem coprime_of_combination (a b x y : Int) (h : a * x + b * y = 1) : Int.gcd a b = 1 := by
  have d := gcd_divides_combination a b x y
  rw [h] at d
  have e := Int.eq_one_of_dvd_one (Int.natCast_nonneg _) d
  exact_mod_cast e

theorem coins (n : Int) (h : 8 ≤ n) : ∃ a b : Int, 0 ≤ a ∧ 0 ≤ b ∧ n = 3 * a + 5 * b := by
  have r : n % 3 = 0 ∨ n % 3 = 1 ∨ n % 3 = 2 := by omega
  rcases r with r | r | r
  · exact ⟨n / 3, 0, by omega, by omega, by omega⟩
  · exact ⟨(n - 10) / 3, 2, by omega, by omega, by omega⟩
  · exact ⟨(n - 5) / 3, 1, by omega, by omega, by omega⟩

theorem bmod_is_congruent (x : Int) (m : Nat) : (m : Int) ∣ x - Int.bmod x m := by
  exact Int.dvd_sub_bmod x m

end Corpus.IntDiv
