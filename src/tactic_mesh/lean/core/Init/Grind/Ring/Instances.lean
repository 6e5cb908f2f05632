prelude
import Init.Grind.Ring.Ordered
/-! Natural numbers and integers in the classes that `grind` looks up. -/
namespace Lean.Grind

instance : CommSemiring Nat where
  nsmul := ⟨(· * ·)⟩
  add_zero := Nat.add_zero
  add_comm := Nat.add_comm
  add_assoc := Nat.add_assoc
  mul_assoc := Nat.mul_assoc
  mul_comm := Nat.mul_comm
  mul_one := Nat.mul_one
  left_distrib := Nat.mul_add
  zero_mul := Nat.zero_mul
  pow_zero _ := rfl
  pow_succ _ _ := rfl
  ofNat_succ _ := rfl
instance : AddRightCancel Nat := ⟨fun _ _ _ => Nat.add_right_cancel⟩
instance : OrderedRing Nat where
  add_le_left_iff _ := Nat.add_le_add_iff_right.symm
  zero_lt_one := Nat.zero_lt_one
  mul_lt_mul_of_pos_left h k := Nat.mul_lt_mul_of_pos_left h k
  mul_lt_mul_of_pos_right h k := Nat.mul_lt_mul_of_pos_right h k
instance : IsCharP Nat 0 where
  ofNat_ext_iff {x y} := by rw [Nat.mod_zero, Nat.mod_zero]; exact Iff.rfl
instance : NoNatZeroDivisors Nat where
  no_nat_zero_divisors _ _ _ h := Nat.eq_of_mul_eq_mul_left (Nat.pos_of_ne_zero h)

instance : CommRing Int where
  nsmul := ⟨fun n i => (n : Int) * i⟩
  zsmul := ⟨(· * ·)⟩
  add_zero := Int.add_zero
  add_comm := Int.add_comm
  add_assoc := Int.add_assoc
  mul_assoc := Int.mul_assoc
  mul_comm := Int.mul_comm
  mul_one := Int.mul_one
  left_distrib := Int.mul_add
  zero_mul := Int.zero_mul
  pow_zero _ := rfl
  pow_succ _ _ := rfl
  ofNat_succ _ := rfl
  neg_add_cancel := Int.add_left_neg
  sub_eq_add_neg _ _ := Int.sub_eq_add_neg
  neg_zsmul := Int.neg_mul
instance : OrderedRing Int where
  add_le_left_iff _ := (Int.add_le_add_iff_right _).symm
  zero_lt_one := Int.zero_lt_one
  mul_lt_mul_of_pos_left h k := Int.mul_lt_mul_of_pos_left h k
  mul_lt_mul_of_pos_right h k := Int.mul_lt_mul_of_pos_right h k
instance : IsCharP Int 0 where
  ofNat_ext_iff {x y} := by rw [Nat.mod_zero, Nat.mod_zero]; exact Int.ofNat_inj
instance : NoNatZeroDivisors Int where
  no_nat_zero_divisors _ _ _ h e := Int.eq_of_mul_eq_mul_left (Int.ofNat_ne_zero.2 h) e
end Lean.Grind
