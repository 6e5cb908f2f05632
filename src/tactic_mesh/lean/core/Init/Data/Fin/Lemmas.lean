prelude
import Init.Data.Fin.Basic
import Init.Data.Nat.Decidable
import Init.Data.AC
/-! `Fin n`: values of operations, order, and laws of the maps between `Fin`s. -/
universe u
namespace Fin
variable {n m : Nat}

/-! ### Values -/

@[simp] theorem val_mk {m n : Nat} (h : m < n) : (⟨m, h⟩ : Fin n).val = m := rfl
@[simp] theorem is_lt (a : Fin n) : a.val < n := a.isLt
@[simp] protected theorem eta (a : Fin n) (h : a.val < n) : (⟨a.val, h⟩ : Fin n) = a := rfl
theorem mk_val (i : Fin n) : (⟨i.val, i.isLt⟩ : Fin n) = i := rfl
@[ext] protected theorem ext {a b : Fin n} (h : a.val = b.val) : a = b := Fin.eq_of_val_eq h
theorem val_eq_of_eq {i j : Fin n} (h : i = j) : i.val = j.val := h ▸ rfl
theorem val_inj {a b : Fin n} : a.val = b.val ↔ a = b := Fin.ext_iff.symm
theorem val_injective : ∀ {a b : Fin n}, a.val = b.val → a = b := Fin.ext
theorem val_ne_iff {a b : Fin n} : a.val ≠ b.val ↔ a ≠ b := ⟨fun h e => h (e ▸ rfl), fun h e => h (Fin.ext e)⟩
theorem val_ne_of_ne {i j : Fin n} (h : i ≠ j) : i.val ≠ j.val := val_ne_iff.mpr h
theorem ne_of_val_ne {i j : Fin n} (h : i.val ≠ j.val) : i ≠ j := val_ne_iff.mp h
theorem mk.inj_iff {n a b : Nat} {ha : a < n} {hb : b < n} : (⟨a, ha⟩ : Fin n) = ⟨b, hb⟩ ↔ a = b := Fin.ext_iff
@[simp] theorem mk_eq_mk {a b : Nat} {ha : a < n} {hb : b < n} : (⟨a, ha⟩ : Fin n) = ⟨b, hb⟩ ↔ a = b := Fin.ext_iff
theorem forall_iff {p : Fin n → Prop} : (∀ i, p i) ↔ ∀ i h, p ⟨i, h⟩ := ⟨fun h i hi => h ⟨i, hi⟩, fun h ⟨i, hi⟩ => h i hi⟩
protected theorem exists_iff {p : Fin n → Prop} : (∃ i, p i) ↔ ∃ i h, p ⟨i, h⟩ := ⟨fun ⟨⟨i, hi⟩, h⟩ => ⟨i, hi, h⟩, fun ⟨i, hi, h⟩ => ⟨⟨i, hi⟩, h⟩⟩
@[simp] theorem val_ofNat (n : Nat) [NeZero n] (a : Nat) : (Fin.ofNat n a).val = a % n := rfl
@[simp] theorem coe_ofNat_eq_mod (m n : Nat) [NeZero m] : (no_index (OfNat.ofNat n : Fin m)).val = OfNat.ofNat n % m := rfl
@[simp] theorem ofNat_self {n : Nat} [NeZero n] : Fin.ofNat n n = 0 := Fin.ext (by rw [val_ofNat, Nat.mod_self]; exact (Nat.zero_mod n).symm)
@[simp] theorem ofNat_val_eq_self [NeZero n] (x : Fin n) : Fin.ofNat n x.val = x := Fin.ext (Nat.mod_eq_of_lt x.isLt)
theorem val_add (a b : Fin n) : (a + b).val = (a.val + b.val) % n := rfl
theorem val_mul (a b : Fin n) : (a * b).val = a.val * b.val % n := rfl
theorem val_sub (a b : Fin n) : (a - b).val = (n - b.val + a.val) % n := rfl
theorem sub_def (a b : Fin n) : a - b = ⟨(n - b.val + a.val) % n, Nat.mod_lt _ a.pos⟩ := rfl
theorem add_def (a b : Fin n) : a + b = ⟨(a.val + b.val) % n, Nat.mod_lt _ a.pos⟩ := rfl
theorem mul_def (a b : Fin n) : a * b = ⟨a.val * b.val % n, Nat.mod_lt _ a.pos⟩ := rfl
theorem mod_def (a b : Fin n) : a % b = ⟨a.val % b.val, Nat.mod_lt_of_lt a.isLt⟩ := rfl
@[simp] theorem mod_val (a b : Fin n) : (a % b).val = a.val % b.val := rfl
@[simp] theorem div_val (a b : Fin n) : (a / b).val = a.val / b.val := rfl
@[simp] theorem modn_val (a : Fin n) (b : Nat) : (a.modn b).val = a.val % b := rfl
theorem coe_add (a b : Fin n) : (a + b).val = (a.val + b.val) % n := rfl
theorem coe_mul (a b : Fin n) : (a * b).val = a.val * b.val % n := rfl
theorem coe_sub (a b : Fin n) : (a - b).val = (n - b.val + a.val) % n := rfl
@[simp] theorem val_zero (n : Nat) [NeZero n] : (0 : Fin n).val = 0 := Nat.zero_mod n
@[simp] theorem mk_zero : (⟨0, Nat.succ_pos n⟩ : Fin (n + 1)) = 0 := Fin.ext (Nat.zero_mod _).symm
@[simp] theorem mk_one : (⟨1, Nat.succ_lt_succ (Nat.succ_pos n)⟩ : Fin (n + 2)) = 1 := rfl
@[simp] theorem val_one (n : Nat) : (1 : Fin (n + 2)).val = 1 := rfl
@[simp] theorem val_two {n : Nat} : (2 : Fin (n + 3)).val = 2 := rfl
theorem val_one' (n : Nat) [NeZero n] : (1 : Fin n).val = 1 % n := rfl
theorem val_eq_zero_iff [NeZero n] {a : Fin n} : a.val = 0 ↔ a = 0 := by rw [Fin.ext_iff, val_zero]
theorem val_ne_zero_iff [NeZero n] {a : Fin n} : a.val ≠ 0 ↔ a ≠ 0 := ⟨fun h e => h (val_eq_zero_iff.mpr e), fun h e => h (val_eq_zero_iff.mp e)⟩
@[simp] theorem val_eq_zero (a : Fin 1) : a.val = 0 := Nat.lt_one_iff.mp a.isLt
theorem eq_zero : ∀ n : Fin 1, n = 0 := fun n => Fin.ext (val_eq_zero n)
theorem fin_one_eq_zero (a : Fin 1) : a = 0 := eq_zero a
instance : Subsingleton (Fin 0) := ⟨fun a => a.elim0⟩
instance : Subsingleton (Fin 1) := ⟨fun a b => (eq_zero a).trans (eq_zero b).symm⟩

