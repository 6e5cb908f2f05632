prelude
import Init.Data.Int.Lemmas
/-! The order of the integers, with absolute value, sign, minimum and maximum. -/
set_option linter.unusedVariables false
namespace Int

/-! ## The order through natural differences -/
theorem nonneg_def {a : Int} : NonNeg a ↔ ∃ n : Nat, a = n :=
  ⟨fun ⟨n⟩ => ⟨n, rfl⟩, fun ⟨n, h⟩ => h ▸ ⟨n⟩⟩
theorem NonNeg.elim {a : Int} (h : NonNeg a) : ∃ n : Nat, a = n := nonneg_def.mp h
theorem le_def {a b : Int} : a ≤ b ↔ NonNeg (b - a) := Iff.rfl
theorem lt_iff_add_one_le {a b : Int} : a < b ↔ a + 1 ≤ b := Iff.rfl
theorem le.intro_sub {a b : Int} (n : Nat) (h : b - a = n) : a ≤ b := nonneg_def.mpr ⟨n, h⟩
theorem le.intro {a b : Int} (n : Nat) (h : a + n = b) : a ≤ b :=
  le.intro_sub n (by rw [← h, Int.add_sub_cancel_left])
theorem le.dest_sub {a b : Int} (h : a ≤ b) : ∃ n : Nat, b - a = n := nonneg_def.mp h
theorem le.dest {a b : Int} (h : a ≤ b) : ∃ n : Nat, a + n = b :=
  let ⟨n, e⟩ := le.dest_sub h
  ⟨n, by rw [← e, Int.add_comm, Int.sub_add_cancel]⟩
theorem lt.intro {a b : Int} {n : Nat} (h : a + Nat.succ n = b) : a < b :=
  le.intro n (by rw [← h, natCast_succ, Int.add_right_comm, Int.add_assoc])
theorem lt.dest {a b : Int} (h : a < b) : ∃ n : Nat, a + Nat.succ n = b :=
  let ⟨n, e⟩ := le.dest h
  ⟨n, by rw [← e, natCast_succ, Int.add_right_comm, Int.add_assoc]⟩
private theorem nat_le_dest {m n : Nat} (h : m ≤ n) : ∃ k, m + k = n := by
  induction h with
  | refl => exact ⟨0, rfl⟩
  | step _ ih => rcases ih with ⟨k, rfl⟩; exact ⟨k + 1, rfl⟩
@[simp, norm_cast] theorem ofNat_le {m n : Nat} : (m : Int) ≤ n ↔ m ≤ n := by
  constructor
  · intro h
    rcases le.dest h with ⟨k, e⟩
    exact Int.natCast_inj.mp e ▸ Nat.le_add_right m k
  · intro h
    rcases nat_le_dest h with ⟨k, rfl⟩
    exact le.intro k rfl
theorem natCast_le_natCast {m n : Nat} : (m : Int) ≤ n ↔ m ≤ n := ofNat_le
@[simp, norm_cast] theorem ofNat_lt {n m : Nat} : (n : Int) < m ↔ n < m := ofNat_le (m := n + 1)
theorem ofNat_le_ofNat_of_le {m n : Nat} (h : m ≤ n) : (m : Int) ≤ n := ofNat_le.mpr h
theorem ofNat_nonneg (n : Nat) : 0 ≤ (n : Int) := ⟨n⟩
@[simp] theorem natCast_nonneg (n : Nat) : 0 ≤ (n : Int) := ⟨n⟩
theorem ofNat_zero_le (n : Nat) : 0 ≤ (n : Int) := ⟨n⟩
theorem negSucc_not_nonneg (n : Nat) : 0 ≤ negSucc n ↔ False := ⟨nofun, False.elim⟩
@[simp] theorem negSucc_lt_zero (n : Nat) : negSucc n < 0 := le.intro n (by
  rw [negSucc_eq, Int.neg_add, Int.neg_add_cancel_right, Int.add_left_neg])
theorem negSucc_not_pos (n : Nat) : 0 < negSucc n ↔ False := ⟨nofun, False.elim⟩
@[simp] theorem ofNat_pos {n : Nat} : 0 < (n : Int) ↔ 0 < n := ofNat_lt (n := 0)
theorem natCast_pos {n : Nat} : 0 < (n : Int) ↔ 0 < n := ofNat_pos
theorem ofNat_succ_pos (n : Nat) : 0 < (Nat.succ n : Int) := ofNat_pos.mpr (Nat.succ_le_succ (Nat.zero_le n))
theorem ofNat_lt_zero {n : Nat} : (n : Int) < 0 ↔ False := ⟨fun h => Nat.not_succ_le_zero n (ofNat_lt.mp h), False.elim⟩
theorem eq_ofNat_of_zero_le {a : Int} (h : 0 ≤ a) : ∃ n : Nat, a = n :=
  let ⟨n, e⟩ := le.dest_sub h
  ⟨n, by rw [← e, Int.sub_zero]⟩
theorem eq_succ_of_zero_lt {a : Int} (h : 0 < a) : ∃ n : Nat, a = n.succ :=
  let ⟨n, e⟩ := lt.dest h
  ⟨n, by rw [← e, Int.zero_add]⟩
theorem eq_negSucc_of_lt_zero : {a : Int} → a < 0 → ∃ n : Nat, a = negSucc n
  | ofNat n, h => (ofNat_lt_zero.mp h).elim
  | negSucc n, _ => ⟨n, rfl⟩

/-! ## A linear order -/
@[simp] protected theorem le_refl (a : Int) : a ≤ a := le.intro 0 (Int.add_zero a)
protected theorem le_rfl {a : Int} : a ≤ a := Int.le_refl a
protected theorem le_of_eq {a b : Int} (h : a = b) : a ≤ b := h ▸ Int.le_refl a
protected theorem le_trans {a b c : Int} (h : a ≤ b) (k : b ≤ c) : a ≤ c := by
  rcases le.dest h with ⟨m, rfl⟩; rcases le.dest k with ⟨n, rfl⟩
  exact le.intro (m + n) (by rw [natCast_add, Int.add_assoc])
protected theorem le_antisymm {a b : Int} (h : a ≤ b) (k : b ≤ a) : a = b := by
  rcases le.dest h with ⟨m, rfl⟩; rcases le.dest k with ⟨n, e⟩
  rw [Int.add_assoc, Int.add_eq_left, ← natCast_add] at e
  cases m with
  | zero => exact (Int.add_zero a).symm
  | succ m => exact absurd (Int.natCast_inj.mp e) (by rw [Nat.add_right_comm]; exact Nat.succ_ne_zero _)
