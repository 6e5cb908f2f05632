prelude
import Init.Data.Nat.Dvd
/-! Natural numbers: the greatest common divisor. The kernel computes `Nat.gcd` on literals by itself;
`Nat.gcd_zero_left` and `Nat.gcd_succ` say that the definition here is the function it computes. -/
namespace Nat
/-- Euclid's algorithm; the first argument bounds the number of steps. -/
def gcd.go : Nat → Nat → Nat → Nat
  | 0, _, n => n
  | fuel + 1, m, n => if m = 0 then n else gcd.go fuel (n % m) m
@[extern "lean_nat_gcd"] def gcd (m n : @& Nat) : Nat := gcd.go m m n

/-! ### Defining equations -/

theorem gcd.go_fuel : ∀ {f g m : Nat} (n : Nat), m ≤ f → m ≤ g → gcd.go f m n = gcd.go g m n
  | 0, 0, _, _, _, _ => rfl
  | 0, g + 1, m, n, h, _ => by rw [eq_zero_of_le_zero h]; rfl
  | f + 1, 0, m, n, _, h => by rw [eq_zero_of_le_zero h]; rfl
  | f + 1, g + 1, m, n, h, k => by
    rw [gcd.go, gcd.go]
    by_cases c : m = 0
    · rw [if_pos c, if_pos c]
    · have l := mod_lt n (Nat.pos_of_ne_zero c)
      rw [if_neg c, if_neg c, gcd.go_fuel m (le_of_lt_succ (Nat.lt_of_lt_of_le l h)) (le_of_lt_succ (Nat.lt_of_lt_of_le l k))]
@[simp] theorem gcd_zero_left (y : Nat) : gcd 0 y = y := rfl
theorem gcd_succ (x y : Nat) : gcd (succ x) y = gcd (y % succ x) (succ x) := by
  show gcd.go (x + 1) (x + 1) y = gcd.go (y % (x + 1)) (y % (x + 1)) (x + 1)
  rw [gcd.go, if_neg (add_one_ne_zero x), gcd.go_fuel _ (le_of_lt_succ (mod_lt y (zero_lt_succ x))) (Nat.le_refl _)]
theorem gcd_add_one (x y : Nat) : gcd (x + 1) y = gcd (y % (x + 1)) (x + 1) := gcd_succ x y
theorem gcd_def (x y : Nat) : gcd x y = if x = 0 then y else gcd (y % x) x := by
  cases x with
  | zero => rfl
  | succ x => rw [if_neg (add_one_ne_zero x), gcd_add_one]
@[simp] theorem gcd_one_left (n : Nat) : gcd 1 n = 1 := by rw [gcd_succ, mod_one, gcd_zero_left]
@[simp] theorem gcd_zero_right (n : Nat) : gcd n 0 = n := by
  cases n with
  | zero => rfl
  | succ n => rw [gcd_succ, zero_mod, gcd_zero_left]
theorem gcd_rec (m n : Nat) : gcd m n = gcd (n % m) m := by
  cases m with
  | zero => rw [mod_zero, gcd_zero_left, gcd_zero_right]
  | succ m => exact gcd_succ m n
theorem gcd.induction {P : Nat → Nat → Prop} (m n : Nat) (H0 : ∀ n, P 0 n) (H1 : ∀ m n, 0 < m → P (n % m) m → P m n) : P m n := by
  refine Nat.strongRecOn' (motive := fun m => ∀ n, P m n) m (fun m ih n => ?_) n
  rcases Nat.eq_zero_or_pos m with rfl | h
  · exact H0 n
  · exact H1 m n h (ih _ (mod_lt n h) m)

/-! ### The greatest of the common divisors -/

theorem gcd_dvd (m n : Nat) : (gcd m n ∣ m) ∧ (gcd m n ∣ n) := by
  refine gcd.induction (P := fun m n => (gcd m n ∣ m) ∧ (gcd m n ∣ n)) m n (fun n => ?_) fun m n _ ih => ?_
  · exact ⟨Nat.dvd_zero _, Nat.dvd_refl n⟩
  · rw [gcd_rec m n]; exact ⟨ih.2, (dvd_mod_iff ih.2).mp ih.1⟩
theorem gcd_dvd_left (m n : Nat) : gcd m n ∣ m := (gcd_dvd m n).1
theorem gcd_dvd_right (m n : Nat) : gcd m n ∣ n := (gcd_dvd m n).2
theorem dvd_gcd {k m n : Nat} : k ∣ m → k ∣ n → k ∣ gcd m n := by
  refine gcd.induction (P := fun m n => k ∣ m → k ∣ n → k ∣ gcd m n) m n (fun n _ h => h) fun m n _ ih hm hn => ?_
  rw [gcd_rec m n]; exact ih ((dvd_mod_iff hm).mpr hn) hm
