/-! Division, remainder, divisibility and the greatest common divisor. -/
namespace NatDiv
theorem division (m n : Nat) : m = n * (m / n) + m % n := (Nat.div_add_mod m n).symm
theorem remainder_lt (m n : Nat) (h : 0 < n) : m % n < n := Nat.mod_lt m h
theorem even_or_odd (n : Nat) : ∃ k, n = 2 * k ∨ n = 2 * k + 1 := by
  induction n with
  | zero => exact ⟨0, Or.inl rfl⟩
  | succ n ih =>
    obtain ⟨k, h | h⟩ := ih
    · exact ⟨k, Or.inr (by rw [h])⟩
    · exact ⟨k + 1, Or.inl (by rw [h, Nat.mul_add])⟩
theorem mod_two (n : Nat) : n % 2 = 0 ∨ n % 2 = 1 := Nat.mod_two_eq_zero_or_one n
theorem mul_mod_self (a b : Nat) : a * b % a = 0 := by simp
theorem add_mul_mod (a b c : Nat) : (a + b * c) % b = a % b := by simp
theorem mod_mod_self (a b : Nat) : a % b % b = a % b := by simp
theorem div_lt (n : Nat) (h : 0 < n) : n / 2 < n := Nat.div_lt_self h (by decide)
theorem half_double (n : Nat) : 2 * n / 2 = n := by simp
theorem half_odd (n : Nat) : (2 * n + 1) / 2 = n := by
  rw [Nat.mul_add_div (by decide)]
  rfl
theorem div_mul_le (a b : Nat) : a / b * b ≤ a := Nat.div_mul_le_self a b
theorem div_div (a b c : Nat) : a / b / c = a / (b * c) := Nat.div_div_eq_div_mul a b c
theorem div_mono (a b c : Nat) (h : a ≤ b) : a / c ≤ b / c := Nat.div_le_div_right h
theorem add_div_same (a b : Nat) (h : 0 < b) : (a + b) / b = a / b + 1 := Nat.add_div_right a h
theorem dvd_trans (a b c : Nat) (h : a ∣ b) (k : b ∣ c) : a ∣ c := by
  obtain ⟨x, rfl⟩ := h
  obtain ⟨y, rfl⟩ := k
  exact ⟨x * y, Nat.mul_assoc a x y⟩
theorem dvd_add (a b c : Nat) (h : a ∣ b) (k : a ∣ c) : a ∣ b + c := by
  obtain ⟨x, rfl⟩ := h
  obtain ⟨y, rfl⟩ := k
  exact ⟨x + y, by rw [Nat.mul_add]⟩
theorem dvd_antisymm (a b : Nat) (h : a ∣ b) (k : b ∣ a) : a = b := Nat.dvd_antisymm h k
theorem dvd_sub (a b c : Nat) (h : a ∣ b) (k : a ∣ c) : a ∣ b - c := Nat.dvd_sub h k
theorem dvd_iff (a b : Nat) : a ∣ b ↔ b % a = 0 := Nat.dvd_iff_mod_eq_zero
theorem six_of_two_three (n : Nat) (h₂ : 2 ∣ n) (h₃ : 3 ∣ n) : 6 ∣ n := by
  have h : Nat.Coprime 2 3 := by decide
  exact h.mul_dvd_of_dvd_of_dvd h₂ h₃
theorem consecutive_even (n : Nat) : 2 ∣ n * (n + 1) := by
  cases Nat.two_dvd_or_two_dvd_add_one n with
  | inl h => exact Nat.dvd_mul_right_of_dvd h (n + 1)
  | inr h => exact Nat.dvd_mul_left_of_dvd h n
theorem not_dvd : ¬ 3 ∣ 10 := by decide
theorem dvd_literal : 18 ∣ 3744 := by decide
theorem three_dvd (n : Nat) : 3 ∣ n * n * n + 2 * n := by
  induction n with
  | zero => decide
  | succ n ih =>
    have h : (n + 1) * (n + 1) * (n + 1) + 2 * (n + 1) = n * n * n + 2 * n + 3 * (n * n + n + 1) := by
      simp +arith [Nat.mul_add, Nat.add_mul, Nat.mul_assoc]
    rw [h]
    exact Nat.dvd_add ih (Nat.dvd_mul_right 3 _)
theorem mod_cycle (n : Nat) (h : n % 5 = 3) : 2 * n % 5 = 1 := by
  rw [Nat.mul_mod, h]
theorem add_mod_zero (a b n : Nat) (h : a % n = 0) (k : b % n = 0) : (a + b) % n = 0 := by
  rw [Nat.add_mod, h, k]
  exact Nat.zero_mod n
theorem square_mod_four (n : Nat) : n * n % 4 = 0 ∨ n * n % 4 = 1 := by
  rw [Nat.mul_mod]
  have h : n % 4 < 4 := Nat.mod_lt n (by decide)
  revert h
  generalize n % 4 = r
  revert r
  decide
