prelude
import Init.Data.Zero
import Init.Data.Nat.Order
/-! The class of terms that are not zero, by which types such as `Fin n` learn that they have numerals. -/
universe u
class NeZero {R : Type u} [Zero R] (n : R) : Prop where
  out : n ≠ 0
theorem NeZero.ne {R : Type u} [Zero R] (n : R) [h : NeZero n] : n ≠ 0 := h.out
theorem NeZero.ne' {R : Type u} [Zero R] (n : R) [h : NeZero n] : 0 ≠ n := fun e => h.out e.symm
theorem neZero_iff {R : Type u} [Zero R] {n : R} : NeZero n ↔ n ≠ 0 := ⟨fun h => h.out, NeZero.mk⟩
@[simp] theorem neZero_zero_iff_false {R : Type u} [Zero R] : NeZero (0 : R) ↔ False := ⟨fun h => h.out rfl, False.elim⟩
instance Nat.instNeZeroSucc {n : Nat} : NeZero (n + 1) := ⟨Nat.succ_ne_zero n⟩
theorem Nat.pos_of_neZero (n : Nat) [NeZero n] : 0 < n := Nat.pos_of_ne_zero (NeZero.ne n)
instance Nat.instNeZeroPow {n m : Nat} [NeZero n] : NeZero (n ^ m) := ⟨by
  induction m with
  | zero => exact Nat.one_ne_zero
  | succ m ih => exact Nat.mul_ne_zero ih (NeZero.ne n)⟩
