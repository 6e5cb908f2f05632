/-! Finite types, bounded quantifiers and binary digits. -/
namespace NatFin
theorem fin_lt (n : Nat) (i : Fin n) : i.val < n := i.isLt
theorem fin_ext (n : Nat) (i j : Fin n) (h : i.val = j.val) : i = j := by
  ext
  exact h
theorem fin_add_comm (n : Nat) (i j : Fin n) : i + j = j + i := by rw [Fin.add_comm]
theorem fin_add_zero (n : Nat) (i : Fin (n + 1)) : i + 0 = i := by simp
theorem fin_literal : (7 : Fin 10) + 5 = 2 := by decide
theorem fin_literal_simp : (7 : Fin 10) * 3 = 1 := by simp
theorem fin_wrap : (10 : Fin 10) = 0 := rfl
theorem fin_two (i : Fin 2) : i = 0 ∨ i = 1 := by
  revert i
  decide
theorem fin_three (i : Fin 3) : i = 0 ∨ i = 1 ∨ i = 2 := by
  match i with
  | 0 => simp
  | 1 => simp
  | 2 => simp
theorem fin_cases (n : Nat) (i : Fin (n + 1)) : i = 0 ∨ ∃ j : Fin n, i = j.succ := by
  cases i using Fin.cases with
  | zero => exact Or.inl rfl
  | succ j => exact Or.inr ⟨j, rfl⟩
theorem fin_last (n : Nat) (i : Fin (n + 1)) : i ≤ Fin.last n := Fin.le_last i
theorem fin_rev (n : Nat) (i : Fin n) : i.rev.rev = i := by simp
theorem succ_injective (n : Nat) (i j : Fin n) (h : i.succ = j.succ) : i = j := by
  simp at h
  exact h
theorem forall_two (p : Fin 2 → Prop) : (∀ i, p i) ↔ p 0 ∧ p 1 := Fin.forall_fin_two
theorem empty (P : Fin 0 → Prop) : ∀ i, P i := fun i => i.elim0
theorem not_surjective_pred : ¬ ∃ i : Fin 5, i.val = 5 := by decide
theorem table : ∀ i j : Fin 6, i * j = j * i := by decide
theorem squares_mod_five : ∀ i : Fin 5, i * i = 0 ∨ i * i = 1 ∨ i * i = 4 := by decide
theorem bounded_forall : ∀ n, n < 30 → n * n < 900 := by decide
theorem bounded_exists : ∃ n, n < 50 ∧ n * n = 1764 := by decide
theorem bounded_le : ∀ n ≤ 20, n % 3 < 3 := by decide
theorem no_root : ¬ ∃ n, n < 20 ∧ n * n = 200 := by decide
theorem sum_of_squares : ∃ a, a < 10 ∧ ∃ b, b < 10 ∧ a * a + b * b = 65 := by decide
theorem and_comm (a b : Nat) : a &&& b = b &&& a := Nat.and_comm a b
theorem or_self (a : Nat) : a ||| a = a := by simp
theorem xor_self (a : Nat) : a ^^^ a = 0 := by simp
theorem shift_is_mul (a n : Nat) : a <<< n = a * 2 ^ n := Nat.shiftLeft_eq a n
theorem shift_is_div (a n : Nat) : a >>> n = a / 2 ^ n := Nat.shiftRight_eq_div_pow a n
theorem mask (a : Nat) : a &&& (2 ^ 8 - 1) = a % 2 ^ 8 := Nat.and_two_pow_sub_one_eq_mod a 8
theorem bits_determine (a b : Nat) (h : ∀ i, a.testBit i = b.testBit i) : a = b := Nat.eq_of_testBit_eq h
theorem log2_literal : Nat.log2 1000 = 9 := by decide
theorem log2_pow (n : Nat) : Nat.log2 (2 ^ n) = n := by simp
def prefixSum (f : Nat → Nat) : Nat → Nat
  | 0 => 0
  | n + 1 => prefixSum f n + f n
theorem prefixSum_add (f g : Nat → Nat) (n : Nat) : prefixSum (fun i => f i + g i) n = prefixSum f n + prefixSum g n := by
  induction n with
  | zero => rfl
  | succ n ih => simp [prefixSum, ih, Nat.add_assoc, Nat.add_left_comm]
theorem prefixSum_const (c n : Nat) : prefixSum (fun _ => c) n = n * c := by
  induction n with
  | zero => simp [prefixSum]
  | succ n ih => simp [prefixSum, ih, Nat.add_mul]
theorem prefixSum_mono (f g : Nat → Nat) (h : ∀ i, f i ≤ g i) (n : Nat) : prefixSum f n ≤ prefixSum g n := by
  induction n with
  | zero => exact Nat.le_refl 0
  | succ n ih => exact Nat.add_le_add ih (h n)
end NatFin
