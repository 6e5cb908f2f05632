prelude
import Init.Omega
/-! Further laws of division, remainders and divisibility of integers. -/
set_option linter.unusedVariables false
namespace Int

/-! ## Special divisors and dividends -/
@[simp] protected theorem ediv_one (a : Int) : a / 1 = a := by omega
@[simp] theorem emod_one (a : Int) : a % 1 = 0 := by omega
theorem ediv_minus_one (a : Int) : a / (-1) = -a := by rw [Int.ediv_neg, Int.ediv_one]
theorem emod_minus_one (a : Int) : a % (-1) = 0 := by rw [emod_neg, emod_one]
@[simp] protected theorem ediv_self {a : Int} (H : a ≠ 0) : a / a = 1 := by
  have := mul_ediv_cancel_left 1 H
  rw [Int.mul_one] at this; exact this
@[simp] theorem emod_self {a : Int} : a % a = 0 := by
  have := mul_emod_right a 1
  rw [Int.mul_one] at this; exact this
theorem emod_two_eq (x : Int) : x % 2 = 0 ∨ x % 2 = 1 := by omega
theorem emod_two_eq_zero_or_one (x : Int) : x % 2 = 0 ∨ x % 2 = 1 := emod_two_eq x
theorem add_emod_two_eq_zero_iff {m n : Int} : (m + n) % 2 = 0 ↔ m % 2 = n % 2 := by omega
theorem ediv_eq_zero_of_lt {a b : Int} (H1 : 0 ≤ a) (H2 : a < b) : a / b = 0 :=
  ediv_eq_of_emod_range (Int.lt_of_le_of_lt H1 H2) (r := a) (by rw [Int.mul_zero, Int.add_zero]) H1 H2
theorem emod_eq_of_lt {a b : Int} (H1 : 0 ≤ a) (H2 : a < b) : a % b = a := by
  rw [emod_def, ediv_eq_zero_of_lt H1 H2, Int.mul_zero, Int.sub_zero]
protected theorem ediv_emod_unique {a b r q : Int} (h : 0 < b) : a / b = q ∧ a % b = r ↔ r + b * q = a ∧ 0 ≤ r ∧ r < b := by
  constructor
  · intro ⟨hq, hr⟩
    subst hq hr
    exact ⟨emod_add_mul_ediv a b, emod_nonneg a (Int.ne_of_gt h), emod_lt_of_pos a h⟩
  · intro ⟨e, hr, hr'⟩
    have hq := ediv_eq_of_emod_range h e hr hr'
    refine ⟨hq, ?_⟩
    rw [emod_def, hq, ← e, Int.add_sub_cancel]

/-! ## Remainders of sums and products -/
@[simp] theorem emod_emod (a b : Int) : a % b % b = a % b := by
  conv => rhs; rw [← emod_add_mul_ediv a b, add_mul_emod_self_left]
theorem emod_emod_of_dvd (n : Int) {m k : Int} (h : m ∣ k) : n % k % m = n % m := by
  conv => rhs; rw [← mul_ediv_add_emod n k]
  rcases h with ⟨t, rfl⟩
  rw [Int.mul_assoc, Int.add_comm, add_mul_emod_self_left]
@[simp] theorem emod_add_emod (m n k : Int) : (m % n + k) % n = (m + k) % n := by
  conv => rhs; rw [← emod_add_mul_ediv m n, Int.add_right_comm, add_mul_emod_self_left]
@[simp] theorem add_emod_emod (m n k : Int) : (m + n % k) % k = (m + n) % k := by
  rw [Int.add_comm, emod_add_emod, Int.add_comm]
theorem add_emod (a b n : Int) : (a + b) % n = (a % n + b % n) % n := by rw [add_emod_emod, emod_add_emod]
@[simp] theorem add_emod_right (a b : Int) : (a + b) % b = a % b := by
  have := add_mul_emod_self_right a 1 b
  rw [Int.one_mul] at this; exact this
@[simp] theorem add_emod_left (a b : Int) : (a + b) % a = b % a := by rw [Int.add_comm, add_emod_right]
@[simp] theorem emod_sub_emod (m n k : Int) : (m % n - k) % n = (m - k) % n := emod_add_emod m n (-k)
@[simp] theorem sub_emod_emod (m n k : Int) : (m - n % k) % k = (m - n) % k := by
  conv => lhs; rw [← add_mul_emod_self_left (m - n % k) k (-(n / k)), Int.mul_neg, ← Int.sub_eq_add_neg, Int.sub_sub,
    emod_add_mul_ediv]
