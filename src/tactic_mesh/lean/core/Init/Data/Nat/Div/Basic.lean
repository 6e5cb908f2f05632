prelude
import Init.Data.Nat.Sub
/-! Natural numbers: division and remainder with their defining equations, and divisibility.
The kernel computes `Nat.div` and `Nat.mod` on literals by itself; `Nat.div_eq` and `Nat.mod_eq` say that
these definitions are the functions it computes. -/
universe u
namespace Nat
/-- Division by repeated subtraction; the first argument bounds the number of steps. -/
def div.go : Nat → Nat → Nat → Nat
  | 0, _, _ => 0
  | fuel + 1, x, y => if 0 < y ∧ y ≤ x then div.go fuel (x - y) y + 1 else 0
@[extern "lean_nat_div"] protected def div (x y : @& Nat) : Nat := div.go x x y
instance instDiv : Div Nat := ⟨Nat.div⟩
set_option bootstrap.genMatcherCode false in
@[extern "lean_nat_mod"] protected def mod : (@& Nat) → (@& Nat) → Nat
  | 0, _ => 0
  | n + 1, m => if m ≤ n + 1 then n + 1 - m * ((n + 1) / m) else n + 1
instance instMod : Mod Nat := ⟨Nat.mod⟩
instance instDvd : Dvd Nat := ⟨fun a b => ∃ c, b = a * c⟩

/-! ### Defining equations -/

theorem div_rec_lemma {x y : Nat} (h : 0 < y ∧ y ≤ x) : x - y < x := sub_lt (Nat.lt_of_lt_of_le h.1 h.2) h.1
theorem div.go_fuel : ∀ {f g x : Nat} (y : Nat), x ≤ f → x ≤ g → div.go f x y = div.go g x y
  | 0, 0, _, _, _, _ => rfl
  | 0, g + 1, x, y, h, _ => by
    rw [div.go, div.go, if_neg]
    exact fun ⟨a, b⟩ => Nat.not_le_of_gt a (Nat.le_trans b h)
  | f + 1, 0, x, y, _, h => by
    rw [div.go, div.go, if_neg]
    exact fun ⟨a, b⟩ => Nat.not_le_of_gt a (Nat.le_trans b h)
  | f + 1, g + 1, x, y, h, k => by
    rw [div.go, div.go]
    by_cases c : 0 < y ∧ y ≤ x
    · have l := div_rec_lemma c
      rw [if_pos c, if_pos c, div.go_fuel y (le_of_lt_succ (Nat.lt_of_lt_of_le l h)) (le_of_lt_succ (Nat.lt_of_lt_of_le l k))]
    · rw [if_neg c, if_neg c]
theorem div_eq (x y : Nat) : x / y = if 0 < y ∧ y ≤ x then (x - y) / y + 1 else 0 := by
  show div.go x x y = if 0 < y ∧ y ≤ x then div.go (x - y) (x - y) y + 1 else 0
  rw [div.go_fuel y (Nat.le_refl x) (le_succ x), div.go, div.go_fuel y (sub_le x y) (Nat.le_refl (x - y))]
@[simp] protected theorem div_zero (b : Nat) : b / 0 = 0 := by
  rw [div_eq, if_neg]; exact fun h => Nat.lt_irrefl 0 h.1
theorem div_eq_of_lt {a b : Nat} (h : a < b) : a / b = 0 := by
  rw [div_eq, if_neg]; exact fun k => Nat.not_le_of_gt h k.2
@[simp] protected theorem zero_div (b : Nat) : 0 / b = 0 := rfl
theorem div_eq_sub_div {a b : Nat} (h₁ : 0 < b) (h₂ : b ≤ a) : a / b = (a - b) / b + 1 := by
  rw [div_eq a, if_pos ⟨h₁, h₂⟩]
theorem div_inductionOn' {motive : Nat → Nat → Prop} (x y : Nat)
    (ind : ∀ x y, 0 < y ∧ y ≤ x → motive (x - y) y → motive x y)
    (base : ∀ x y, ¬(0 < y ∧ y ≤ x) → motive x y) : motive x y := by
  refine Nat.strongRecOn' (motive := fun x => motive x y) x fun x ih => ?_
  by_cases h : 0 < y ∧ y ≤ x
  · exact ind x y h (ih (x - y) (div_rec_lemma h))
  · exact base x y h