/-! ### Order -/

theorem le_def {a b : Fin n} : a ≤ b ↔ a.val ≤ b.val := .rfl
theorem lt_def {a b : Fin n} : a < b ↔ a.val < b.val := .rfl
theorem le_iff_val_le_val {a b : Fin n} : a ≤ b ↔ a.val ≤ b.val := .rfl
theorem lt_iff_val_lt_val {a b : Fin n} : a < b ↔ a.val < b.val := .rfl
@[simp] theorem mk_le_mk {x y : Nat} {hx : x < n} {hy : y < n} : (⟨x, hx⟩ : Fin n) ≤ ⟨y, hy⟩ ↔ x ≤ y := .rfl
@[simp] theorem mk_lt_mk {x y : Nat} {hx : x < n} {hy : y < n} : (⟨x, hx⟩ : Fin n) < ⟨y, hy⟩ ↔ x < y := .rfl
@[simp] theorem val_fin_le {a b : Fin n} : a.val ≤ b.val ↔ a ≤ b := .rfl
@[simp] theorem val_fin_lt {a b : Fin n} : a.val < b.val ↔ a < b := .rfl
@[simp] protected theorem le_refl (a : Fin n) : a ≤ a := Nat.le_refl a.val
protected theorem le_rfl {a : Fin n} : a ≤ a := Nat.le_refl a.val
protected theorem le_trans {a b c : Fin n} (h : a ≤ b) (k : b ≤ c) : a ≤ c := Nat.le_trans h k
protected theorem lt_trans {a b c : Fin n} (h : a < b) (k : b < c) : a < c := Nat.lt_trans h k
protected theorem lt_of_lt_of_le {a b c : Fin n} (h : a < b) (k : b ≤ c) : a < c := Nat.lt_of_lt_of_le h k
protected theorem lt_of_le_of_lt {a b c : Fin n} (h : a ≤ b) (k : b < c) : a < c := Nat.lt_of_le_of_lt h k
@[simp] protected theorem lt_irrefl (a : Fin n) : ¬a < a := Nat.lt_irrefl a.val
protected theorem le_antisymm {a b : Fin n} (h : a ≤ b) (k : b ≤ a) : a = b := Fin.ext (Nat.le_antisymm h k)
protected theorem le_antisymm_iff {a b : Fin n} : a = b ↔ a ≤ b ∧ b ≤ a := ⟨fun h => h ▸ ⟨Fin.le_rfl, Fin.le_rfl⟩, fun h => Fin.le_antisymm h.1 h.2⟩
protected theorem le_total (a b : Fin n) : a ≤ b ∨ b ≤ a := Nat.le_total a.val b.val
@[simp] protected theorem not_le {a b : Fin n} : ¬a ≤ b ↔ b < a := Nat.not_le
@[simp] protected theorem not_lt {a b : Fin n} : ¬a < b ↔ b ≤ a := Nat.not_lt
protected theorem ne_of_lt {a b : Fin n} (h : a < b) : a ≠ b := ne_of_val_ne (Nat.ne_of_lt h)
protected theorem ne_of_gt {a b : Fin n} (h : a < b) : b ≠ a := ne_of_val_ne (Nat.ne_of_gt h)
protected theorem le_of_lt {a b : Fin n} (h : a < b) : a ≤ b := Nat.le_of_lt h
protected theorem le_of_eq {a b : Fin n} (h : a = b) : a ≤ b := h ▸ Fin.le_rfl
protected theorem lt_or_ge (a b : Fin n) : a < b ∨ b ≤ a := Nat.lt_or_ge a.val b.val
protected theorem lt_or_eq_of_le {a b : Fin n} (h : a ≤ b) : a < b ∨ a = b :=
  (Nat.lt_or_eq_of_le h).elim .inl fun e => .inr (Fin.ext e)