theorem pow_mod_nine (n : Nat) : 10 ^ n % 9 = 1 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Nat.pow_succ, Nat.mul_mod, ih]
theorem gcd_comm (m n : Nat) : Nat.gcd m n = Nat.gcd n m := Nat.gcd_comm m n
theorem gcd_self_mul (m n : Nat) : Nat.gcd m (m * n) = m := by simp
theorem gcd_dvd_sum (m n : Nat) : Nat.gcd m n ∣ m + n := Nat.dvd_add (Nat.gcd_dvd_left m n) (Nat.gcd_dvd_right m n)
theorem gcd_literal : Nat.gcd 180 168 = 12 := by decide
theorem gcd_succ_coprime (n : Nat) : Nat.gcd n (n + 1) = 1 := by simp
theorem imo_1959 (n : Nat) : Nat.gcd (21 * n + 4) (14 * n + 3) = 1 := by
  have h₁ : 21 * n + 4 = (7 * n + 1) + (14 * n + 3) := by simp +arith
  have h₂ : 14 * n + 3 = 1 + 2 * (7 * n + 1) := by simp +arith
  rw [h₁, Nat.gcd_add_self_left, h₂, Nat.gcd_add_mul_right_right, Nat.gcd_one_right]
theorem lcm_dvd (a b c : Nat) (h : a ∣ c) (k : b ∣ c) : Nat.lcm a b ∣ c := Nat.lcm_dvd h k
theorem gcd_lcm (a b : Nat) : Nat.gcd a b * Nat.lcm a b = a * b := by simp
theorem coprime_cancel (a b c : Nat) (h : Nat.Coprime a b) (k : a ∣ b * c) : a ∣ c := h.dvd_of_dvd_mul_left k
def Prime (p : Nat) : Prop := 2 ≤ p ∧ ∀ d, d ∣ p → d = 1 ∨ d = p
theorem prime_seven : Prime 7 := by
  refine ⟨by decide, fun d hd => ?_⟩
  have hle : d ≤ 7 := Nat.le_of_dvd (by decide) hd
  revert hd
  revert d
  decide
theorem exists_prime_factor (n : Nat) (h : 2 ≤ n) : ∃ p, Prime p ∧ p ∣ n := by
  induction n using Nat.strongRecOn with
  | ind n ih =>
    apply Classical.byCases (p := ∃ d, d ∣ n ∧ d ≠ 1 ∧ d ≠ n)
    · rintro ⟨d, hd, h1, hn⟩
      have hpos : 0 < n := Nat.lt_of_lt_of_le (by decide) h
      have hd0 : d ≠ 0 := fun e => Nat.ne_of_gt hpos (Nat.eq_zero_of_zero_dvd (e ▸ hd))
      have hlt : d < n := Nat.lt_of_le_of_ne (Nat.le_of_dvd hpos hd) hn
      have h2 : 2 ≤ d := Nat.lt_of_le_of_ne (Nat.pos_of_ne_zero hd0) (Ne.symm h1)
      obtain ⟨p, hp, hpd⟩ := ih d hlt h2
      exact ⟨p, hp, Nat.dvd_trans hpd hd⟩
    · intro hno
      refine ⟨n, ⟨h, fun d hd => ?_⟩, Nat.dvd_refl n⟩
      apply Classical.byContradiction
      intro hne
      simp only [not_or] at hne
      exact hno ⟨d, hd, hne.1, hne.2⟩
def digitSum : Nat → Nat → Nat
  | 0, _ => 0
  | fuel + 1, n => n % 10 + digitSum fuel (n / 10)
theorem digits_mod_nine (fuel n : Nat) (h : n ≤ fuel) : digitSum fuel n % 9 = n % 9 := by
  induction fuel generalizing n with
  | zero =>
    rw [Nat.eq_zero_of_le_zero h]
    rfl
  | succ fuel ih =>
    rw [digitSum]
    cases Nat.eq_zero_or_pos n with
    | inl h0 =>
      rw [h0, Nat.zero_mod, Nat.zero_div, Nat.zero_add]
      exact ih 0 (Nat.zero_le _)
    | inr hpos =>
      have hlt : n / 10 ≤ fuel := Nat.le_of_lt_succ (Nat.lt_of_lt_of_le (Nat.div_lt_self hpos (by decide)) h)
      rw [Nat.add_mod, ih _ hlt, ← Nat.add_mod]
      have e : n % 10 + 10 * (n / 10) = n % 10 + n / 10 + 9 * (n / 10) := by simp +arith
      rw [← Nat.add_mul_mod_self_left (n % 10 + n / 10) 9 (n / 10), ← e, Nat.mod_add_div]
end NatDiv
