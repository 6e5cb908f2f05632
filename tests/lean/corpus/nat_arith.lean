/-! Addition, multiplication and powers of natural numbers. -/
namespace NatArith
theorem swap (a b c : Nat) : a + b + c = a + c + b := by rw [Nat.add_right_comm]
theorem shuffle (a b c d : Nat) : (a + b) + (c + d) = (a + c) + (b + d) := by
  simp [Nat.add_comm, Nat.add_left_comm]
theorem shuffle_mul (a b c d : Nat) : (a * b) * (c * d) = (a * c) * (b * d) := by
  simp [Nat.mul_comm, Nat.mul_left_comm]
theorem double (n : Nat) : n + n = 2 * n := by rw [Nat.two_mul]
theorem square_add (a b : Nat) : (a + b) * (a + b) = a * a + 2 * (a * b) + b * b := by
  rw [Nat.mul_add, Nat.add_mul, Nat.add_mul, Nat.two_mul, Nat.mul_comm b a]
  simp [Nat.add_assoc]
theorem square_add_pow (a b : Nat) : (a + b) ^ 2 = a ^ 2 + 2 * a * b + b ^ 2 := by
  rw [Nat.pow_two, Nat.pow_two, Nat.pow_two, square_add, Nat.mul_assoc]
theorem succ_mul_self (n : Nat) : (n + 1) * (n + 1) = n * n + 2 * n + 1 := by
  rw [Nat.mul_add, Nat.add_mul]
  simp [Nat.two_mul, Nat.add_assoc]
theorem mul_eq_zero_cases (a b : Nat) (h : a * b = 0) : a = 0 ∨ b = 0 := by
  simp at h
  exact h
theorem mul_left_cancel (a b c : Nat) (ha : a ≠ 0) (h : a * b = a * c) : b = c :=
  Nat.eq_of_mul_eq_mul_left (Nat.pos_of_ne_zero ha) h
theorem one_of_mul_one (a b : Nat) (h : a * b = 1) : a = 1 ∧ b = 1 := Nat.mul_eq_one_iff.mp h
theorem pow_add' (a m n : Nat) : a ^ (m + n) = a ^ m * a ^ n := by
  induction n with
  | zero => simp
  | succ n ih => rw [← Nat.add_assoc, Nat.pow_succ, ih, Nat.pow_succ, Nat.mul_assoc]
theorem pow_mul' (a m n : Nat) : a ^ (m * n) = (a ^ m) ^ n := Nat.pow_mul a m n
theorem mul_pow' (a b n : Nat) : (a * b) ^ n = a ^ n * b ^ n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Nat.pow_succ, Nat.pow_succ, Nat.pow_succ, ih, Nat.mul_mul_mul_comm]
theorem pow_pos' (a n : Nat) (h : 0 < a) : 0 < a ^ n := by
  induction n with
  | zero => simp
  | succ n ih => exact Nat.mul_pos ih h
theorem pow_mono (a m n : Nat) (ha : 0 < a) (h : m ≤ n) : a ^ m ≤ a ^ n := Nat.pow_le_pow_right ha h
theorem pow_strict (a n : Nat) (h : 1 < a) : a ^ n < a ^ (n + 1) := Nat.pow_lt_pow_succ h
theorem bernoulli (x n : Nat) : 1 + n * x ≤ (1 + x) ^ n := by
  induction n with
  | zero => simp
  | succ n ih =>
    rw [Nat.pow_succ, Nat.mul_add, Nat.mul_one, Nat.add_mul, Nat.one_mul, ← Nat.add_assoc]
    apply Nat.add_le_add ih
    exact Nat.le_mul_of_pos_left x (Nat.pow_pos (Nat.lt_add_right x Nat.one_pos))
def sumTo : Nat → Nat
  | 0 => 0
  | n + 1 => sumTo n + (n + 1)
theorem gauss (n : Nat) : 2 * sumTo n = n * (n + 1) := by
  induction n with
  | zero => rfl
  | succ n ih => rw [sumTo, Nat.mul_add, ih, ← Nat.add_mul, Nat.mul_comm]
def sumOdd : Nat → Nat
  | 0 => 0
  | n + 1 => sumOdd n + (2 * n + 1)
theorem sum_odd_square (n : Nat) : sumOdd n = n * n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [sumOdd, ih, succ_mul_self, ← Nat.add_assoc]
def sumSquares : Nat → Nat
  | 0 => 0
  | n + 1 => sumSquares n + (n + 1) * (n + 1)
def sumPow2 : Nat → Nat
  | 0 => 1
  | n + 1 => sumPow2 n + 2 ^ (n + 1)