protected theorem lt_of_le_of_ne {a b : Fin n} (h : a ≤ b) (k : a ≠ b) : a < b := Nat.lt_of_le_of_ne h (val_ne_of_ne k)
protected theorem lt_iff_le_and_ne {a b : Fin n} : a < b ↔ a ≤ b ∧ a ≠ b := ⟨fun h => ⟨Fin.le_of_lt h, Fin.ne_of_lt h⟩, fun h => Fin.lt_of_le_of_ne h.1 h.2⟩
theorem lt_of_le_of_val_ne {a b : Fin n} (h : a ≤ b) (k : a.val ≠ b.val) : a < b := Nat.lt_of_le_of_ne h k
theorem val_lt_of_le (i : Fin b) (h : b ≤ n) : i.val < n := Nat.lt_of_lt_of_le i.isLt h
theorem val_congr {a b : Fin n} (h : a = b) : a.val = b.val := h ▸ rfl
theorem val_le_of_le {a b : Fin n} (h : a ≤ b) : a.val ≤ b.val := h
theorem val_le_of_ge {a b : Fin n} (h : a ≥ b) : b.val ≤ a.val := h
theorem val_add_one_le_of_lt {a b : Fin n} (h : a < b) : a.val + 1 ≤ b.val := h
theorem val_add_one_le_of_gt {a b : Fin n} (h : a > b) : b.val + 1 ≤ a.val := h
theorem is_le (i : Fin (n + 1)) : i.val ≤ n := Nat.le_of_lt_succ i.isLt
@[simp] theorem is_le' {a : Fin n} : a.val ≤ n := Nat.le_of_lt a.isLt
@[simp] protected theorem zero_le [NeZero n] (a : Fin n) : 0 ≤ a := by rw [le_def, val_zero]; exact Nat.zero_le _
@[simp] protected theorem not_lt_zero [NeZero n] (a : Fin n) : ¬a < 0 := by rw [lt_def, val_zero]; exact Nat.not_lt_zero _
theorem pos_iff_ne_zero [NeZero n] {a : Fin n} : 0 < a ↔ a ≠ 0 := by rw [lt_def, val_zero, Nat.pos_iff_ne_zero, val_ne_zero_iff]
@[simp] protected theorem le_zero_iff [NeZero n] {a : Fin n} : a ≤ 0 ↔ a = 0 := by rw [le_def, val_zero, Nat.le_zero, val_eq_zero_iff]
protected theorem zero_lt_one : (0 : Fin (n + 2)) < 1 := Nat.zero_lt_one
@[simp] theorem zero_lt_one' : (0 : Fin (n + 2)) < 1 := Nat.zero_lt_one