noncomputable def div.inductionOn {motive : Nat → Nat → Sort u} (x y : Nat)
    (ind : ∀ x y, 0 < y ∧ y ≤ x → motive (x - y) y → motive x y)
    (base : ∀ x y, ¬(0 < y ∧ y ≤ x) → motive x y) : motive x y :=
  Nat.strongRecOn (motive := fun x => motive x y) x fun x ih =>
    if h : 0 < y ∧ y ≤ x then ind x y h (ih (x - y) (div_rec_lemma h)) else base x y h
noncomputable def mod.inductionOn {motive : Nat → Nat → Sort u} (x y : Nat)
    (ind : ∀ x y, 0 < y ∧ y ≤ x → motive (x - y) y → motive x y)
    (base : ∀ x y, ¬(0 < y ∧ y ≤ x) → motive x y) : motive x y := div.inductionOn x y ind base
theorem mul_div_le (m n : Nat) : n * (m / n) ≤ m := by
  refine div_inductionOn' (motive := fun m n => n * (m / n) ≤ m) m n (fun m n h ih => ?_) fun m n h => ?_
  · rw [div_eq_sub_div h.1 h.2, mul_add_one]
    exact add_le_of_le_sub h.2 ih
  · rw [div_eq, if_neg h]; exact zero_le m
theorem mod_def (m k : Nat) : m % k = m - k * (m / k) := by
  cases m with
  | zero => exact (Nat.zero_sub _).symm
  | succ n =>
    show (if k ≤ n + 1 then n + 1 - k * ((n + 1) / k) else n + 1) = _
    by_cases h : k ≤ n + 1
    · rw [if_pos h]
    · rw [if_neg h, div_eq_of_lt (Nat.lt_of_not_le h)]; rfl
theorem mod_eq (x y : Nat) : x % y = if 0 < y ∧ y ≤ x then (x - y) % y else x := by
  by_cases h : 0 < y ∧ y ≤ x
  · rw [if_pos h, mod_def, mod_def, div_eq_sub_div h.1 h.2, mul_add_one, Nat.add_comm, sub_add_eq]
  · rw [if_neg h, mod_def, div_eq, if_neg h]; rfl
@[simp] theorem mod_zero (a : Nat) : a % 0 = a := by
  rw [mod_eq, if_neg]; exact fun h => Nat.lt_irrefl 0 h.1
theorem mod_eq_of_lt {a b : Nat} (h : a < b) : a % b = a := by
  rw [mod_eq, if_neg]; exact fun k => Nat.not_le_of_gt h k.2
theorem mod_eq_sub_mod {a b : Nat} (h : a ≥ b) : a % b = (a - b) % b := by
  rcases Nat.eq_zero_or_pos b with rfl | hb
  · rfl
  · rw [mod_eq a, if_pos ⟨hb, h⟩]
theorem mod_lt (x : Nat) {y : Nat} (h : y > 0) : x % y < y := by
  refine div_inductionOn' (motive := fun x y => y > 0 → x % y < y) x y (fun x y h ih k => ?_) (fun x y h k => ?_) h
  · rw [mod_eq_sub_mod h.2]; exact ih k
  · rw [mod_eq, if_neg h]; exact Nat.lt_of_not_le fun l => h ⟨k, l⟩