theorem geometric (n : Nat) : sumPow2 n + 1 = 2 ^ (n + 1) := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [sumPow2, Nat.add_right_comm, ih, ← Nat.two_mul, Nat.pow_succ (n := n + 1), Nat.mul_comm]
def fact : Nat → Nat
  | 0 => 1
  | n + 1 => (n + 1) * fact n
theorem fact_pos (n : Nat) : 0 < fact n := by
  induction n with
  | zero => decide
  | succ n ih => exact Nat.mul_pos (Nat.succ_pos n) ih
theorem dvd_fact (n m : Nat) (h₀ : 0 < m) (h : m ≤ n) : m ∣ fact n := by
  induction n with
  | zero => exact absurd h (Nat.not_le_of_gt h₀)
  | succ n ih =>
    cases Nat.le_or_eq_of_le_succ h with
    | inl h => exact Nat.dvd_mul_left_of_dvd (ih h) (n + 1)
    | inr h =>
      rw [h]
      exact Nat.dvd_mul_right (n + 1) (fact n)
theorem fact_le (n : Nat) : fact n ≤ fact (n + 1) := Nat.le_mul_of_pos_left (fact n) (Nat.succ_pos n)
def fib : Nat → Nat
  | 0 => 0
  | 1 => 1
  | n + 2 => fib n + fib (n + 1)
theorem fib_mono (n : Nat) : fib n ≤ fib (n + 1) := by
  cases n with
  | zero => decide
  | succ n => exact Nat.le_add_left _ _
theorem fib_add_two (n : Nat) : fib (n + 2) = fib n + fib (n + 1) := rfl
theorem fib_lt_two_pow (n : Nat) : fib n < 2 ^ n := by
  induction n using fib.induct with
  | case1 => decide
  | case2 => decide
  | case3 n ih₁ ih₂ =>
    have h : fib n + fib (n + 1) < 2 ^ n + 2 ^ (n + 1) := Nat.add_lt_add ih₁ ih₂
    have k : 2 ^ n ≤ 2 ^ (n + 1) := Nat.pow_le_pow_right Nat.two_pos (Nat.le_succ n)
    rw [fib, Nat.two_pow_succ (n + 1)]
    exact Nat.lt_of_lt_of_le h (Nat.add_le_add_right k _)
def ack : Nat → Nat → Nat
  | 0, n => n + 1
  | m + 1, 0 => ack m 1
  | m + 1, n + 1 => ack m (ack (m + 1) n)
termination_by m n => (m, n)
theorem ack_pos (m n : Nat) : 0 < ack m n := by
  induction m generalizing n with
  | zero => rw [ack]; exact Nat.succ_pos n
  | succ m ihm =>
    cases n with
    | zero => rw [ack]; exact ihm 1
    | succ n => rw [ack]; exact ihm _
def even : Nat → Bool
  | 0 => true
  | n + 1 => !(even n)
theorem even_double (n : Nat) : even (2 * n) = true := by
  induction n with
  | zero => rfl
  | succ n ih => simp [Nat.mul_add, even, ih]
theorem even_add (m n : Nat) : even (m + n) = (even m == even n) := by
  induction n with
  | zero => cases h : even m <;> simp [even, h]
  | succ n ih =>
    rw [← Nat.add_assoc, even, ih, even]
    cases even m <;> cases even n <;> rfl
theorem no_square_two (n : Nat) : n * n ≠ 2 := by
  intro h
  match n, h with
  | 0, h => simp at h
  | 1, h => simp at h
  | n + 2, h =>
    have k : 2 * 2 ≤ (n + 2) * (n + 2) := Nat.mul_le_mul (Nat.le_add_left 2 n) (Nat.le_add_left 2 n)
    rw [h] at k
    exact absurd k (by decide)
theorem numeral : 2 ^ 10 + 10 * 100 - 24 = 2000 := by decide
theorem numeral_mod : 5 ^ 30 % 7 = 1 := by decide
theorem numeral_simp : (29 * 79 + 31 * 81) % 10 = 2 := by simp
theorem ac (a b c : Nat) : a * b + c = c + b * a := by rw [Nat.add_comm, Nat.mul_comm]
theorem two_ways (a b c : Nat) : (a + b) * c = c * b + c * a := by
  rw [Nat.add_mul, Nat.mul_comm a, Nat.mul_comm b, Nat.add_comm]
theorem calc_square (a b : Nat) (h : a = b + 1) : a * a = b * b + 2 * b + 1 := calc
  a * a = (b + 1) * (b + 1) := by rw [h]
  _ = b * b + 2 * b + 1 := succ_mul_self b
end NatArith