theorem dvd_gcd_iff {k m n : Nat} : k ∣ gcd m n ↔ k ∣ m ∧ k ∣ n :=
  ⟨fun h => ⟨Nat.dvd_trans h (gcd_dvd_left m n), Nat.dvd_trans h (gcd_dvd_right m n)⟩, fun h => dvd_gcd h.1 h.2⟩
/-- A number with the defining property of the greatest common divisor is it. -/
theorem gcd_unique {g m n : Nat} (hm : g ∣ m) (hn : g ∣ n) (h : ∀ k, k ∣ m → k ∣ n → k ∣ g) : gcd m n = g :=
  Nat.dvd_antisymm (h _ (gcd_dvd_left m n) (gcd_dvd_right m n)) (dvd_gcd hm hn)
theorem gcd_eq_iff {a b g : Nat} : gcd a b = g ↔ g ∣ a ∧ g ∣ b ∧ (∀ c, c ∣ a → c ∣ b → c ∣ g) :=
  ⟨fun h => h ▸ ⟨gcd_dvd_left a b, gcd_dvd_right a b, fun _ => dvd_gcd⟩, fun ⟨h, k, l⟩ => gcd_unique h k l⟩
theorem gcd_comm (m n : Nat) : gcd m n = gcd n m := gcd_unique (gcd_dvd_right n m) (gcd_dvd_left n m) fun _ h k => dvd_gcd k h
theorem gcd_assoc (m n k : Nat) : gcd (gcd m n) k = gcd m (gcd n k) := by
  refine gcd_unique ?_ ?_ fun d hd hk => ?_
  · exact dvd_gcd (gcd_dvd_left _ _) (Nat.dvd_trans (gcd_dvd_right _ _) (gcd_dvd_left n k))
  · exact Nat.dvd_trans (gcd_dvd_right _ _) (gcd_dvd_right n k)
  · exact dvd_gcd (Nat.dvd_trans hd (gcd_dvd_left m n)) (dvd_gcd (Nat.dvd_trans hd (gcd_dvd_right m n)) hk)
theorem gcd_left_comm (m n k : Nat) : gcd m (gcd n k) = gcd n (gcd m k) := by rw [← gcd_assoc, gcd_comm m n, gcd_assoc]
theorem gcd_right_comm (m n k : Nat) : gcd (gcd m n) k = gcd (gcd m k) n := by rw [gcd_assoc, gcd_comm n k, gcd_assoc]
@[simp] theorem gcd_self (n : Nat) : gcd n n = n := gcd_unique (Nat.dvd_refl n) (Nat.dvd_refl n) fun _ h _ => h
@[simp] theorem gcd_one_right (n : Nat) : gcd n 1 = 1 := by rw [gcd_comm, gcd_one_left]
theorem gcd_eq_left {m n : Nat} (h : m ∣ n) : gcd m n = m := gcd_unique (Nat.dvd_refl m) h fun _ k _ => k
theorem gcd_eq_right {m n : Nat} (h : n ∣ m) : gcd m n = n := gcd_unique h (Nat.dvd_refl n) fun _ _ k => k
theorem gcd_eq_left_iff_dvd {m n : Nat} : gcd m n = m ↔ m ∣ n := ⟨fun h => h ▸ gcd_dvd_right m n, gcd_eq_left⟩
theorem gcd_eq_right_iff_dvd {m n : Nat} : gcd n m = m ↔ m ∣ n := by rw [gcd_comm]; exact gcd_eq_left_iff_dvd
theorem gcd_le_left {m : Nat} (n : Nat) (h : 0 < m) : gcd m n ≤ m := le_of_dvd h (gcd_dvd_left m n)
theorem gcd_le_right {m : Nat} (n : Nat) (h : 0 < n) : gcd m n ≤ n := le_of_dvd h (gcd_dvd_right m n)
theorem eq_zero_of_gcd_eq_zero_left {m n : Nat} (H : gcd m n = 0) : m = 0 := Nat.eq_zero_of_zero_dvd (H ▸ gcd_dvd_left m n)
theorem eq_zero_of_gcd_eq_zero_right {m n : Nat} (H : gcd m n = 0) : n = 0 := Nat.eq_zero_of_zero_dvd (H ▸ gcd_dvd_right m n)
@[simp] theorem gcd_eq_zero_iff {i j : Nat} : gcd i j = 0 ↔ i = 0 ∧ j = 0 :=
  ⟨fun h => ⟨eq_zero_of_gcd_eq_zero_left h, eq_zero_of_gcd_eq_zero_right h⟩, fun ⟨h, k⟩ => by rw [h, k]; rfl⟩
