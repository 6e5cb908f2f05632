prelude
import Init.Data.Int.Order
import Init.Core.Operations
import Init.Data.Zero
import Init.Data.AC.Reflection
import Init.Omega
/-! Types with an addition, and with multiplication by natural numbers or integers: the classes in which `grind` does
linear arithmetic. -/
universe u
namespace Lean.Grind

class AddRightCancel (M : Type u) [Add M] : Prop where
  add_right_cancel : ∀ a b c : M, a + c = b + c → a = b
class AddCommMonoid (M : Type u) extends Zero M, Add M where
  add_zero : ∀ a : M, a + 0 = a
  add_comm : ∀ a b : M, a + b = b + a
  add_assoc : ∀ a b c : M, a + b + c = a + (b + c)
class AddCommGroup (M : Type u) extends AddCommMonoid M, Neg M, Sub M where
  neg_add_cancel : ∀ a : M, -a + a = 0
  sub_eq_add_neg : ∀ a b : M, a - b = a + -b
class NatModule (M : Type u) extends AddCommMonoid M where
  [nsmul : SMul Nat M]
  zero_nsmul : ∀ a : M, 0 • a = 0
  add_one_nsmul : ∀ n : Nat, ∀ a : M, (n + 1) • a = n • a + a
class IntModule (M : Type u) extends AddCommGroup M where
  [nsmul : SMul Nat M]
  [zsmul : SMul Int M]
  zero_zsmul : ∀ a : M, (0 : Int) • a = 0
  one_zsmul : ∀ a : M, (1 : Int) • a = a
  add_zsmul : ∀ n m : Int, ∀ a : M, (n + m) • a = n • a + m • a
  zsmul_natCast_eq_nsmul : ∀ n : Nat, ∀ a : M, (n : Int) • a = n • a

attribute [instance_reducible] NatModule.nsmul IntModule.zsmul
attribute [instance 100] AddCommMonoid.toZero AddCommMonoid.toAdd AddCommGroup.toAddCommMonoid AddCommGroup.toNeg
  AddCommGroup.toSub NatModule.toAddCommMonoid NatModule.nsmul IntModule.toAddCommGroup IntModule.zsmul

namespace AddCommMonoid
variable {M : Type u} [AddCommMonoid M]
instance : Std.Associative (α := M) (· + ·) := ⟨add_assoc⟩
instance : Std.Commutative (α := M) (· + ·) := ⟨add_comm⟩
theorem zero_add (a : M) : 0 + a = a := (add_comm 0 a).trans (add_zero a)
theorem add_left_comm (a b c : M) : a + (b + c) = b + (a + c) := by rw [← add_assoc, add_comm a b, add_assoc]
end AddCommMonoid

namespace AddCommGroup
open AddCommMonoid
variable {M : Type u} [AddCommGroup M]
theorem add_neg_cancel (a : M) : a + -a = 0 := (add_comm a (-a)).trans (neg_add_cancel a)
theorem sub_self (a : M) : a - a = 0 := (sub_eq_add_neg a a).trans (add_neg_cancel a)
theorem add_neg_cancel_right (a b : M) : a + b + -b = a := by rw [add_assoc, add_neg_cancel, add_zero]
theorem neg_add_cancel_right (a b : M) : a + -b + b = a := by rw [add_assoc, neg_add_cancel, add_zero]
theorem add_left_inj {a b : M} (c : M) : a + c = b + c ↔ a = b :=
  ⟨fun h => by rw [← add_neg_cancel_right a c, h, add_neg_cancel_right], fun h => h ▸ rfl⟩
theorem eq_neg_of_add_eq_zero {a b : M} (h : a + b = 0) : a = -b := by
  rw [← add_neg_cancel_right a b, h, zero_add]
theorem neg_zero : (-0 : M) = 0 := (eq_neg_of_add_eq_zero (add_zero 0)).symm
theorem neg_neg (a : M) : - -a = a := (eq_neg_of_add_eq_zero (add_neg_cancel a)).symm
theorem neg_add (a b : M) : -(a + b) = -a + -b := by
  refine (eq_neg_of_add_eq_zero ?_).symm
  rw [add_assoc, add_left_comm (-b), neg_add_cancel, add_zero, neg_add_cancel]
theorem sub_eq_zero_iff {a b : M} : a - b = 0 ↔ a = b := by
  rw [sub_eq_add_neg]
  exact ⟨fun h => (eq_neg_of_add_eq_zero h).trans (neg_neg b), fun h => h ▸ add_neg_cancel a⟩
theorem neg_sub (a b : M) : -(a - b) = b - a := by rw [sub_eq_add_neg, neg_add, neg_neg, add_comm, ← sub_eq_add_neg]
end AddCommGroup

namespace NatModule
open AddCommMonoid
variable {M : Type u} [NatModule M]
theorem one_nsmul (a : M) : 1 • a = a := by rw [← Nat.zero_add 1, add_one_nsmul, zero_nsmul, zero_add]
theorem add_nsmul (n m : Nat) (a : M) : (n + m) • a = n • a + m • a := by
  induction m with
  | zero => rw [Nat.add_zero, zero_nsmul, add_zero]
  | succ m ih => rw [← Nat.add_assoc, add_one_nsmul, ih, add_one_nsmul, add_assoc]
theorem nsmul_zero (n : Nat) : n • (0 : M) = 0 := by
  induction n with
  | zero => exact zero_nsmul 0
  | succ n ih => rw [add_one_nsmul, ih, add_zero]
theorem nsmul_add (n : Nat) (a b : M) : n • (a + b) = n • a + n • b := by
  induction n with
  | zero => rw [zero_nsmul, zero_nsmul, zero_nsmul, add_zero]
  | succ n ih => rw [add_one_nsmul, add_one_nsmul, add_one_nsmul, ih]; ac_rfl
end NatModule

namespace IntModule
instance (priority := 100) toNatModule {M : Type u} [I : IntModule M] : NatModule M :=
  { I with
    zero_nsmul a := (I.zsmul_natCast_eq_nsmul 0 a).symm.trans (I.zero_zsmul a)
    add_one_nsmul n a := by
      rw [← I.zsmul_natCast_eq_nsmul, ← I.zsmul_natCast_eq_nsmul, Int.natCast_add, I.add_zsmul]
      exact congrArg _ (I.one_zsmul a) }
end IntModule

/-- Multiplication by a natural number other than zero can be undone. -/
class NoNatZeroDivisors (α : Type u) [NatModule α] : Prop where
  no_nat_zero_divisors : ∀ (k : Nat) (a b : α), k ≠ 0 → k • a = k • b → a = b
export NoNatZeroDivisors (no_nat_zero_divisors)
end Lean.Grind