theorem div_add_mod (m n : Nat) : n * (m / n) + m % n = m := by
  rw [mod_def, Nat.add_sub_cancel' (mul_div_le m n)]
theorem mod_add_div (m k : Nat) : m % k + k * (m / k) = m := by rw [Nat.add_comm, div_add_mod]
theorem div_add_mod' (a b : Nat) : a / b * b + a % b = a := by rw [Nat.mul_comm, div_add_mod]
theorem mod_add_div' (a b : Nat) : a % b + a / b * b = a := by rw [Nat.mul_comm, mod_add_div]
theorem mod_eq_sub_mul_div {x k : Nat} : x % k = x - k * (x / k) := mod_def x k
theorem mod_eq_sub_div_mul {x k : Nat} : x % k = x - x / k * k := by rw [mod_def, Nat.mul_comm]
theorem mod_eq_sub (x w : Nat) : x % w = x - w * (x / w) := mod_def x w
/-- Quotient and remainder are determined by the division equation. -/
protected theorem div_mod_unique {n k m d : Nat} (h : 0 < k) : n / k = d ∧ n % k = m ↔ m + k * d = n ∧ m < k := by
  refine ⟨fun ⟨e₁, e₂⟩ => e₁ ▸ e₂ ▸ ⟨mod_add_div n k, mod_lt n h⟩, fun ⟨e, l⟩ => ?_⟩
  subst e
  induction d with
  | zero => exact ⟨div_eq_of_lt l, mod_eq_of_lt l⟩
  | succ d ih =>
    have hk : k ≤ m + k * (d + 1) := le_add_left_of_le (le_add_left k (k * d))
    rw [div_eq_sub_div h hk, mod_eq_sub_mod hk, mul_add_one, ← Nat.add_assoc, Nat.add_sub_cancel]
    obtain ⟨e, r⟩ := ih ⟨rfl, l⟩
    exact ⟨congrArg succ e, r⟩

/-! ### Remainders -/

@[simp] theorem zero_mod (b : Nat) : 0 % b = 0 := rfl
@[simp] theorem mod_self (n : Nat) : n % n = 0 := by rw [mod_eq_sub_mod (Nat.le_refl n), Nat.sub_self, zero_mod]
@[simp] theorem mod_one (x : Nat) : x % 1 = 0 := lt_one_iff.mp (mod_lt x Nat.zero_lt_one)
theorem mod_le (x y : Nat) : x % y ≤ x := by rw [mod_def]; exact sub_le _ _
theorem mod_lt_of_lt {a b c : Nat} (h : a < c) : a % b < c := Nat.lt_of_le_of_lt (mod_le a b) h
@[simp] theorem add_mod_right (x z : Nat) : (x + z) % z = x % z := by
  rw [mod_eq_sub_mod (le_add_left z x), Nat.add_sub_cancel]
@[simp] theorem add_mod_left (x z : Nat) : (x + z) % x = z % x := by rw [Nat.add_comm, add_mod_right]
@[simp] theorem add_mul_mod_self_left (x y z : Nat) : (x + y * z) % y = x % y := by
  induction z with
  | zero => rfl
  | succ z ih => rw [mul_add_one, ← Nat.add_assoc, add_mod_right, ih]
@[simp] theorem mul_add_mod_self_left (a b c : Nat) : (a * b + c) % a = c % a := by rw [Nat.add_comm, add_mul_mod_self_left]
@[simp] theorem add_mul_mod_self_right (x y z : Nat) : (x + y * z) % z = x % z := by
  rw [Nat.mul_comm, add_mul_mod_self_left]
@[simp] theorem mul_add_mod_self_right (a b c : Nat) : (a * b + c) % b = c % b := by rw [Nat.add_comm, add_mul_mod_self_right]
@[simp] theorem mul_mod_right (m n : Nat) : m * n % m = 0 := by
  have h := add_mul_mod_self_left 0 m n
  rw [Nat.zero_add] at h; exact h
@[simp] theorem mul_mod_left (m n : Nat) : m * n % n = 0 := by rw [Nat.mul_comm, mul_mod_right]
@[simp] theorem mod_mod (a n : Nat) : a % n % n = a % n := by
  rcases Nat.eq_zero_or_pos n with rfl | h
  · rw [mod_zero]
  · exact mod_eq_of_lt (mod_lt a h)
@[simp] theorem mod_add_mod (m n k : Nat) : (m % n + k) % n = (m + k) % n := by
  have h : m + k = m % n + k + n * (m / n) := by rw [Nat.add_right_comm, mod_add_div]
  rw [h, add_mul_mod_self_left]
@[simp] theorem add_mod_mod (m n k : Nat) : (m + n % k) % k = (m + n) % k := by
  rw [Nat.add_comm, mod_add_mod, Nat.add_comm]
theorem add_mod (a b n : Nat) : (a + b) % n = (a % n + b % n) % n := by rw [mod_add_mod, add_mod_mod]
@[simp] theorem mod_mul_mod (a b c : Nat) : a % c * b % c = a * b % c := by
  have h : a * b = a % c * b + c * (a / c * b) := by rw [← Nat.mul_assoc, ← Nat.add_mul, mod_add_div]
  rw [h, add_mul_mod_self_left]
@[simp] theorem mul_mod_mod (a b c : Nat) : a * (b % c) % c = a * b % c := by
  rw [Nat.mul_comm, mod_mul_mod, Nat.mul_comm]
theorem mul_mod (a b n : Nat) : a * b % n = a % n * (b % n) % n := by rw [mod_mul_mod, mul_mod_mod]
theorem mul_mod_mul_left (z x y : Nat) : z * x % (z * y) = z * (x % y) := by
  refine div_inductionOn' (motive := fun x y => z * x % (z * y) = z * (x % y)) x y (fun x y h ih => ?_) fun x y h => ?_
  · rw [mod_eq_sub_mod h.2, ← ih, Nat.mul_sub, mod_eq_sub_mod (Nat.mul_le_mul_left z h.2)]
  · rw [mod_eq x, if_neg h]
    rcases Nat.eq_zero_or_pos z with rfl | hz
    · rw [Nat.zero_mul, Nat.zero_mul, mod_zero]
    · rcases Nat.eq_zero_or_pos y with rfl | hy
      · rw [Nat.mul_zero, mod_zero]
      · exact mod_eq_of_lt (Nat.mul_lt_mul_of_pos_left (Nat.lt_of_not_le fun l => h ⟨hy, l⟩) hz)
theorem mul_mod_mul_right (z x y : Nat) : x * z % (y * z) = x % y * z := by
  rw [Nat.mul_comm x, Nat.mul_comm y, Nat.mul_comm (x % y), mul_mod_mul_left]
theorem mod_two_eq_zero_or_one (n : Nat) : n % 2 = 0 ∨ n % 2 = 1 :=
  (Nat.lt_or_eq_of_le (le_of_lt_succ (mod_lt n Nat.two_pos))).elim (fun h => .inl (lt_one_iff.mp h)) .inr
@[simp] theorem mod_two_ne_zero {n : Nat} : ¬n % 2 = 0 ↔ n % 2 = 1 := by
  rcases mod_two_eq_zero_or_one n with h | h <;> rw [h] <;> decide
@[simp] theorem mod_two_ne_one {n : Nat} : ¬n % 2 = 1 ↔ n % 2 = 0 := by
  rcases mod_two_eq_zero_or_one n with h | h <;> rw [h] <;> decide
theorem mod_two_not_eq_zero {n : Nat} : ¬n % 2 = 0 ↔ n % 2 = 1 := mod_two_ne_zero
theorem mod_two_not_eq_one {n : Nat} : ¬n % 2 = 1 ↔ n % 2 = 0 := mod_two_ne_one

/-! ### Quotients -/

@[simp] protected theorem div_one (n : Nat) : n / 1 = n := by
  have h := div_add_mod n 1
  rw [mod_one, Nat.one_mul, Nat.add_zero] at h; exact h
theorem le_div_iff_mul_le {x y k : Nat} (k0 : 0 < k) : x ≤ y / k ↔ x * k ≤ y := by
  constructor
  · intro h
    exact Nat.le_trans (Nat.mul_le_mul_right k h) (Nat.mul_comm k _ ▸ mul_div_le y k)
  · intro h
    refine Nat.le_of_not_lt fun l => ?_
    have e := Nat.mul_le_mul_left k (succ_le_of_lt l)
    rw [succ_eq_add_one, mul_add_one, Nat.mul_comm k x] at e
    refine Nat.lt_irrefl y (Nat.lt_of_lt_of_le ?_ (Nat.le_trans e h))
    have r := Nat.add_lt_add_left (mod_lt y k0) (k * (y / k))
    rw [div_add_mod] at r; exact r
protected theorem div_lt_iff_lt_mul {x y k : Nat} (Hk : 0 < k) : x / k < y ↔ x < y * k :=
  ⟨fun h => Nat.lt_of_not_le fun l => Nat.not_le_of_gt h ((le_div_iff_mul_le Hk).mpr l),
   fun h => Nat.lt_of_not_le fun l => Nat.not_le_of_gt h ((le_div_iff_mul_le Hk).mp l)⟩
theorem div_mul_le_self (m n : Nat) : m / n * n ≤ m := Nat.mul_comm n _ ▸ mul_div_le m n
theorem div_le_self (n k : Nat) : n / k ≤ n := by
  rcases Nat.eq_zero_or_pos k with rfl | h
  · rw [Nat.div_zero]; exact zero_le n
  · exact Nat.le_trans (le_mul_of_pos_right _ h) (div_mul_le_self n k)
theorem div_lt_self {n k : Nat} (hLtN : 0 < n) (hLtK : 1 < k) : n / k < n := by
  rw [Nat.div_lt_iff_lt_mul (Nat.lt_trans Nat.zero_lt_one hLtK)]
  have h := Nat.mul_lt_mul_of_pos_left hLtK hLtN
  rw [Nat.mul_one] at h; exact h
theorem div_lt_of_lt {a b c : Nat} (h : a < c) : a / b < c := Nat.lt_of_le_of_lt (div_le_self a b) h
theorem div_lt_of_lt_mul {m n k : Nat} (h : m < n * k) : m / n < k :=
  (Nat.div_lt_iff_lt_mul (Nat.pos_of_mul_pos_right (zero_lt_of_lt h))).mpr (Nat.mul_comm n k ▸ h)
theorem lt_mul_of_div_lt {m n k : Nat} (h : m / k < n) (hk : 0 < k) : m < n * k := (Nat.div_lt_iff_lt_mul hk).mp h
theorem lt_mul_div_succ (m : Nat) {n : Nat} (n0 : 0 < n) : m < n * (m / n + 1) := by
  rw [Nat.mul_comm]; exact lt_mul_of_div_lt (lt_succ_self _) n0
theorem div_le_div_right {a b c : Nat} (h : a ≤ b) : a / c ≤ b / c := by
  rcases Nat.eq_zero_or_pos c with rfl | k
  · rw [Nat.div_zero]; exact zero_le _
  · exact (le_div_iff_mul_le k).mpr (Nat.le_trans (div_mul_le_self a c) h)
protected theorem div_le_div_left {a b c : Nat} (hcb : c ≤ b) (hc : 0 < c) : a / b ≤ a / c :=
  (le_div_iff_mul_le hc).mpr (Nat.le_trans (Nat.mul_le_mul_left _ hcb) (div_mul_le_self a b))
protected theorem div_le_div {a b c d : Nat} (h₁ : a ≤ b) (h₂ : d ≤ c) (h₃ : d ≠ 0) : a / c ≤ b / d :=
  Nat.le_trans (div_le_div_right h₁) (Nat.div_le_div_left h₂ (Nat.pos_of_ne_zero h₃))
theorem div_le_of_le_mul {m n k : Nat} (h : m ≤ k * n) : m / k ≤ n := by
  rcases Nat.eq_zero_or_pos k with rfl | hk
  · rw [Nat.div_zero]; exact zero_le n
  · exact Nat.le_of_mul_le_mul_left (Nat.le_trans (mul_div_le m k) h) hk
protected theorem div_le_of_le_mul' {m n k : Nat} (h : m ≤ k * n) : m / k ≤ n := div_le_of_le_mul h
theorem pos_of_div_pos {a b : Nat} (h : 0 < a / b) : 0 < a := Nat.lt_of_lt_of_le h (div_le_self a b)
theorem div_pos {a b : Nat} (hba : b ≤ a) (hb : 0 < b) : 0 < a / b := (le_div_iff_mul_le hb).mpr (by rw [Nat.zero_add, Nat.one_mul]; exact hba)
theorem div_pos_iff {a b : Nat} : 0 < a / b ↔ 0 < b ∧ b ≤ a := by
  refine ⟨fun h => ?_, fun h => div_pos h.2 h.1⟩
  refine ⟨Nat.pos_of_ne_zero fun e => ?_, Nat.le_of_not_lt fun l => ?_⟩
  · rw [e, Nat.div_zero] at h; exact Nat.lt_irrefl 0 h
  · rw [div_eq_of_lt l] at h; exact Nat.lt_irrefl 0 h
@[simp] protected theorem div_eq_zero_iff {a b : Nat} : a / b = 0 ↔ b = 0 ∨ a < b := by
  constructor
  · intro h
    rcases Nat.eq_zero_or_pos b with e | hb
    · exact .inl e
    · exact .inr (Nat.lt_of_not_le fun l => Nat.ne_of_gt (div_pos l hb) h)
  · rintro (rfl | h)
    · exact Nat.div_zero a
    · exact div_eq_of_lt h
theorem div_eq_zero_iff_lt {x k : Nat} (h : 0 < k) : x / k = 0 ↔ x < k :=
  Nat.div_eq_zero_iff.trans ⟨fun e => e.elim (fun e => absurd e (ne_zero_of_lt h)) id, .inr⟩
protected theorem div_ne_zero_iff {a b : Nat} : a / b ≠ 0 ↔ b ≠ 0 ∧ b ≤ a := by
  rw [← Nat.pos_iff_ne_zero, ← Nat.pos_iff_ne_zero]; exact div_pos_iff
@[simp] theorem add_div_right (x : Nat) {z : Nat} (H : 0 < z) : (x + z) / z = x / z + 1 := by
  rw [div_eq_sub_div H (le_add_left z x), Nat.add_sub_cancel]
@[simp] theorem add_div_left (x : Nat) {z : Nat} (H : 0 < z) : (z + x) / z = x / z + 1 := by rw [Nat.add_comm, add_div_right x H]
theorem add_mul_div_left (x z : Nat) {y : Nat} (H : 0 < y) : (x + y * z) / y = x / y + z := by
  induction z with
  | zero => rfl
  | succ z ih => rw [mul_add_one, ← Nat.add_assoc, add_div_right _ H, ih]; rfl
theorem add_mul_div_right (x y : Nat) {z : Nat} (H : 0 < z) : (x + y * z) / z = x / z + y := by
  rw [Nat.mul_comm, add_mul_div_left x y H]
theorem mul_add_div {m : Nat} (m_pos : m > 0) (x y : Nat) : (m * x + y) / m = x + y / m := by
  rw [Nat.add_comm, add_mul_div_left y x m_pos, Nat.add_comm]
@[simp] protected theorem mul_div_cancel (m : Nat) {n : Nat} (H : 0 < n) : m * n / n = m := by
  have h := add_mul_div_right 0 m H
  rw [Nat.zero_add, Nat.zero_div, Nat.zero_add] at h; exact h
@[simp] protected theorem mul_div_cancel_left (m : Nat) {n : Nat} (H : 0 < n) : n * m / n = m := by
  rw [Nat.mul_comm, Nat.mul_div_cancel m H]
theorem mul_div_right (n : Nat) {m : Nat} (H : 0 < m) : m * n / m = n := Nat.mul_div_cancel_left n H
theorem mul_div_left (m : Nat) {n : Nat} (H : 0 < n) : m * n / n = m := Nat.mul_div_cancel m H
@[simp] protected theorem div_self {n : Nat} (H : 0 < n) : n / n = 1 := by
  have h := Nat.mul_div_cancel 1 H
  rw [Nat.one_mul] at h; exact h
protected theorem div_eq_of_eq_mul_left {n m k : Nat} (H1 : 0 < n) (H2 : m = k * n) : m / n = k := by rw [H2, Nat.mul_div_cancel k H1]
protected theorem div_eq_of_eq_mul_right {n m k : Nat} (H1 : 0 < n) (H2 : m = n * k) : m / n = k := by rw [H2, Nat.mul_div_cancel_left k H1]
protected theorem eq_mul_of_div_eq_right {a b c : Nat} (H1 : b * (a / b) = a) (H2 : a / b = c) : a = b * c := by rw [← H2, H1]
theorem div_eq_of_lt_le {k n m : Nat} (lo : k * n ≤ m) (hi : m < (k + 1) * n) : m / n = k := by
  have hn : 0 < n := Nat.pos_of_mul_pos_left (zero_lt_of_lt hi)
  exact Nat.le_antisymm (le_of_lt_succ ((Nat.div_lt_iff_lt_mul hn).mpr hi)) ((le_div_iff_mul_le hn).mpr lo)
theorem div_eq_iff {a b c : Nat} (hb : 0 < b) : a / b = c ↔ b * c ≤ a ∧ a < b * (c + 1) := by
  rw [Nat.mul_comm b c, Nat.mul_comm b (c + 1)]
  exact ⟨fun h => h ▸ ⟨div_mul_le_self a b, lt_mul_of_div_lt (lt_succ_self _) hb⟩, fun h => div_eq_of_lt_le h.1 h.2⟩
theorem div_div_eq_div_mul (m n k : Nat) : m / n / k = m / (n * k) := by
  rcases Nat.eq_zero_or_pos n with rfl | hn
  · rw [Nat.zero_mul, Nat.div_zero, Nat.zero_div]
  rcases Nat.eq_zero_or_pos k with rfl | hk
  · rw [Nat.mul_zero, Nat.div_zero, Nat.div_zero]
  refine Nat.le_antisymm ?_ ?_
  · rw [le_div_iff_mul_le (Nat.mul_pos hn hk), Nat.mul_comm n, ← Nat.mul_assoc]
    exact (le_div_iff_mul_le hn).mp ((le_div_iff_mul_le hk).mp (Nat.le_refl _))
  · rw [le_div_iff_mul_le hk, le_div_iff_mul_le hn, Nat.mul_assoc, Nat.mul_comm k]
    exact div_mul_le_self m (n * k)
protected theorem div_right_comm (m n k : Nat) : m / n / k = m / k / n := by
  rw [div_div_eq_div_mul, div_div_eq_div_mul, Nat.mul_comm]
@[simp] protected theorem mul_div_mul_left {m : Nat} (n k : Nat) (H : 0 < m) : m * n / (m * k) = n / k := by
  rw [← div_div_eq_div_mul, Nat.mul_div_cancel_left n H]
@[simp] protected theorem mul_div_mul_right {m : Nat} (n k : Nat) (H : 0 < m) : n * m / (k * m) = n / k := by
  rw [Nat.mul_comm, Nat.mul_comm k, Nat.mul_div_mul_left n k H]
theorem sub_mul_div (x n p : Nat) (h₁ : n * p ≤ x) : (x - n * p) / n = x / n - p := by
  rcases Nat.eq_zero_or_pos n with rfl | hn
  · rw [Nat.div_zero, Nat.div_zero, Nat.zero_sub]
  · obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le' h₁
    rw [Nat.add_sub_cancel, add_mul_div_left k p hn, Nat.add_sub_cancel]
theorem mul_div_le' (m n : Nat) : m / n * n ≤ m := div_mul_le_self m n
theorem mul_div_le_mul_div_assoc (a b c : Nat) : a * (b / c) ≤ a * b / c := by
  rcases Nat.eq_zero_or_pos c with rfl | hc
  · rw [Nat.div_zero, Nat.mul_zero]; exact zero_le _
  · rw [le_div_iff_mul_le hc, Nat.mul_assoc]; exact Nat.mul_le_mul_left a (div_mul_le_self b c)
theorem mod_mul_right_div_self (m n k : Nat) : m % (n * k) / n = m / n % k := by
  rcases Nat.eq_zero_or_pos n with rfl | hn
  · rw [Nat.div_zero, Nat.div_zero, zero_mod]
  · rw [mod_def m, mod_def (m / n), Nat.mul_assoc, sub_mul_div _ _ _ (Nat.mul_assoc n k _ ▸ mul_div_le m (n * k)), ← div_div_eq_div_mul]
theorem mod_mul_left_div_self (m n k : Nat) : m % (k * n) / n = m / n % k := by rw [Nat.mul_comm k, mod_mul_right_div_self]
theorem mod_mul {a b x : Nat} : x % (a * b) = x % a + a * (x / a % b) := by
  have h := div_add_mod x (a * b)
  have k := mod_add_div x a
  have l := mod_add_div (x / a) b
  rw [← l, div_div_eq_div_mul, Nat.mul_add, ← Nat.mul_assoc, ← Nat.add_assoc, Nat.add_comm] at k
  exact Nat.add_left_cancel (h.trans k.symm)
theorem div_mod_eq_mod_mul_div (a b c : Nat) : a / b % c = a % (b * c) / b := (mod_mul_right_div_self a b c).symm
theorem add_div_of_mod_add_lt {a b c : Nat} (hc : 0 < c) (h : a % c + b % c < c) : (a + b) / c = a / c + b / c := by
  refine ((Nat.div_mod_unique hc).mpr ⟨?_, h⟩).1
  rw [Nat.mul_add, add_add_add_comm, mod_add_div, mod_add_div]
theorem add_div_le_add_div (a b c : Nat) : a / c + b / c ≤ (a + b) / c := by
  rcases Nat.eq_zero_or_pos c with rfl | hc
  · rw [Nat.div_zero, Nat.div_zero, Nat.div_zero]
  · rw [le_div_iff_mul_le hc, Nat.add_mul]
    exact Nat.add_le_add (div_mul_le_self a c) (div_mul_le_self b c)
theorem two_mul_div_two_of_even {n : Nat} (h : n % 2 = 0) : 2 * (n / 2) = n := by
  have k := div_add_mod n 2
  rw [h] at k; exact k
end Nat