theorem sub_emod (a b n : Int) : (a - b) % n = (a % n - b % n) % n := by rw [emod_sub_emod, sub_emod_emod]
theorem mul_emod (a b n : Int) : a * b % n = a % n * (b % n) % n := by
  conv => lhs; rw [← emod_add_mul_ediv a n, ← emod_add_mul_ediv b n, Int.mul_add, Int.mul_left_comm, add_mul_emod_self_left,
    Int.add_mul, Int.mul_assoc, add_mul_emod_self_left]
@[simp] theorem emod_mul_emod (a b n : Int) : a % n * b % n = a * b % n := by rw [mul_emod, emod_emod, ← mul_emod]
@[simp] theorem mul_emod_emod (a b n : Int) : a * (b % n) % n = a * b % n := by rw [mul_emod, emod_emod, ← mul_emod]
theorem neg_emod_eq_sub_emod {a b : Int} : -a % b = (b - a) % b := by
  rw [Int.sub_eq_add_neg, Int.add_comm, add_emod_right]
@[simp] theorem neg_emod_two (i : Int) : -i % 2 = i % 2 := by omega
private theorem emod_eq_iff_dvd_sub {a b n : Int} : a % n = b % n ↔ n ∣ a - b := by
  constructor
  · intro h; apply dvd_of_emod_eq_zero; rw [sub_emod, h, Int.sub_self, zero_emod]
  · intro ⟨c, h⟩
    have : a = b + n * c := by rw [← h]; omega
    rw [this, add_mul_emod_self_left]
theorem emod_eq_emod_iff_emod_sub_eq_zero {m n k : Int} : m % n = k % n ↔ (m - k) % n = 0 :=
  emod_eq_iff_dvd_sub.trans dvd_iff_emod_eq_zero
theorem pow_emod (a : Int) (k : Nat) (n : Int) : a ^ k % n = (a % n) ^ k % n := by
  induction k with
  | zero => rfl
  | succ k ih => rw [Int.pow_succ, mul_emod, ih, Int.pow_succ, ← emod_emod a n, ← mul_emod, emod_emod]

/-! ## Quotients -/
theorem ediv_ediv {m n k : Int} (hn : 0 < n) (hk : 0 < k) : m / n / k = m / (n * k) := by
  symm
  refine ediv_eq_of_emod_range (Int.mul_pos hn hk) (r := m % n + n * (m / n % k)) ?_ ?_ ?_
  · rw [Int.mul_assoc, Int.add_assoc, ← Int.mul_add, emod_add_mul_ediv, emod_add_mul_ediv]
  · exact Int.add_nonneg (emod_nonneg m (Int.ne_of_gt hn)) (Int.mul_nonneg (Int.le_of_lt hn) (emod_nonneg _ (Int.ne_of_gt hk)))
  · have h1 := emod_lt_of_pos m hn
    have h2 := Int.mul_le_mul_of_nonneg_left (add_one_le_of_lt (emod_lt_of_pos (m / n) hk)) (Int.le_of_lt hn)
    rw [Int.mul_add, Int.mul_one] at h2
    omega
@[simp] theorem mul_ediv_mul_of_pos {a : Int} (b c : Int) (H : 0 < a) : a * b / (a * c) = b / c := by
  have pos : ∀ d : Int, 0 < d → a * b / (a * d) = b / d := fun d hd => by
    rw [← ediv_ediv H hd, mul_ediv_cancel_left b (Int.ne_of_gt H)]
  rcases Int.lt_trichotomy c 0 with h | h | h
  · have := pos (-c) (Int.neg_pos_of_neg h)
    rw [Int.mul_neg, Int.ediv_neg, Int.ediv_neg, Int.neg_inj] at this; exact this
  · rw [h, Int.mul_zero, Int.ediv_zero, Int.ediv_zero]
  · exact pos c h