protected theorem le_total (a b : Int) : a ≤ b ∨ b ≤ a := by
  have nonneg : ∀ x : Int, NonNeg x ∨ NonNeg (-x)
    | ofNat n => .inl ⟨n⟩
    | negSucc n => .inr ⟨n + 1⟩
  rcases nonneg (b - a) with h | h
  · exact .inl h
  · rw [Int.neg_sub] at h; exact .inr h
theorem lt_add_one (a : Int) : a < a + 1 := Int.le_refl _
theorem le_of_lt_add_one {a b : Int} (h : a < b + 1) : a ≤ b := by
  rcases le.dest h with ⟨n, e⟩
  rw [Int.add_right_comm, Int.add_left_inj] at e
  exact le.intro n e
theorem lt_add_one_of_le {a b : Int} (h : a ≤ b) : a < b + 1 := by
  rcases le.dest h with ⟨n, rfl⟩
  exact le.intro n (by rw [Int.add_right_comm])
theorem lt_add_one_iff {a b : Int} : a < b + 1 ↔ a ≤ b := ⟨le_of_lt_add_one, lt_add_one_of_le⟩
theorem add_one_le_of_lt {a b : Int} (h : a < b) : a + 1 ≤ b := h
theorem add_one_le_iff {a b : Int} : a + 1 ≤ b ↔ a < b := Iff.rfl
theorem lt_of_add_one_le {a b : Int} (h : a + 1 ≤ b) : a < b := h
theorem le_add_one {a b : Int} (h : a ≤ b) : a ≤ b + 1 := Int.le_trans h (le.intro 1 rfl)
protected theorem le_of_lt {a b : Int} (h : a < b) : a ≤ b := Int.le_trans (le.intro 1 rfl) h
@[simp] protected theorem lt_irrefl (a : Int) : ¬a < a := fun h => by
  rcases lt.dest h with ⟨_, e⟩
  rw [Int.add_eq_left] at e
  exact absurd e (fun e => nomatch e)
protected theorem lt_of_lt_of_le {a b c : Int} (h : a < b) (k : b ≤ c) : a < c := Int.le_trans h k
protected theorem lt_of_le_of_lt {a b c : Int} (h : a ≤ b) (k : b < c) : a < c :=
  Int.le_trans (lt_add_one_of_le h) k
protected theorem lt_trans {a b c : Int} (h : a < b) (k : b < c) : a < c := Int.lt_of_lt_of_le h (Int.le_of_lt k)
instance instTransLe : Trans (α := Int) (· ≤ ·) (· ≤ ·) (· ≤ ·) := ⟨Int.le_trans⟩
instance instTransLtLe : Trans (α := Int) (· < ·) (· ≤ ·) (· < ·) := ⟨Int.lt_of_lt_of_le⟩
instance instTransLeLt : Trans (α := Int) (· ≤ ·) (· < ·) (· < ·) := ⟨Int.lt_of_le_of_lt⟩
instance instTransLt : Trans (α := Int) (· < ·) (· < ·) (· < ·) := ⟨Int.lt_trans⟩
protected theorem ne_of_lt {a b : Int} (h : a < b) : a ≠ b := fun e => Int.lt_irrefl b (e ▸ h)
protected theorem ne_of_gt {a b : Int} (h : b < a) : a ≠ b := fun e => Int.lt_irrefl b (e ▸ h)
protected theorem not_le_of_gt {a b : Int} (h : b < a) : ¬a ≤ b := fun k => Int.lt_irrefl a (Int.lt_of_le_of_lt k h)
protected theorem not_lt_of_ge {a b : Int} (h : b ≤ a) : ¬a < b := fun k => Int.lt_irrefl a (Int.lt_of_lt_of_le k h)
protected theorem lt_asymm {a b : Int} (h : a < b) : ¬b < a := Int.not_lt_of_ge (Int.le_of_lt h)
protected theorem lt_iff_le_and_ne {a b : Int} : a < b ↔ a ≤ b ∧ a ≠ b := by
  constructor
  · exact fun h => ⟨Int.le_of_lt h, Int.ne_of_lt h⟩
  · intro ⟨h, n⟩
    rcases le.dest h with ⟨k, rfl⟩
    cases k with
    | zero => exact absurd (Int.add_zero a).symm n
    | succ k => exact lt.intro rfl
protected theorem lt_of_le_of_ne {a b : Int} (h : a ≤ b) (n : a ≠ b) : a < b := Int.lt_iff_le_and_ne.mpr ⟨h, n⟩
protected theorem lt_or_eq_of_le {a b : Int} (h : a ≤ b) : a < b ∨ a = b :=
  if e : a = b then .inr e else .inl (Int.lt_of_le_of_ne h e)
protected theorem le_iff_lt_or_eq {a b : Int} : a ≤ b ↔ a < b ∨ a = b :=
  ⟨Int.lt_or_eq_of_le, fun h => h.elim Int.le_of_lt Int.le_of_eq⟩
protected theorem le_iff_eq_or_lt {a b : Int} : a ≤ b ↔ a = b ∨ a < b := Int.le_iff_lt_or_eq.trans or_comm
protected theorem lt_or_ge (a b : Int) : a < b ∨ b ≤ a :=
  (Int.le_total a b).elim (fun h => (Int.lt_or_eq_of_le h).elim .inl (fun e => .inr (Int.le_of_eq e.symm))) .inr
protected theorem lt_or_le (a b : Int) : a < b ∨ b ≤ a := Int.lt_or_ge a b
protected theorem le_or_gt (a b : Int) : a ≤ b ∨ b < a := (Int.lt_or_ge b a).symm
protected theorem le_or_lt (a b : Int) : a ≤ b ∨ b < a := Int.le_or_gt a b
protected theorem lt_trichotomy (a b : Int) : a < b ∨ a = b ∨ b < a :=
  (Int.lt_or_ge a b).elim .inl fun h => .inr ((Int.lt_or_eq_of_le h).elim .inr (fun e => .inl e.symm))
protected theorem lt_or_gt_of_ne {a b : Int} (h : a ≠ b) : a < b ∨ b < a :=
  (Int.lt_trichotomy a b).elim .inl fun k => k.elim (absurd · h) .inr
protected theorem lt_or_lt_of_ne {a b : Int} (h : a ≠ b) : a < b ∨ b < a := Int.lt_or_gt_of_ne h
protected theorem ne_iff_lt_or_gt {a b : Int} : a ≠ b ↔ a < b ∨ b < a :=
  ⟨Int.lt_or_gt_of_ne, fun h => h.elim Int.ne_of_lt Int.ne_of_gt⟩
@[simp] protected theorem not_le {a b : Int} : ¬a ≤ b ↔ b < a :=
  ⟨fun h => (Int.lt_or_ge b a).elim id (absurd · h), Int.not_le_of_gt⟩
@[simp] protected theorem not_lt {a b : Int} : ¬a < b ↔ b ≤ a :=
  ⟨fun h => (Int.lt_or_ge a b).elim (absurd · h) id, Int.not_lt_of_ge⟩