theorem gcd_ne_zero_left {m n : Nat} (h : m ≠ 0) : gcd m n ≠ 0 := fun e => h (eq_zero_of_gcd_eq_zero_left e)
theorem gcd_ne_zero_right {m n : Nat} (h : n ≠ 0) : gcd m n ≠ 0 := fun e => h (eq_zero_of_gcd_eq_zero_right e)
theorem gcd_pos_of_pos_left {m : Nat} (n : Nat) (mpos : 0 < m) : 0 < gcd m n := pos_of_dvd_of_pos (gcd_dvd_left m n) mpos
theorem gcd_pos_of_pos_right (m : Nat) {n : Nat} (npos : 0 < n) : 0 < gcd m n := pos_of_dvd_of_pos (gcd_dvd_right m n) npos
theorem gcd_pos_iff {m n : Nat} : 0 < gcd m n ↔ 0 < m ∨ 0 < n := by
  refine ⟨fun h => ?_, fun h => h.elim (gcd_pos_of_pos_left n) (gcd_pos_of_pos_right m)⟩
  rcases Nat.eq_zero_or_pos m with rfl | hm
  · exact .inr h
  · exact .inl hm
theorem div_gcd_pos_of_pos_left {a : Nat} (b : Nat) (h : 0 < a) : 0 < a / gcd a b := div_pos (gcd_le_left b h) (gcd_pos_of_pos_left b h)
theorem div_gcd_pos_of_pos_right {b : Nat} (a : Nat) (h : 0 < b) : 0 < b / gcd a b := div_pos (gcd_le_right b h) (gcd_pos_of_pos_right a h)

/-! ### With multiplication and addition -/

theorem gcd_mul_left (m n k : Nat) : gcd (m * n) (m * k) = m * gcd n k := by
  refine gcd.induction (P := fun n k => gcd (m * n) (m * k) = m * gcd n k) n k (fun k => ?_) fun n k _ ih => ?_
  · rw [Nat.mul_zero, gcd_zero_left, gcd_zero_left]
  · rw [gcd_rec, gcd_rec n k, mul_mod_mul_left, ih]
theorem gcd_mul_right (m n k : Nat) : gcd (m * n) (k * n) = gcd m k * n := by
  rw [Nat.mul_comm m, Nat.mul_comm k, gcd_mul_left, Nat.mul_comm]
theorem gcd_div {m n k : Nat} (H1 : k ∣ m) (H2 : k ∣ n) : gcd (m / k) (n / k) = gcd m n / k := by
  obtain ⟨a, rfl⟩ := H1
  obtain ⟨b, rfl⟩ := H2
  rcases Nat.eq_zero_or_pos k with rfl | hk
  · simp only [Nat.div_zero]; rfl
  · rw [gcd_mul_left, Nat.mul_div_cancel_left _ hk, Nat.mul_div_cancel_left _ hk, Nat.mul_div_cancel_left _ hk]
theorem gcd_dvd_gcd_of_dvd_left {m k : Nat} (n : Nat) (H : m ∣ k) : gcd m n ∣ gcd k n :=
  dvd_gcd (Nat.dvd_trans (gcd_dvd_left m n) H) (gcd_dvd_right m n)
theorem gcd_dvd_gcd_of_dvd_right {m k : Nat} (n : Nat) (H : m ∣ k) : gcd n m ∣ gcd n k :=
  dvd_gcd (gcd_dvd_left n m) (Nat.dvd_trans (gcd_dvd_right n m) H)