/-! ### Addition and multiplication -/

protected theorem add_comm (a b : Fin n) : a + b = b + a := Fin.ext (by rw [val_add, val_add, Nat.add_comm])
protected theorem add_assoc (a b c : Fin n) : a + b + c = a + (b + c) :=
  Fin.ext (by rw [val_add, val_add, val_add, val_add, Nat.mod_add_mod, Nat.add_mod_mod, Nat.add_assoc])
protected theorem add_left_comm (a b c : Fin n) : a + (b + c) = b + (a + c) := by rw [← Fin.add_assoc, Fin.add_comm a, Fin.add_assoc]
@[simp] protected theorem zero_add [NeZero n] (k : Fin n) : 0 + k = k := Fin.ext (by rw [val_add, val_zero, Nat.zero_add, Nat.mod_eq_of_lt k.isLt])
@[simp] protected theorem add_zero [NeZero n] (k : Fin n) : k + 0 = k := by rw [Fin.add_comm, Fin.zero_add]
protected theorem mul_comm (a b : Fin n) : a * b = b * a := Fin.ext (by rw [val_mul, val_mul, Nat.mul_comm])
protected theorem mul_assoc (a b c : Fin n) : a * b * c = a * (b * c) :=
  Fin.ext (by rw [val_mul, val_mul, val_mul, val_mul, Nat.mod_mul_mod, Nat.mul_mod_mod, Nat.mul_assoc])