protected theorem lt_of_not_ge {a b : Int} (h : ¬b ≤ a) : a < b := Int.not_le.mp h
protected theorem le_of_not_gt {a b : Int} (h : ¬b < a) : a ≤ b := Int.not_lt.mp h
protected theorem lt_of_not_le {a b : Int} (h : ¬b ≤ a) : a < b := Int.not_le.mp h
protected theorem not_le_of_lt {a b : Int} (h : b < a) : ¬a ≤ b := Int.not_le_of_gt h
protected theorem le_of_not_le {a b : Int} : ¬a ≤ b → b ≤ a := fun h => (Int.le_total a b).elim (absurd · h) id
protected theorem lt_iff_le_not_le {a b : Int} : a < b ↔ a ≤ b ∧ ¬b ≤ a :=
  ⟨fun h => ⟨Int.le_of_lt h, Int.not_le_of_gt h⟩, fun h => Int.not_le.mp h.2⟩
protected theorem lt_iff_not_ge {a b : Int} : a < b ↔ ¬b ≤ a := Int.not_le.symm
protected theorem eq_iff_le_and_ge {x y : Int} : x = y ↔ x ≤ y ∧ y ≤ x :=
  ⟨fun h => ⟨Int.le_of_eq h, Int.le_of_eq h.symm⟩, fun h => Int.le_antisymm h.1 h.2⟩
theorem zero_lt_one : (0 : Int) < 1 := ⟨_⟩
theorem not_le_eq (a b : Int) : (¬a ≤ b) = (b + 1 ≤ a) := propext Int.not_le
theorem not_ge_eq (a b : Int) : (¬a ≥ b) = (a + 1 ≤ b) := not_le_eq b a
theorem not_lt_eq (a b : Int) : (¬a < b) = (b ≤ a) := propext Int.not_lt
theorem not_gt_eq (a b : Int) : (¬a > b) = (a ≤ b) := not_lt_eq b a

/-! ## Order and addition -/
protected theorem add_le_add_left {a b : Int} (h : a ≤ b) (c : Int) : c + a ≤ c + b := by
  rcases le.dest h with ⟨n, rfl⟩
  exact le.intro n (Int.add_assoc c a n)
protected theorem add_le_add_right {a b : Int} (h : a ≤ b) (c : Int) : a + c ≤ b + c := by
  rw [Int.add_comm a, Int.add_comm b]; exact Int.add_le_add_left h c
protected theorem add_le_add {a b c d : Int} (h : a ≤ b) (k : c ≤ d) : a + c ≤ b + d :=
  Int.le_trans (Int.add_le_add_right h c) (Int.add_le_add_left k b)
protected theorem le_of_add_le_add_left {a b c : Int} (h : a + b ≤ a + c) : b ≤ c := by
  have := Int.add_le_add_left h (-a)
  rw [Int.neg_add_cancel_left, Int.neg_add_cancel_left] at this; exact this
protected theorem le_of_add_le_add_right {a b c : Int} (h : a + b ≤ c + b) : a ≤ c := by
  rw [Int.add_comm a, Int.add_comm c] at h; exact Int.le_of_add_le_add_left h
@[simp] protected theorem add_le_add_iff_left {b c : Int} (a : Int) : a + b ≤ a + c ↔ b ≤ c :=
  ⟨Int.le_of_add_le_add_left, (Int.add_le_add_left · a)⟩
@[simp] protected theorem add_le_add_iff_right {a b : Int} (c : Int) : a + c ≤ b + c ↔ a ≤ b :=
  ⟨Int.le_of_add_le_add_right, (Int.add_le_add_right · c)⟩
protected theorem add_lt_add_left {a b : Int} (h : a < b) (c : Int) : c + a < c + b := by
  show c + a + 1 ≤ c + b
  rw [Int.add_assoc]; exact Int.add_le_add_left h c
protected theorem add_lt_add_right {a b : Int} (h : a < b) (c : Int) : a + c < b + c := by
  rw [Int.add_comm a, Int.add_comm b]; exact Int.add_lt_add_left h c
@[simp] protected theorem add_lt_add_iff_left {b c : Int} (a : Int) : a + b < a + c ↔ b < c := by
  show a + b + 1 ≤ a + c ↔ b + 1 ≤ c
  rw [Int.add_assoc]; exact Int.add_le_add_iff_left a
@[simp] protected theorem add_lt_add_iff_right {a b : Int} (c : Int) : a + c < b + c ↔ a < b := by
  rw [Int.add_comm a, Int.add_comm b]; exact Int.add_lt_add_iff_left c
protected theorem lt_of_add_lt_add_left {a b c : Int} (h : a + b < a + c) : b < c := (Int.add_lt_add_iff_left a).mp h
protected theorem lt_of_add_lt_add_right {a b c : Int} (h : a + b < c + b) : a < c := (Int.add_lt_add_iff_right b).mp h
protected theorem add_lt_add {a b c d : Int} (h : a < b) (k : c < d) : a + c < b + d :=
  Int.lt_trans (Int.add_lt_add_right h c) (Int.add_lt_add_left k b)
protected theorem add_lt_add_of_le_of_lt {a b c d : Int} (h : a ≤ b) (k : c < d) : a + c < b + d :=
  Int.lt_of_le_of_lt (Int.add_le_add_right h c) (Int.add_lt_add_left k b)
protected theorem add_lt_add_of_lt_of_le {a b c d : Int} (h : a < b) (k : c ≤ d) : a + c < b + d :=
  Int.lt_of_lt_of_le (Int.add_lt_add_right h c) (Int.add_le_add_left k b)
protected theorem le_add_of_nonneg_right {a b : Int} (h : 0 ≤ b) : a ≤ a + b := by
  have := Int.add_le_add_left h a; rw [Int.add_zero] at this; exact this
protected theorem le_add_of_nonneg_left {a b : Int} (h : 0 ≤ b) : a ≤ b + a := Int.add_comm a b ▸ Int.le_add_of_nonneg_right h
protected theorem lt_add_of_pos_right (a : Int) {b : Int} (h : 0 < b) : a < a + b := by
  have := Int.add_lt_add_left h a; rw [Int.add_zero] at this; exact this