theorem ediv_le_ediv {a b c : Int} (H : 0 < c) (H' : a ≤ b) : a / c ≤ b / c :=
  (le_ediv_iff_mul_le H).mpr (Int.le_trans (Int.mul_comm c _ ▸ mul_ediv_self_le (Int.ne_of_gt H)) H')
theorem ediv_le_self {a : Int} (b : Int) (Ha : 0 ≤ a) : a / b ≤ a := by
  rcases eq_ofNat_of_zero_le Ha with ⟨m, rfl⟩
  rcases natAbs_eq b with h | h <;> rw [h]
  · exact ofNat_le.mpr (Nat.div_le_self m _)
  · rw [Int.ediv_neg]
    have := natCast_nonneg (m / b.natAbs)
    rw [natCast_ediv] at this
    omega
theorem ediv_mul_le (a : Int) {b : Int} (H : b ≠ 0) : a / b * b ≤ a := Int.mul_comm b _ ▸ mul_ediv_self_le H
theorem lt_ediv_add_one_mul_self (a : Int) {b : Int} (H : 0 < b) : a < (a / b + 1) * b := by
  rw [Int.add_mul, Int.one_mul, Int.mul_comm]; exact lt_mul_ediv_self_add H
theorem ediv_lt_of_lt_mul {a b c : Int} (H : 0 < c) (H' : a < b * c) : a / c < b := (ediv_lt_iff_lt_mul H).mpr H'
theorem lt_mul_of_ediv_lt {a b c : Int} (H1 : 0 < c) (H2 : a / c < b) : a < b * c := (ediv_lt_iff_lt_mul H1).mp H2
protected theorem ediv_le_of_le_mul {a b c : Int} (H : 0 < c) (H' : a ≤ b * c) : a / c ≤ b :=
  le_of_lt_add_one (ediv_lt_of_lt_mul H (by rw [Int.add_mul, Int.one_mul]; omega))
theorem ediv_nonneg_iff_of_pos {a b : Int} (h : 0 < b) : 0 ≤ a / b ↔ 0 ≤ a := by
  rw [le_ediv_iff_mul_le h, Int.zero_mul]
theorem ediv_neg_of_neg_of_pos {a b : Int} (Ha : a < 0) (Hb : 0 < b) : a / b < 0 :=
  (ediv_lt_iff_lt_mul Hb).mpr (by rw [Int.zero_mul]; exact Ha)
theorem ediv_pos_of_pos_of_dvd {a b : Int} (H1 : 0 < a) (H2 : 0 ≤ b) (H3 : b ∣ a) : 0 < a / b := by
  rcases Int.lt_or_eq_of_le H2 with h | h
  · rw [Int.lt_iff_add_one_le, Int.zero_add, le_ediv_iff_mul_le h, Int.one_mul]
    rcases H3 with ⟨c, rfl⟩
    have hc := Int.pos_of_mul_pos_left H1 h
    have := Int.mul_le_mul_of_nonneg_left hc (Int.le_of_lt h)
    rw [Int.zero_add, Int.mul_one] at this; exact this
  · rw [← h] at H3; rw [zero_dvd.mp H3] at H1; exact absurd H1 (Int.lt_irrefl 0)
protected theorem mul_ediv_assoc (a : Int) : {b c : Int} → c ∣ b → a * b / c = a * (b / c)
  | _, c, ⟨d, rfl⟩ => by
    by_cases h : c = 0
    · rw [h, Int.ediv_zero, Int.ediv_zero, Int.mul_zero]
    · rw [Int.mul_left_comm, mul_ediv_cancel_left _ h, mul_ediv_cancel_left _ h]
protected theorem ediv_eq_of_eq_mul_right {a b c : Int} (H1 : b ≠ 0) (H2 : a = b * c) : a / b = c := by
  rw [H2, mul_ediv_cancel_left c H1]
protected theorem ediv_eq_of_eq_mul_left {a b c : Int} (H1 : b ≠ 0) (H2 : a = c * b) : a / b = c := by
  rw [H2, mul_ediv_cancel c H1]
protected theorem eq_ediv_of_mul_eq_right {a b c : Int} (H1 : a ≠ 0) (H2 : a * b = c) : b = c / a :=
  (Int.ediv_eq_of_eq_mul_right H1 H2.symm).symm
protected theorem eq_mul_of_ediv_eq_right {a b c : Int} (H1 : b ∣ a) (H2 : a / b = c) : a = b * c := by
  rw [← H2, Int.mul_ediv_cancel' H1]
protected theorem ediv_eq_iff_eq_mul_right {a b c : Int} (H : b ≠ 0) (H' : b ∣ a) : a / b = c ↔ a = b * c :=
  ⟨Int.eq_mul_of_ediv_eq_right H', Int.ediv_eq_of_eq_mul_right H⟩
theorem neg_ediv_of_dvd {a b : Int} : b ∣ a → -a / b = -(a / b)
  | ⟨c, e⟩ => by
    rw [e]
    by_cases h : b = 0
    · rw [h, Int.ediv_zero, Int.ediv_zero]; rfl
    · rw [← Int.mul_neg, mul_ediv_cancel_left _ h, mul_ediv_cancel_left _ h]
theorem natAbs_ediv_of_dvd {a b : Int} (h : b ∣ a) : (a / b).natAbs = a.natAbs / b.natAbs := by
  rcases h with ⟨c, rfl⟩
  by_cases z : b = 0
  · rw [z, Int.ediv_zero]; exact (Nat.div_zero _).symm
  · rw [mul_ediv_cancel_left c z, natAbs_mul, Nat.mul_div_cancel_left _ (natAbs_pos.mpr z)]

/-! ## Divisibility -/
theorem dvd_eq_true_of_mod_eq_zero {a b : Int} (h : (b % a == 0) = true) : (a ∣ b) = True :=
  eq_true (dvd_of_emod_eq_zero (of_decide_eq_true h))
theorem dvd_eq_false_of_mod_ne_zero {a b : Int} (h : (b % a != 0) = true) : (a ∣ b) = False := by
  refine eq_false fun k => ?_
  rw [emod_eq_zero_of_dvd k] at h; exact absurd h (by decide)
theorem le_of_dvd {a b : Int} (bpos : 0 < b) (H : a ∣ b) : a ≤ b := by
  rcases Int.lt_or_ge 0 a with h | h
  · rcases H with ⟨c, rfl⟩
    have := Int.mul_le_mul_of_nonneg_left (add_one_le_of_lt (Int.pos_of_mul_pos_left bpos h)) (Int.le_of_lt h)
    rw [Int.zero_add, Int.mul_one] at this; exact this
  · exact Int.le_trans h (Int.le_of_lt bpos)
theorem natAbs_le_of_dvd_ne_zero {s t : Int} (hmn : s ∣ t) (ht : t ≠ 0) : natAbs s ≤ natAbs t :=
  Nat.le_of_dvd (natAbs_pos.mpr ht) (natAbs_dvd_natAbs.mpr hmn)
theorem eq_one_of_dvd_one {a : Int} (H : 0 ≤ a) (H' : a ∣ 1) : a = 1 := by
  have h := le_of_dvd zero_lt_one H'
  by_cases z : a = 0
  · rw [z, zero_dvd] at H'; exact absurd H' (by decide)
  · omega
theorem dvd_antisymm {a b : Int} (H1 : 0 ≤ a) (H2 : 0 ≤ b) (h : a ∣ b) (k : b ∣ a) : a = b := by
  rcases eq_ofNat_of_zero_le H1 with ⟨m, rfl⟩; rcases eq_ofNat_of_zero_le H2 with ⟨n, rfl⟩
  exact congrArg _ (Nat.dvd_antisymm (ofNat_dvd.mp h) (ofNat_dvd.mp k))
protected theorem dvd_add_right {a b c : Int} (H : a ∣ b) : a ∣ b + c ↔ a ∣ c :=
  ⟨fun h => by have := Int.dvd_sub h H; rw [Int.add_sub_cancel_left] at this; exact this, Int.dvd_add H⟩
protected theorem dvd_add_left {a b c : Int} (H : a ∣ c) : a ∣ b + c ↔ a ∣ b := by rw [Int.add_comm]; exact Int.dvd_add_right H
theorem dvd_self_sub_of_emod_eq {a b c : Int} (h : a % b = c) : b ∣ a - c := ⟨a / b, by rw [← h, mul_ediv_self_eq]⟩
theorem dvd_sub_self_of_emod_eq {a b c : Int} (h : a % b = c) : b ∣ c - a := by
  rw [← Int.neg_sub, Int.dvd_neg]; exact dvd_self_sub_of_emod_eq h
protected theorem mul_dvd_mul {a b c d : Int} : a ∣ b → c ∣ d → a * c ∣ b * d
  | ⟨x, hx⟩, ⟨y, hy⟩ => ⟨x * y, by rw [hx, hy, Int.mul_assoc, Int.mul_assoc, Int.mul_left_comm x]⟩
protected theorem mul_dvd_mul_left (a : Int) {b c : Int} (h : b ∣ c) : a * b ∣ a * c := Int.mul_dvd_mul (Int.dvd_refl a) h
protected theorem mul_dvd_mul_right (a : Int) {b c : Int} (h : b ∣ c) : b * a ∣ c * a := Int.mul_dvd_mul h (Int.dvd_refl a)
theorem dvd_of_mul_dvd_mul_left {a m n : Int} (ha : a ≠ 0) (h : a * m ∣ a * n) : m ∣ n := by
  rcases h with ⟨c, e⟩
  rw [Int.mul_assoc] at e
  exact ⟨c, Int.eq_of_mul_eq_mul_left ha e⟩

/-! ## Division towards zero, division down, balanced remainder -/
@[simp] theorem tdiv_zero : (a : Int) → tdiv a 0 = 0
  | ofNat m => congrArg ofNat (Nat.div_zero m)
  | negSucc m => congrArg (fun k => -ofNat k) (Nat.div_zero (m + 1))
@[simp] theorem zero_tdiv : (b : Int) → tdiv 0 b = 0
  | ofNat n => congrArg ofNat (Nat.zero_div n)
  | negSucc n => congrArg (fun k => -ofNat k) (Nat.zero_div (n + 1))
theorem tdiv_eq_ediv_of_nonneg : {a : Int} → (b : Int) → 0 ≤ a → a.tdiv b = a / b
  | ofNat _, ofNat _, _ => rfl
  | ofNat _, negSucc _, _ => rfl
  | negSucc _, _, h => nomatch h
theorem tmod_eq_emod_of_nonneg : {a : Int} → (b : Int) → 0 ≤ a → a.tmod b = a % b
  | ofNat _, ofNat _, _ => rfl
  | ofNat _, negSucc _, _ => rfl
  | negSucc _, _, h => nomatch h
@[simp] protected theorem tdiv_neg : (a b : Int) → a.tdiv (-b) = -(a.tdiv b)
  | ofNat m, ofNat 0 => by show ofNat (m / 0) = -ofNat (m / 0); rw [Nat.div_zero]; rfl
  | negSucc m, ofNat 0 => by show -ofNat ((m + 1) / 0) = -(-ofNat ((m + 1) / 0)); rw [Nat.div_zero]; rfl
  | ofNat _, ofNat (_ + 1) => rfl
  | ofNat _, negSucc _ => (Int.neg_neg _).symm
  | negSucc _, ofNat (_ + 1) => (Int.neg_neg _).symm
  | negSucc _, negSucc _ => rfl
@[simp] protected theorem neg_tdiv : (a b : Int) → (-a).tdiv b = -(a.tdiv b)
  | ofNat 0, b => by show tdiv 0 b = -(tdiv 0 b); rw [zero_tdiv]; rfl
  | ofNat (_ + 1), ofNat _ => rfl
  | ofNat (_ + 1), negSucc _ => (Int.neg_neg _).symm
  | negSucc _, ofNat _ => (Int.neg_neg _).symm
  | negSucc _, negSucc _ => rfl
@[simp] theorem neg_tmod : (a b : Int) → (-a).tmod b = -(a.tmod b)
  | ofNat 0, ofNat n => by show ofNat (0 % n) = -ofNat (0 % n); rw [Nat.zero_mod]; rfl
  | ofNat 0, negSucc n => by show ofNat (0 % (n + 1)) = -ofNat (0 % (n + 1)); rw [Nat.zero_mod]; rfl
  | ofNat (_ + 1), ofNat _ => rfl
  | ofNat (_ + 1), negSucc _ => rfl
  | negSucc _, ofNat _ => (Int.neg_neg _).symm
  | negSucc _, negSucc _ => (Int.neg_neg _).symm
theorem tmod_add_mul_tdiv (a b : Int) : a.tmod b + b * a.tdiv b = a := by
  have nonneg : ∀ a : Int, 0 ≤ a → a.tmod b + b * a.tdiv b = a := fun a h => by
    rw [tmod_eq_emod_of_nonneg b h, tdiv_eq_ediv_of_nonneg b h, emod_add_mul_ediv]
  rcases Int.le_total 0 a with h | h
  · exact nonneg a h
  · have := nonneg (-a) (Int.neg_nonneg_of_nonpos h)
    rw [neg_tmod, Int.neg_tdiv, Int.mul_neg, ← Int.neg_add, Int.neg_inj] at this; exact this
theorem mul_tdiv_add_tmod (a b : Int) : b * a.tdiv b + a.tmod b = a := by rw [Int.add_comm, tmod_add_mul_tdiv]
theorem fdiv_eq_ediv_of_nonneg : (a : Int) → {b : Int} → 0 ≤ b → fdiv a b = a / b
  | ofNat 0, ofNat n, _ => congrArg ofNat (Nat.zero_div n).symm
  | ofNat (_ + 1), ofNat _, _ => rfl
  | negSucc _, ofNat 0, _ => rfl
  | negSucc _, ofNat (_ + 1), _ => rfl
  | _, negSucc _, h => nomatch h
theorem fmod_eq_emod_of_nonneg : (a : Int) → {b : Int} → 0 ≤ b → fmod a b = a % b
  | ofNat 0, ofNat n, _ => congrArg ofNat (Nat.zero_mod n).symm
  | ofNat (_ + 1), ofNat _, _ => rfl
  | negSucc _, ofNat _, _ => rfl
  | _, negSucc _, h => nomatch h
theorem bmod_def (x : Int) (m : Nat) : bmod x m = if x % m < (m + 1) / 2 then x % m else x % m - m := rfl
@[simp] theorem bmod_zero (x : Int) : bmod x 0 = x := by
  rw [bmod_def]; split
  · exact emod_zero x
  · exact (Int.sub_zero _).trans (emod_zero x)
theorem bmod_emod (x : Int) (m : Nat) : bmod x m % m = x % m := by
  rw [bmod_def]; split
  · exact emod_emod x m
  · rw [sub_emod, emod_self, Int.sub_zero, emod_emod, emod_emod]
theorem emod_bmod (x : Int) (m : Nat) : bmod (x % m) m = bmod x m := by rw [bmod_def, bmod_def, emod_emod]
theorem bmod_lt {x : Int} {m : Nat} (h : 0 < m) : bmod x m < (m + 1) / 2 := by
  have := emod_lt_of_pos x (ofNat_pos.mpr h)
  rw [bmod_def]; split <;> omega
theorem le_bmod {x : Int} {m : Nat} (h : 0 < m) : -(m / 2) ≤ bmod x m := by
  have := emod_nonneg x (Int.ne_of_gt (ofNat_pos.mpr h))
  rw [bmod_def]; split <;> omega

/-! ## Parity by absolute values, casts of minimum and maximum -/
@[simp, norm_cast] theorem natCast_min (a b : Nat) : ((min a b : Nat) : Int) = min (a : Int) b := Lean.Omega.Int.ofNat_min a b
@[simp, norm_cast] theorem natCast_max (a b : Nat) : ((max a b : Nat) : Int) = max (a : Int) b := Lean.Omega.Int.ofNat_max a b
@[simp, norm_cast] theorem natCast_ne_zero {n : Nat} : (n : Int) ≠ 0 ↔ n ≠ 0 := ofNat_ne_zero
@[norm_cast] private theorem natCast_ne {m n : Nat} : (m : Int) ≠ n ↔ m ≠ n := ⟨fun h e => h (e ▸ rfl), fun h e => h (Int.natCast_inj.mp e)⟩
theorem natAbs_add_le (a b : Int) : natAbs (a + b) ≤ natAbs a + natAbs b := by omega
theorem natAbs_sub_le (a b : Int) : natAbs (a - b) ≤ natAbs a + natAbs b := by omega
theorem natAbs_lt_natAbs_of_nonneg_of_lt {a b : Int} (w₁ : 0 ≤ a) (w₂ : a < b) : a.natAbs < b.natAbs := by omega
theorem toNat_add {a b : Int} (ha : 0 ≤ a) (hb : 0 ≤ b) : (a + b).toNat = a.toNat + b.toNat := by omega
theorem toNat_add_nat {a : Int} (ha : 0 ≤ a) (n : Nat) : (a + n).toNat = a.toNat + n := by omega
theorem toNat_eq_zero {n : Int} : n.toNat = 0 ↔ n ≤ 0 := by omega
theorem pos_iff_toNat_pos {n : Int} : 0 < n ↔ 0 < n.toNat := by omega
@[simp] theorem pred_toNat (i : Int) : (i - 1).toNat = i.toNat - 1 := by omega
protected theorem natCast_dvd_natCast {m n : Nat} : (m : Int) ∣ n ↔ m ∣ n := ofNat_dvd
end Int