theorem gcd_dvd_gcd_mul_left_left (m n k : Nat) : gcd m n ∣ gcd (k * m) n := gcd_dvd_gcd_of_dvd_left _ (Nat.dvd_mul_left _ _)
theorem gcd_dvd_gcd_mul_right_left (m n k : Nat) : gcd m n ∣ gcd (m * k) n := gcd_dvd_gcd_of_dvd_left _ (Nat.dvd_mul_right _ _)
theorem gcd_dvd_gcd_mul_left_right (m n k : Nat) : gcd m n ∣ gcd m (k * n) := gcd_dvd_gcd_of_dvd_right _ (Nat.dvd_mul_left _ _)
theorem gcd_dvd_gcd_mul_right_right (m n k : Nat) : gcd m n ∣ gcd m (n * k) := gcd_dvd_gcd_of_dvd_right _ (Nat.dvd_mul_right _ _)
@[simp] theorem gcd_mul_left_left (m n : Nat) : gcd (m * n) n = n := gcd_eq_right (Nat.dvd_mul_left n m)
@[simp] theorem gcd_mul_left_right (m n : Nat) : gcd n (m * n) = n := gcd_eq_left (Nat.dvd_mul_left n m)
@[simp] theorem gcd_mul_right_left (m n : Nat) : gcd (n * m) n = n := gcd_eq_right (Nat.dvd_mul_right n m)
@[simp] theorem gcd_mul_right_right (m n : Nat) : gcd n (n * m) = n := gcd_eq_left (Nat.dvd_mul_right n m)
@[simp] theorem gcd_gcd_self_right_left (m n : Nat) : gcd m (gcd m n) = gcd m n := gcd_eq_right (gcd_dvd_left m n)
@[simp] theorem gcd_gcd_self_right_right (m n : Nat) : gcd m (gcd n m) = gcd n m := gcd_eq_right (gcd_dvd_right n m)
@[simp] theorem gcd_gcd_self_left_right (m n : Nat) : gcd (gcd n m) m = gcd n m := gcd_eq_left (gcd_dvd_right n m)
@[simp] theorem gcd_gcd_self_left_left (m n : Nat) : gcd (gcd m n) m = gcd m n := gcd_eq_left (gcd_dvd_left m n)
@[simp] theorem gcd_add_mul_right_right (m n k : Nat) : gcd m (n + k * m) = gcd m n := by
  rw [gcd_rec, add_mul_mod_self_right, ← gcd_rec]
@[simp] theorem gcd_add_mul_left_right (m n k : Nat) : gcd m (n + m * k) = gcd m n := by
  rw [Nat.mul_comm, gcd_add_mul_right_right]
@[simp] theorem gcd_mul_right_add_right (m n k : Nat) : gcd m (k * m + n) = gcd m n := by rw [Nat.add_comm, gcd_add_mul_right_right]
@[simp] theorem gcd_mul_left_add_right (m n k : Nat) : gcd m (m * k + n) = gcd m n := by rw [Nat.add_comm, gcd_add_mul_left_right]
@[simp] theorem gcd_add_mul_right_left (m n k : Nat) : gcd (n + k * m) m = gcd n m := by rw [gcd_comm, gcd_add_mul_right_right, gcd_comm]
@[simp] theorem gcd_add_mul_left_left (m n k : Nat) : gcd (n + m * k) m = gcd n m := by rw [gcd_comm, gcd_add_mul_left_right, gcd_comm]
@[simp] theorem gcd_add_self_right (m n : Nat) : gcd m (n + m) = gcd m n := by
  have h := gcd_add_mul_right_right m n 1
  rw [Nat.one_mul] at h; exact h
@[simp] theorem gcd_self_add_right (m n : Nat) : gcd m (m + n) = gcd m n := by rw [Nat.add_comm, gcd_add_self_right]
@[simp] theorem gcd_add_self_left (m n : Nat) : gcd (m + n) n = gcd m n := by rw [gcd_comm, gcd_add_self_right, gcd_comm]
@[simp] theorem gcd_self_add_left (m n : Nat) : gcd (m + n) m = gcd n m := by rw [Nat.add_comm, gcd_add_self_left]
theorem gcd_sub_self_right {m n : Nat} (h : m ≤ n) : gcd m (n - m) = gcd m n := by
  obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le' h
  rw [Nat.add_sub_cancel, gcd_add_self_right]
theorem gcd_sub_self_left {m n : Nat} (h : m ≤ n) : gcd (n - m) m = gcd n m := by rw [gcd_comm, gcd_sub_self_right h, gcd_comm]
theorem gcd_mul_dvd_mul_gcd (k m n : Nat) : gcd k (m * n) ∣ gcd k m * gcd k n := by
  rw [← gcd_mul_left, Nat.mul_comm (gcd k m) k, ← gcd_mul_left, Nat.mul_comm (gcd k m) n, ← gcd_mul_left]
  refine dvd_gcd (dvd_gcd ?_ ?_) (dvd_gcd ?_ ?_)
  · exact dvd_mul_right_of_dvd (gcd_dvd_left _ _) _
  · exact dvd_mul_right_of_dvd (gcd_dvd_left _ _) _
  · exact dvd_mul_left_of_dvd (gcd_dvd_left _ _) _
  · rw [Nat.mul_comm n m]; exact gcd_dvd_right _ _
end Nat