protected theorem lt_add_of_pos_left (a : Int) {b : Int} (h : 0 < b) : a < b + a := Int.add_comm a b ▸ Int.lt_add_of_pos_right a h
protected theorem add_nonneg {a b : Int} (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a + b := Int.add_le_add ha hb
protected theorem add_pos {a b : Int} (ha : 0 < a) (hb : 0 < b) : 0 < a + b := Int.add_lt_add ha hb
protected theorem add_pos_of_pos_of_nonneg {a b : Int} (ha : 0 < a) (hb : 0 ≤ b) : 0 < a + b := Int.add_lt_add_of_lt_of_le ha hb
protected theorem add_pos_of_nonneg_of_pos {a b : Int} (ha : 0 ≤ a) (hb : 0 < b) : 0 < a + b := Int.add_lt_add_of_le_of_lt ha hb
protected theorem add_nonpos {a b : Int} (ha : a ≤ 0) (hb : b ≤ 0) : a + b ≤ 0 := Int.add_le_add ha hb
protected theorem add_neg {a b : Int} (ha : a < 0) (hb : b < 0) : a + b < 0 := Int.add_lt_add ha hb

/-! ## Order, negation and subtraction -/
protected theorem neg_le_neg {a b : Int} (h : a ≤ b) : -b ≤ -a := by
  have := Int.add_le_add_left (Int.add_le_add_right h (-b)) (-a)
  rw [Int.add_right_neg, Int.add_zero, Int.neg_add_cancel_left] at this; exact this
protected theorem le_of_neg_le_neg {a b : Int} (h : -b ≤ -a) : a ≤ b := by
  have := Int.neg_le_neg h; rw [Int.neg_neg, Int.neg_neg] at this; exact this
@[simp] protected theorem neg_le_neg_iff {a b : Int} : -a ≤ -b ↔ b ≤ a := ⟨Int.le_of_neg_le_neg, Int.neg_le_neg⟩
protected theorem neg_lt_neg {a b : Int} (h : a < b) : -b < -a :=
  Int.not_le.mp fun k => Int.not_le_of_gt h (Int.le_of_neg_le_neg k)
@[simp] protected theorem neg_lt_neg_iff {a b : Int} : -a < -b ↔ b < a :=
  ⟨fun h => by have := Int.neg_lt_neg h; rw [Int.neg_neg, Int.neg_neg] at this; exact this, Int.neg_lt_neg⟩
protected theorem lt_of_neg_lt_neg {a b : Int} (h : -b < -a) : a < b := Int.neg_lt_neg_iff.mp h
protected theorem neg_nonpos_of_nonneg {a : Int} (h : 0 ≤ a) : -a ≤ 0 := Int.neg_le_neg h
protected theorem neg_nonneg_of_nonpos {a : Int} (h : a ≤ 0) : 0 ≤ -a := Int.neg_le_neg h
protected theorem neg_neg_of_pos {a : Int} (h : 0 < a) : -a < 0 := Int.neg_lt_neg h
protected theorem neg_pos_of_neg {a : Int} (h : a < 0) : 0 < -a := Int.neg_lt_neg h
protected theorem nonneg_of_neg_nonpos {a : Int} (h : -a ≤ 0) : 0 ≤ a := Int.le_of_neg_le_neg h
protected theorem nonpos_of_neg_nonneg {a : Int} (h : 0 ≤ -a) : a ≤ 0 := Int.le_of_neg_le_neg h
protected theorem neg_nonneg {a : Int} : 0 ≤ -a ↔ a ≤ 0 := Int.neg_le_neg_iff (a := 0)
protected theorem neg_nonpos_iff (a : Int) : -a ≤ 0 ↔ 0 ≤ a := Int.neg_le_neg_iff (b := 0)
protected theorem neg_pos {a : Int} : 0 < -a ↔ a < 0 := Int.neg_lt_neg_iff (a := 0)
protected theorem neg_lt_zero_iff {a : Int} : -a < 0 ↔ 0 < a := Int.neg_lt_neg_iff (b := 0)
protected theorem neg_le_of_neg_le {a b : Int} (h : -a ≤ b) : -b ≤ a := by
  have := Int.neg_le_neg h; rw [Int.neg_neg] at this; exact this
protected theorem le_neg_of_le_neg {a b : Int} (h : a ≤ -b) : b ≤ -a := by
  have := Int.neg_le_neg h; rw [Int.neg_neg] at this; exact this
protected theorem neg_lt_of_neg_lt {a b : Int} (h : -a < b) : -b < a := by
  have := Int.neg_lt_neg h; rw [Int.neg_neg] at this; exact this
protected theorem lt_neg_of_lt_neg {a b : Int} (h : a < -b) : b < -a := by
  have := Int.neg_lt_neg h; rw [Int.neg_neg] at this; exact this
protected theorem sub_nonneg_of_le {a b : Int} (h : b ≤ a) : 0 ≤ a - b := by
  have := Int.add_le_add_right h (-b); rw [Int.add_right_neg] at this; exact this
protected theorem le_of_sub_nonneg {a b : Int} (h : 0 ≤ a - b) : b ≤ a := by
  have := Int.add_le_add_right h b; rw [Int.sub_add_cancel, Int.zero_add] at this; exact this
protected theorem sub_nonneg {a b : Int} : 0 ≤ a - b ↔ b ≤ a := ⟨Int.le_of_sub_nonneg, Int.sub_nonneg_of_le⟩
protected theorem sub_pos_of_lt {a b : Int} (h : b < a) : 0 < a - b := by
  have := Int.add_lt_add_right h (-b); rw [Int.add_right_neg] at this; exact this
protected theorem lt_of_sub_pos {a b : Int} (h : 0 < a - b) : b < a := by
  have := Int.add_lt_add_right h b; rw [Int.sub_add_cancel, Int.zero_add] at this; exact this
protected theorem sub_pos {a b : Int} : 0 < a - b ↔ b < a := ⟨Int.lt_of_sub_pos, Int.sub_pos_of_lt⟩
protected theorem sub_nonpos_of_le {a b : Int} (h : a ≤ b) : a - b ≤ 0 := by
  have := Int.add_le_add_right h (-b); rw [Int.add_right_neg] at this; exact this
protected theorem le_of_sub_nonpos {a b : Int} (h : a - b ≤ 0) : a ≤ b := by
  have := Int.add_le_add_right h b; rw [Int.sub_add_cancel, Int.zero_add] at this; exact this
protected theorem sub_neg_of_lt {a b : Int} (h : a < b) : a - b < 0 := by
  have := Int.add_lt_add_right h (-b); rw [Int.add_right_neg] at this; exact this
protected theorem lt_of_sub_neg {a b : Int} (h : a - b < 0) : a < b := by
  have := Int.add_lt_add_right h b; rw [Int.sub_add_cancel, Int.zero_add] at this; exact this
protected theorem add_le_iff_le_sub {a b c : Int} : a + b ≤ c ↔ a ≤ c - b := by
  rw [← Int.add_le_add_iff_right b (a := a), Int.sub_add_cancel]
protected theorem le_sub_right_of_add_le {a b c : Int} (h : a + b ≤ c) : a ≤ c - b := Int.add_le_iff_le_sub.mp h
protected theorem add_le_of_le_sub_right {a b c : Int} (h : a ≤ c - b) : a + b ≤ c := Int.add_le_iff_le_sub.mpr h
protected theorem le_sub_left_of_add_le {a b c : Int} (h : a + b ≤ c) : b ≤ c - a := Int.le_sub_right_of_add_le (Int.add_comm a b ▸ h)
protected theorem add_le_of_le_sub_left {a b c : Int} (h : b ≤ c - a) : a + b ≤ c := Int.add_comm b a ▸ Int.add_le_of_le_sub_right h
protected theorem le_add_iff_sub_le {a b c : Int} : a ≤ b + c ↔ a - c ≤ b := by
  rw [← Int.add_le_add_iff_right c (a := a - c), Int.sub_add_cancel]
protected theorem sub_right_le_of_le_add {a b c : Int} (h : a ≤ b + c) : a - c ≤ b := Int.le_add_iff_sub_le.mp h
protected theorem sub_left_le_of_le_add {a b c : Int} (h : a ≤ b + c) : a - b ≤ c := Int.sub_right_le_of_le_add (Int.add_comm b c ▸ h)
protected theorem le_add_of_sub_right_le {a b c : Int} (h : a - c ≤ b) : a ≤ b + c := Int.le_add_iff_sub_le.mpr h
protected theorem le_add_of_sub_left_le {a b c : Int} (h : a - b ≤ c) : a ≤ b + c := Int.add_comm c b ▸ Int.le_add_of_sub_right_le h
private theorem add_lt_iff_lt_sub {a b c : Int} : a + b < c ↔ a < c - b := by
  rw [← Int.add_lt_add_iff_right b (a := a), Int.sub_add_cancel]
protected theorem lt_sub_right_of_add_lt {a b c : Int} (h : a + b < c) : a < c - b := add_lt_iff_lt_sub.mp h
protected theorem add_lt_of_lt_sub_right {a b c : Int} (h : a < c - b) : a + b < c := add_lt_iff_lt_sub.mpr h
protected theorem lt_sub_left_of_add_lt {a b c : Int} (h : a + b < c) : b < c - a := Int.lt_sub_right_of_add_lt (Int.add_comm a b ▸ h)
protected theorem add_lt_of_lt_sub_left {a b c : Int} (h : b < c - a) : a + b < c := Int.add_comm b a ▸ Int.add_lt_of_lt_sub_right h
private theorem lt_add_iff_sub_lt' {a b c : Int} : a < b + c ↔ a - c < b := by
  rw [← Int.add_lt_add_iff_right c (a := a - c), Int.sub_add_cancel]
protected theorem sub_right_lt_of_lt_add {a b c : Int} (h : a < b + c) : a - c < b := lt_add_iff_sub_lt'.mp h
protected theorem sub_left_lt_of_lt_add {a b c : Int} (h : a < b + c) : a - b < c := Int.sub_right_lt_of_lt_add (Int.add_comm b c ▸ h)
protected theorem lt_add_of_sub_right_lt {a b c : Int} (h : a - c < b) : a < b + c := lt_add_iff_sub_lt'.mpr h
protected theorem lt_add_of_sub_left_lt {a b c : Int} (h : a - b < c) : a < b + c := Int.add_comm c b ▸ Int.lt_add_of_sub_right_lt h
protected theorem sub_le_sub_left {a b : Int} (h : a ≤ b) (c : Int) : c - b ≤ c - a := Int.add_le_add_left (Int.neg_le_neg h) c
protected theorem sub_le_sub_right {a b : Int} (h : a ≤ b) (c : Int) : a - c ≤ b - c := Int.add_le_add_right h (-c)
protected theorem sub_le_sub {a b c d : Int} (h : a ≤ b) (k : c ≤ d) : a - d ≤ b - c := Int.add_le_add h (Int.neg_le_neg k)
protected theorem sub_lt_sub_left {a b : Int} (h : a < b) (c : Int) : c - b < c - a := Int.add_lt_add_left (Int.neg_lt_neg h) c
protected theorem sub_lt_sub_right {a b : Int} (h : a < b) (c : Int) : a - c < b - c := Int.add_lt_add_right h (-c)
protected theorem sub_lt_sub {a b c d : Int} (h : a < b) (k : c < d) : a - d < b - c := Int.add_lt_add h (Int.neg_lt_neg k)
protected theorem sub_le_self (a : Int) {b : Int} (h : 0 ≤ b) : a - b ≤ a := by
  have := Int.sub_le_sub_left h a; rw [Int.sub_zero] at this; exact this
protected theorem sub_lt_self (a : Int) {b : Int} (h : 0 < b) : a - b < a := by
  have := Int.sub_lt_sub_left h a; rw [Int.sub_zero] at this; exact this
theorem le_sub_one_of_lt {a b : Int} (h : a < b) : a ≤ b - 1 := Int.le_sub_right_of_add_le h
theorem lt_of_le_sub_one {a b : Int} (h : a ≤ b - 1) : a < b := Int.add_le_of_le_sub_right h
theorem le_sub_one_iff {a b : Int} : a ≤ b - 1 ↔ a < b := ⟨lt_of_le_sub_one, le_sub_one_of_lt⟩
theorem sub_one_lt_of_le {a b : Int} (h : a ≤ b) : a - 1 < b := Int.sub_right_lt_of_lt_add (lt_add_one_of_le h)
theorem sub_one_lt_iff {a b : Int} : a - 1 < b ↔ a ≤ b := ⟨fun h => le_of_lt_add_one (Int.lt_add_of_sub_right_lt h), sub_one_lt_of_le⟩
@[simp] protected theorem sub_one_lt (a : Int) : a - 1 < a := sub_one_lt_of_le (Int.le_refl a)

/-! ## Order and multiplication -/
protected theorem mul_nonneg {a b : Int} (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a * b := by
  rcases eq_ofNat_of_zero_le ha with ⟨m, rfl⟩; rcases eq_ofNat_of_zero_le hb with ⟨n, rfl⟩
  exact natCast_nonneg (m * n)
protected theorem mul_pos {a b : Int} (ha : 0 < a) (hb : 0 < b) : 0 < a * b :=
  Int.lt_of_le_of_ne (Int.mul_nonneg (Int.le_of_lt ha) (Int.le_of_lt hb))
    (Int.mul_ne_zero (Int.ne_of_gt ha) (Int.ne_of_gt hb)).symm
protected theorem mul_le_mul_of_nonneg_left {a b c : Int} (h : a ≤ b) (k : 0 ≤ c) : c * a ≤ c * b := by
  have := Int.mul_nonneg k (Int.sub_nonneg_of_le h)
  rw [Int.mul_sub] at this; exact Int.le_of_sub_nonneg this
protected theorem mul_le_mul_of_nonneg_right {a b c : Int} (h : a ≤ b) (k : 0 ≤ c) : a * c ≤ b * c := by
  rw [Int.mul_comm a, Int.mul_comm b]; exact Int.mul_le_mul_of_nonneg_left h k
protected theorem mul_lt_mul_of_pos_left {a b c : Int} (h : a < b) (k : 0 < c) : c * a < c * b := by
  have := Int.mul_pos k (Int.sub_pos_of_lt h)
  rw [Int.mul_sub] at this; exact Int.lt_of_sub_pos this
protected theorem mul_lt_mul_of_pos_right {a b c : Int} (h : a < b) (k : 0 < c) : a * c < b * c := by
  rw [Int.mul_comm a, Int.mul_comm b]; exact Int.mul_lt_mul_of_pos_left h k
protected theorem mul_le_mul {a b c d : Int} (h : a ≤ c) (k : b ≤ d) (hb : 0 ≤ b) (hc : 0 ≤ c) : a * b ≤ c * d :=
  Int.le_trans (Int.mul_le_mul_of_nonneg_right h hb) (Int.mul_le_mul_of_nonneg_left k hc)
protected theorem mul_le_mul_of_nonpos_left {a b c : Int} (ha : a ≤ 0) (h : c ≤ b) : a * b ≤ a * c := by
  have := Int.mul_le_mul_of_nonneg_left h (Int.neg_nonneg_of_nonpos ha)
  rw [Int.neg_mul, Int.neg_mul] at this; exact Int.le_of_neg_le_neg this
protected theorem mul_le_mul_of_nonpos_right {a b c : Int} (h : b ≤ a) (k : c ≤ 0) : a * c ≤ b * c := by
  rw [Int.mul_comm a, Int.mul_comm b]; exact Int.mul_le_mul_of_nonpos_left k h
protected theorem mul_nonneg_of_nonpos_of_nonpos {a b : Int} (ha : a ≤ 0) (hb : b ≤ 0) : 0 ≤ a * b := by
  rw [← Int.neg_mul_neg]; exact Int.mul_nonneg (Int.neg_nonneg_of_nonpos ha) (Int.neg_nonneg_of_nonpos hb)
protected theorem mul_nonpos_of_nonneg_of_nonpos {a b : Int} (ha : 0 ≤ a) (hb : b ≤ 0) : a * b ≤ 0 := by
  have := Int.mul_le_mul_of_nonneg_left hb ha; rw [Int.mul_zero] at this; exact this
protected theorem mul_nonpos_of_nonpos_of_nonneg {a b : Int} (ha : a ≤ 0) (hb : 0 ≤ b) : a * b ≤ 0 := by
  rw [Int.mul_comm]; exact Int.mul_nonpos_of_nonneg_of_nonpos hb ha
protected theorem mul_neg_of_pos_of_neg {a b : Int} (ha : 0 < a) (hb : b < 0) : a * b < 0 := by
  have := Int.mul_lt_mul_of_pos_left hb ha; rw [Int.mul_zero] at this; exact this
protected theorem mul_neg_of_neg_of_pos {a b : Int} (ha : a < 0) (hb : 0 < b) : a * b < 0 := by
  rw [Int.mul_comm]; exact Int.mul_neg_of_pos_of_neg hb ha
protected theorem mul_pos_of_neg_of_neg {a b : Int} (ha : a < 0) (hb : b < 0) : 0 < a * b := by
  rw [← Int.neg_mul_neg]; exact Int.mul_pos (Int.neg_pos_of_neg ha) (Int.neg_pos_of_neg hb)
protected theorem mul_self_nonneg (a : Int) : 0 ≤ a * a :=
  (Int.le_total 0 a).elim (fun h => Int.mul_nonneg h h) (fun h => Int.mul_nonneg_of_nonpos_of_nonpos h h)
protected theorem le_of_mul_le_mul_left {a b c : Int} (w : a * b ≤ a * c) (h : 0 < a) : b ≤ c :=
  Int.not_lt.mp fun k => Int.not_le_of_gt (Int.mul_lt_mul_of_pos_left k h) w
protected theorem le_of_mul_le_mul_right {a b c : Int} (w : b * a ≤ c * a) (h : 0 < a) : b ≤ c := by
  rw [Int.mul_comm b, Int.mul_comm c] at w; exact Int.le_of_mul_le_mul_left w h
protected theorem lt_of_mul_lt_mul_left {a b c : Int} (w : a * b < a * c) (h : 0 ≤ a) : b < c :=
  Int.not_le.mp fun k => Int.not_lt_of_ge (Int.mul_le_mul_of_nonneg_left k h) w
protected theorem lt_of_mul_lt_mul_right {a b c : Int} (w : b * a < c * a) (h : 0 ≤ a) : b < c := by
  rw [Int.mul_comm b, Int.mul_comm c] at w; exact Int.lt_of_mul_lt_mul_left w h
protected theorem mul_le_mul_left {a b c : Int} (h : 0 < a) : a * b ≤ a * c ↔ b ≤ c :=
  ⟨(Int.le_of_mul_le_mul_left · h), (Int.mul_le_mul_of_nonneg_left · (Int.le_of_lt h))⟩
protected theorem mul_le_mul_right {a b c : Int} (h : 0 < a) : b * a ≤ c * a ↔ b ≤ c :=
  ⟨(Int.le_of_mul_le_mul_right · h), (Int.mul_le_mul_of_nonneg_right · (Int.le_of_lt h))⟩
protected theorem mul_lt_mul_left {a b c : Int} (h : 0 < a) : a * b < a * c ↔ b < c :=
  ⟨(Int.lt_of_mul_lt_mul_left · (Int.le_of_lt h)), (Int.mul_lt_mul_of_pos_left · h)⟩
protected theorem mul_lt_mul_right {a b c : Int} (h : 0 < a) : b * a < c * a ↔ b < c :=
  ⟨(Int.lt_of_mul_lt_mul_right · (Int.le_of_lt h)), (Int.mul_lt_mul_of_pos_right · h)⟩
protected theorem pos_of_mul_pos_left {a b : Int} (h : 0 < a * b) (ha : 0 < a) : 0 < b :=
  Int.not_le.mp fun k => Int.not_le_of_gt h (Int.mul_nonpos_of_nonneg_of_nonpos (Int.le_of_lt ha) k)
protected theorem pow_nonneg {a : Int} {n : Nat} (h : 0 ≤ a) : 0 ≤ a ^ n := by
  induction n with
  | zero => exact ⟨1⟩
  | succ n ih => exact Int.mul_nonneg ih h
protected theorem pow_pos {a : Int} {n : Nat} (h : 0 < a) : 0 < a ^ n := by
  induction n with
  | zero => exact zero_lt_one
  | succ n ih => exact Int.mul_pos ih h

/-! ## Minimum and maximum -/
protected theorem min_def (n m : Int) : min n m = if n ≤ m then n else m := rfl
protected theorem max_def (n m : Int) : max n m = if n ≤ m then m else n := rfl
protected theorem min_eq_left {a b : Int} (h : a ≤ b) : min a b = a := by rw [Int.min_def, if_pos h]
protected theorem max_eq_right {a b : Int} (h : a ≤ b) : max a b = b := by rw [Int.max_def, if_pos h]
protected theorem min_comm (a b : Int) : min a b = min b a := by
  rw [Int.min_def, Int.min_def]; split <;> split
  · exact Int.le_antisymm (by assumption) (by assumption)
  · rfl
  · rfl
  · exact ((Int.le_total a b).elim (absurd · (by assumption)) (absurd · (by assumption)))
protected theorem max_comm (a b : Int) : max a b = max b a := by
  rw [Int.max_def, Int.max_def]; split <;> split
  · exact Int.le_antisymm (by assumption) (by assumption)
  · rfl
  · rfl
  · exact ((Int.le_total a b).elim (absurd · (by assumption)) (absurd · (by assumption)))
protected theorem min_eq_right {a b : Int} (h : b ≤ a) : min a b = b := by rw [Int.min_comm, Int.min_eq_left h]
protected theorem max_eq_left {a b : Int} (h : b ≤ a) : max a b = a := by rw [Int.max_comm, Int.max_eq_right h]
@[simp] protected theorem min_self (a : Int) : min a a = a := Int.min_eq_left (Int.le_refl a)
@[simp] protected theorem max_self (a : Int) : max a a = a := Int.max_eq_left (Int.le_refl a)
protected theorem min_le_left (a b : Int) : min a b ≤ a := by
  rw [Int.min_def]; split
  · exact Int.le_refl a
  · exact Int.le_of_not_le (by assumption)
protected theorem min_le_right (a b : Int) : min a b ≤ b := Int.min_comm a b ▸ Int.min_le_left b a
protected theorem le_max_left (a b : Int) : a ≤ max a b := by
  rw [Int.max_def]; split
  · assumption
  · exact Int.le_refl a
protected theorem le_max_right (a b : Int) : b ≤ max a b := Int.max_comm a b ▸ Int.le_max_left b a
protected theorem le_min {a b c : Int} : a ≤ min b c ↔ a ≤ b ∧ a ≤ c :=
  ⟨fun h => ⟨Int.le_trans h (Int.min_le_left ..), Int.le_trans h (Int.min_le_right ..)⟩,
    fun ⟨h, k⟩ => by rw [Int.min_def]; split <;> assumption⟩
protected theorem max_le {a b c : Int} : max a b ≤ c ↔ a ≤ c ∧ b ≤ c :=
  ⟨fun h => ⟨Int.le_trans (Int.le_max_left ..) h, Int.le_trans (Int.le_max_right ..) h⟩,
    fun ⟨h, k⟩ => by rw [Int.max_def]; split <;> assumption⟩
protected theorem lt_min {a b c : Int} : a < min b c ↔ a < b ∧ a < c := Int.le_min
protected theorem max_lt {a b c : Int} : max a b < c ↔ a < c ∧ b < c := by
  rw [Int.lt_iff_not_ge, Int.max_def]
  split
  · exact ⟨fun h => have k := Int.not_le.mp h; ⟨Int.lt_of_le_of_lt (by assumption) k, k⟩, fun h => Int.not_le.mpr h.2⟩
  · exact ⟨fun h => have k := Int.not_le.mp h; ⟨k, Int.lt_trans (Int.not_le.mp (by assumption)) k⟩, fun h => Int.not_le.mpr h.1⟩

/-! ## Absolute value, sign, the natural part -/
@[simp] theorem natAbs_ofNat (n : Nat) : natAbs (no_index (OfNat.ofNat n)) = n := rfl
@[simp] theorem natAbs_natCast (n : Nat) : natAbs (n : Int) = n := rfl
@[simp] theorem natAbs_cast (n : Nat) : natAbs (n : Int) = n := rfl
@[simp] theorem natAbs_zero : natAbs (0 : Int) = 0 := rfl
@[simp] theorem natAbs_one : natAbs (1 : Int) = 1 := rfl
theorem natAbs_negSucc (n : Nat) : natAbs (negSucc n) = n.succ := rfl
@[simp] theorem natAbs_neg : (a : Int) → natAbs (-a) = natAbs a
  | ofNat 0 => rfl
  | ofNat (_ + 1) => rfl
  | negSucc _ => rfl
@[simp] theorem natAbs_eq_zero {a : Int} : natAbs a = 0 ↔ a = 0 := by
  constructor
  · intro h
    match a, h with
    | ofNat n, h => exact congrArg ofNat h
  · intro h; rw [h]; rfl
theorem natAbs_ne_zero {a : Int} : a.natAbs ≠ 0 ↔ a ≠ 0 :=
  ⟨fun h e => h (natAbs_eq_zero.mpr e), fun h e => h (natAbs_eq_zero.mp e)⟩
theorem natAbs_pos {a : Int} : 0 < natAbs a ↔ a ≠ 0 :=
  ⟨fun h e => by rw [e] at h; exact Nat.lt_irrefl 0 h, fun h => Nat.pos_of_ne_zero (natAbs_ne_zero.mpr h)⟩
theorem natAbs_eq : (a : Int) → a = natAbs a ∨ a = -↑(natAbs a)
  | ofNat _ => .inl rfl
  | negSucc _ => .inr rfl
theorem eq_nat_or_neg (a : Int) : ∃ n : Nat, a = n ∨ a = -↑n := ⟨natAbs a, natAbs_eq a⟩
theorem natAbs_of_nonneg {a : Int} (h : 0 ≤ a) : (natAbs a : Int) = a := by
  rcases eq_ofNat_of_zero_le h with ⟨n, rfl⟩; rfl
theorem ofNat_natAbs_of_nonneg {a : Int} (h : 0 ≤ a) : (natAbs a : Int) = a := natAbs_of_nonneg h
theorem ofNat_natAbs_of_nonpos {a : Int} (h : a ≤ 0) : (natAbs a : Int) = -a := by
  rw [← natAbs_neg, natAbs_of_nonneg (Int.neg_nonneg_of_nonpos h)]
theorem le_natAbs {a : Int} : a ≤ natAbs a :=
  match Int.le_total 0 a with
  | .inl h => Int.le_of_eq (natAbs_of_nonneg h).symm
  | .inr h => Int.le_trans h (natCast_nonneg _)
theorem natAbs_mul : (a b : Int) → natAbs (a * b) = natAbs a * natAbs b
  | ofNat _, ofNat _ => rfl
  | ofNat m, negSucc n => natAbs_neg (m * (n + 1) : Nat)
  | negSucc m, ofNat n => natAbs_neg ((m + 1) * n : Nat)
  | negSucc _, negSucc _ => rfl
theorem natAbs_mul_self' (a : Int) : (natAbs a * natAbs a : Int) = a * a := by
  rcases natAbs_eq a with h | h
  · rw [← h]
  · conv => rhs; rw [h, Int.neg_mul_neg]
theorem natAbs_mul_natAbs_eq {a b : Int} {c : Nat} (h : a * b = (c : Int)) : a.natAbs * b.natAbs = c := by
  rw [← natAbs_mul, h, natAbs_natCast]
theorem natAbs_eq_natAbs_iff {a b : Int} : a.natAbs = b.natAbs ↔ a = b ∨ a = -b := by
  constructor
  · intro h
    rcases natAbs_eq a with ha | ha <;> rcases natAbs_eq b with hb | hb <;> rw [h] at ha <;> rw [ha]
    · exact .inl hb.symm
    · exact .inr (Int.eq_neg_of_eq_neg hb)
    · rw [← hb]; exact .inr rfl
    · exact .inl hb.symm
  · intro h
    rcases h with rfl | rfl
    · rfl
    · exact natAbs_neg b
@[simp] theorem toNat_natCast (n : Nat) : toNat (n : Int) = n := rfl
@[simp] theorem toNat_ofNat (n : Nat) : toNat (no_index (OfNat.ofNat n)) = n := rfl
@[simp] theorem toNat_zero : (0 : Int).toNat = 0 := rfl
@[simp] theorem toNat_one : (1 : Int).toNat = 1 := rfl
@[simp] theorem toNat_negSucc (n : Nat) : (negSucc n).toNat = 0 := rfl
@[simp] theorem toNat_neg_natCast : (n : Nat) → (-(n : Int)).toNat = 0
  | 0 => rfl
  | _ + 1 => rfl
@[simp] theorem toNat_of_nonneg {a : Int} (h : 0 ≤ a) : (toNat a : Int) = a := by
  rcases eq_ofNat_of_zero_le h with ⟨n, rfl⟩; rfl
theorem toNat_of_nonpos : {z : Int} → z ≤ 0 → z.toNat = 0
  | ofNat 0, _ => rfl
  | negSucc _, _ => rfl
  | ofNat (n + 1), h => absurd (ofNat_le.mp h) (Nat.not_succ_le_zero n)
theorem toNat_eq_max : (a : Int) → (toNat a : Int) = max a 0
  | ofNat n => (Int.max_eq_left (natCast_nonneg n)).symm
  | negSucc n => (Int.max_eq_right (Int.le_of_lt (negSucc_lt_zero n))).symm
theorem self_le_toNat (a : Int) : a ≤ toNat a := by rw [toNat_eq_max]; exact Int.le_max_left ..
@[simp] theorem toNat_le {m : Int} {n : Nat} : m.toNat ≤ n ↔ m ≤ n := by
  rw [← ofNat_le, toNat_eq_max, Int.max_le]
  exact ⟨And.left, fun h => ⟨h, natCast_nonneg n⟩⟩
theorem toNat_le_toNat {n m : Int} (h : n ≤ m) : n.toNat ≤ m.toNat := toNat_le.mpr (Int.le_trans h (self_le_toNat m))
@[simp] theorem lt_toNat {m : Nat} {n : Int} : m < n.toNat ↔ (m : Int) < n := by
  rw [← Nat.not_le, ← Int.not_le, toNat_le]
theorem toNat_sub_toNat_neg : (n : Int) → ↑n.toNat - ↑(-n).toNat = n
  | ofNat 0 => rfl
  | ofNat (n + 1) => Int.sub_zero _
  | negSucc _ => Int.zero_sub _
@[simp] theorem sign_zero : sign 0 = 0 := rfl
@[simp] theorem sign_one : sign 1 = 1 := rfl
theorem sign_neg_one : sign (-1) = -1 := rfl
@[simp] theorem sign_of_add_one (x : Nat) : sign (x + 1 : Int) = 1 := rfl
@[simp] theorem sign_negSucc (x : Nat) : sign (negSucc x) = -1 := rfl
theorem sign_eq_one_of_pos {a : Int} (h : 0 < a) : sign a = 1 := by
  rcases eq_succ_of_zero_lt h with ⟨n, rfl⟩; rfl
theorem sign_eq_neg_one_of_neg {a : Int} (h : a < 0) : sign a = -1 := by
  rcases eq_negSucc_of_lt_zero h with ⟨n, rfl⟩; rfl
@[simp] theorem sign_neg : (z : Int) → sign (-z) = -sign z
  | ofNat 0 => rfl
  | ofNat (_ + 1) => rfl
  | negSucc _ => rfl
theorem sign_mul_natAbs : (a : Int) → sign a * natAbs a = a
  | ofNat 0 => rfl
  | ofNat (_ + 1) => Int.one_mul _
  | negSucc _ => Int.neg_one_mul _
theorem sign_mul : (a b : Int) → sign (a * b) = sign a * sign b
  | ofNat 0, b => by rw [ofNat_eq_natCast, ofNat_zero, Int.zero_mul]; exact (Int.zero_mul _).symm
  | a, ofNat 0 => by rw [ofNat_eq_natCast, ofNat_zero, Int.mul_zero]; exact (Int.mul_zero _).symm
  | ofNat (_ + 1), ofNat (_ + 1) => rfl
  | ofNat (_ + 1), negSucc _ => rfl
  | negSucc _, ofNat (_ + 1) => rfl
  | negSucc _, negSucc _ => rfl
@[simp] theorem sign_eq_one_iff_pos {a : Int} : sign a = 1 ↔ 0 < a := by
  constructor
  · match a with
    | ofNat (n + 1) => exact fun _ => ofNat_succ_pos n
    | ofNat 0 => exact fun h => nomatch h
    | negSucc _ => exact fun h => nomatch h
  · exact sign_eq_one_of_pos
@[simp] theorem sign_eq_neg_one_iff_neg {a : Int} : sign a = -1 ↔ a < 0 := by
  constructor
  · match a with
    | ofNat (n + 1) => exact fun h => nomatch h
    | ofNat 0 => exact fun h => nomatch h
    | negSucc n => exact fun _ => negSucc_lt_zero n
  · exact sign_eq_neg_one_of_neg
@[simp] theorem sign_eq_zero_iff_zero {a : Int} : sign a = 0 ↔ a = 0 := by
  constructor
  · match a with
    | ofNat (_ + 1) => exact fun h => nomatch h
    | ofNat 0 => exact fun _ => rfl
    | negSucc _ => exact fun h => nomatch h
  · intro h; rw [h]; rfl
end Int