protected theorem mul_one [NeZero n] (k : Fin n) : k * 1 = k :=
  Fin.ext (by rw [val_mul, val_one', Nat.mul_mod_mod, Nat.mul_one, Nat.mod_eq_of_lt k.isLt])
protected theorem one_mul [NeZero n] (k : Fin n) : 1 * k = k := by rw [Fin.mul_comm, Fin.mul_one]
protected theorem mul_zero [NeZero n] (k : Fin n) : k * 0 = 0 := Fin.ext (by rw [val_mul, val_zero, Nat.mul_zero, Nat.zero_mod])
protected theorem zero_mul [NeZero n] (k : Fin n) : 0 * k = 0 := by rw [Fin.mul_comm, Fin.mul_zero]
attribute [simp] Fin.mul_one Fin.one_mul Fin.mul_zero Fin.zero_mul
protected theorem left_distrib (a b c : Fin n) : a * (b + c) = a * b + a * c :=
  Fin.ext (by rw [val_mul, val_add, val_add, val_mul, val_mul, Nat.mul_mod_mod, Nat.mul_add, Nat.mod_add_mod, Nat.add_mod_mod])
protected theorem right_distrib (a b c : Fin n) : (a + b) * c = a * c + b * c := by
  rw [Fin.mul_comm, Fin.left_distrib, Fin.mul_comm c, Fin.mul_comm c]
protected theorem mul_add (a b c : Fin n) : a * (b + c) = a * b + a * c := Fin.left_distrib a b c
protected theorem add_mul (a b c : Fin n) : (a + b) * c = a * c + b * c := Fin.right_distrib a b c
@[simp] protected theorem sub_self [NeZero n] (a : Fin n) : a - a = 0 :=
  Fin.ext (by rw [val_sub, Nat.sub_add_cancel (Nat.le_of_lt a.isLt), Nat.mod_self, val_zero])
@[simp] protected theorem sub_zero [NeZero n] (a : Fin n) : a - 0 = a :=
  Fin.ext (by rw [val_sub, val_zero, Nat.sub_zero, Nat.add_mod_left, Nat.mod_eq_of_lt a.isLt])
protected theorem sub_add_cancel (a b : Fin n) : a - b + b = a := Fin.ext (by
  rw [val_add, val_sub, Nat.mod_add_mod, Nat.add_right_comm, Nat.sub_add_cancel (Nat.le_of_lt b.isLt), Nat.add_mod_left, Nat.mod_eq_of_lt a.isLt])
protected theorem add_sub_cancel (a b : Fin n) : a + b - b = a := Fin.ext (by
  rw [val_sub, val_add, Nat.add_mod_mod, Nat.add_left_comm, Nat.sub_add_cancel (Nat.le_of_lt b.isLt), Nat.add_mod_right, Nat.mod_eq_of_lt a.isLt])
instance instAssociativeAdd : Std.Associative (α := Fin n) (· + ·) := ⟨Fin.add_assoc⟩
instance instCommutativeAdd : Std.Commutative (α := Fin n) (· + ·) := ⟨Fin.add_comm⟩
instance instAssociativeMul : Std.Associative (α := Fin n) (· * ·) := ⟨Fin.mul_assoc⟩
instance instCommutativeMul : Std.Commutative (α := Fin n) (· * ·) := ⟨Fin.mul_comm⟩
theorem val_add_eq_ite (a b : Fin n) : (a + b).val = if n ≤ a.val + b.val then a.val + b.val - n else a.val + b.val := by
  rw [val_add]
  by_cases h : n ≤ a.val + b.val
  · rw [if_pos h, Nat.mod_eq_sub_mod h, Nat.mod_eq_of_lt]
    exact (Nat.sub_lt_iff_lt_add h).mpr (Nat.add_lt_add a.isLt b.isLt)
  · rw [if_neg h, Nat.mod_eq_of_lt (Nat.lt_of_not_le h)]
theorem val_add_one_of_lt {i : Fin (n + 1)} (h : i < last n) : (i + 1).val = i.val + 1 := by
  have k : i.val < n := h
  rw [val_add, val_one', Nat.add_mod_mod, Nat.mod_eq_of_lt (Nat.succ_lt_succ k)]

/-! ### Maps between `Fin`s -/

@[simp] theorem val_last (n : Nat) : (last n).val = n := rfl
theorem le_last (i : Fin (n + 1)) : i ≤ last n := Nat.le_of_lt_succ i.isLt
@[simp] theorem last_zero : (last 0) = 0 := rfl
theorem last_pos : 0 < last (n + 1) := Nat.succ_pos n
theorem eq_last_of_not_lt {i : Fin (n + 1)} (h : ¬i.val < n) : i = last n := Fin.ext (Nat.le_antisymm i.is_le (Nat.le_of_not_lt h))
theorem val_lt_last {i : Fin (n + 1)} (h : i ≠ last n) : i.val < n := Nat.lt_of_not_le fun l => h (eq_last_of_not_lt (Nat.not_lt_of_ge l))
@[simp] theorem val_succ (j : Fin n) : j.succ.val = j.val + 1 := rfl
@[simp] theorem succ_mk (n i : Nat) (h : i < n) : Fin.succ ⟨i, h⟩ = ⟨i + 1, Nat.succ_lt_succ h⟩ := rfl
@[simp] theorem succ_pos (a : Fin n) : (0 : Fin (n + 1)) < a.succ := Nat.zero_lt_succ _
@[simp] theorem succ_ne_zero (k : Fin n) : Fin.succ k ≠ 0 := ne_of_val_ne (Nat.succ_ne_zero _)
@[simp] theorem succ_le_succ_iff {a b : Fin n} : a.succ ≤ b.succ ↔ a ≤ b := Nat.succ_le_succ_iff
@[simp] theorem succ_lt_succ_iff {a b : Fin n} : a.succ < b.succ ↔ a < b := Nat.succ_lt_succ_iff
theorem succ_injective (n : Nat) {a b : Fin n} (h : a.succ = b.succ) : a = b := Fin.ext (Nat.succ.inj (val_congr h))
@[simp] theorem succ_inj {a b : Fin n} : a.succ = b.succ ↔ a = b := ⟨succ_injective n, fun h => h ▸ rfl⟩
@[simp] theorem succ_zero_eq_one : Fin.succ (0 : Fin (n + 1)) = 1 := rfl
@[simp] theorem succ_last (n : Nat) : (last n).succ = last (n + 1) := rfl
theorem eq_succ_of_ne_zero {i : Fin (n + 1)} (h : i ≠ 0) : ∃ j : Fin n, i = j.succ :=
  match i, h with
  | ⟨0, _⟩, h => absurd (Fin.ext (Nat.zero_mod _).symm) h
  | ⟨i + 1, hi⟩, _ => ⟨⟨i, Nat.lt_of_succ_lt_succ hi⟩, rfl⟩
theorem eq_zero_or_eq_succ : ∀ i : Fin (n + 1), i = 0 ∨ ∃ j : Fin n, i = j.succ
  | 0 => .inl rfl
  | ⟨j + 1, h⟩ => .inr ⟨⟨j, Nat.lt_of_succ_lt_succ h⟩, rfl⟩
@[simp] theorem val_castSucc (i : Fin n) : i.castSucc.val = i.val := rfl
@[simp] theorem val_castLT (i : Fin m) (h : i.val < n) : (castLT i h).val = i.val := rfl
@[simp] theorem val_castLE (h : n ≤ m) (i : Fin n) : (castLE h i).val = i.val := rfl
@[simp] theorem val_cast (h : n = m) (i : Fin n) : (i.cast h).val = i.val := rfl
@[simp] theorem val_castAdd (m : Nat) (i : Fin n) : (castAdd m i).val = i.val := rfl
@[simp] theorem val_addNat (m : Nat) (i : Fin n) : (addNat i m).val = i.val + m := rfl
@[simp] theorem val_natAdd (m : Nat) (i : Fin n) : (natAdd m i).val = m + i.val := rfl
@[simp] theorem val_rev (i : Fin n) : i.rev.val = n - (i.val + 1) := rfl
@[simp] theorem val_pred (j : Fin (n + 1)) (h : j ≠ 0) : (j.pred h).val = j.val - 1 := rfl
@[simp] theorem val_subNat (i : Fin (n + m)) (h : m ≤ i.val) : (i.subNat m h).val = i.val - m := rfl
theorem castSucc_lt_last (a : Fin n) : a.castSucc < last n := a.isLt
@[simp] theorem castSucc_inj {a b : Fin n} : a.castSucc = b.castSucc ↔ a = b := ⟨fun h => Fin.ext (show a.castSucc.val = b.castSucc.val by rw [h]), fun h => h ▸ rfl⟩
theorem castSucc_lt_succ (i : Fin n) : i.castSucc < i.succ := Nat.lt_succ_self i.val
theorem castSucc_ne_last (a : Fin n) : a.castSucc ≠ last n := Fin.ne_of_lt (castSucc_lt_last a)
@[simp] theorem castSucc_zero [NeZero n] : castSucc (0 : Fin n) = 0 := Fin.ext (by rw [val_castSucc, val_zero, val_zero])
theorem rev_rev_val {n i : Nat} (h : i < n) : n - (n - (i + 1) + 1) = i := by
  obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_lt h
  rw [Nat.add_right_comm, Nat.add_sub_cancel_left, Nat.add_assoc, Nat.add_comm 1 k, Nat.add_sub_cancel]
@[simp] theorem rev_rev (i : Fin n) : i.rev.rev = i := Fin.ext (rev_rev_val i.isLt)
theorem rev_inj {i j : Fin n} : i.rev = j.rev ↔ i = j := ⟨fun h => by rw [← rev_rev i, h, rev_rev], fun h => h ▸ rfl⟩
@[simp] theorem pred_succ (i : Fin n) {h : i.succ ≠ 0} : i.succ.pred h = i := rfl
@[simp] theorem succ_pred (i : Fin (n + 1)) (h : i ≠ 0) : (i.pred h).succ = i :=
  Fin.ext (Nat.sub_add_cancel (Nat.pos_of_ne_zero (val_ne_zero_iff.mpr h)))

/-! ### Quantifiers -/

theorem forall_fin_succ {P : Fin (n + 1) → Prop} : (∀ i, P i) ↔ P 0 ∧ ∀ i : Fin n, P i.succ :=
  ⟨fun h => ⟨h 0, fun i => h i.succ⟩, fun ⟨h, k⟩ i => (eq_zero_or_eq_succ i).elim (fun e => e ▸ h) fun ⟨j, e⟩ => e ▸ k j⟩
theorem exists_fin_succ {P : Fin (n + 1) → Prop} : (∃ i, P i) ↔ P 0 ∨ ∃ i : Fin n, P i.succ :=
  ⟨fun ⟨i, h⟩ => (eq_zero_or_eq_succ i).elim (fun e => .inl (e ▸ h)) fun ⟨j, e⟩ => .inr ⟨j, e ▸ h⟩,
   fun h => h.elim (fun h => ⟨0, h⟩) fun ⟨i, h⟩ => ⟨i.succ, h⟩⟩
theorem forall_fin_zero {p : Fin 0 → Prop} : (∀ i, p i) ↔ True := ⟨fun _ => trivial, fun _ i => i.elim0⟩
theorem forall_fin_one {p : Fin 1 → Prop} : (∀ i, p i) ↔ p 0 := ⟨fun h => h 0, fun h i => eq_zero i ▸ h⟩
theorem exists_fin_one {p : Fin 1 → Prop} : (∃ i, p i) ↔ p 0 := ⟨fun ⟨i, h⟩ => eq_zero i ▸ h, fun h => ⟨0, h⟩⟩
theorem forall_fin_two {p : Fin 2 → Prop} : (∀ i, p i) ↔ p 0 ∧ p 1 := forall_fin_succ.trans (and_congr_right' forall_fin_one)
theorem exists_fin_two {p : Fin 2 → Prop} : (∃ i, p i) ↔ p 0 ∨ p 1 := exists_fin_succ.trans (or_congr_right exists_fin_one)
end Fin
