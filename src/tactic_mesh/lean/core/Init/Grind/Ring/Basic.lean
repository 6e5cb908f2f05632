prelude
import Init.Grind.Module
/-! Semirings and rings as `grind` asks for them: numerals, casts, powers and multiplication by integers are fields, so
that they are the type's own. -/
universe u
namespace Lean.Grind

class Semiring (α : Type u) extends Add α, Mul α where
  [natCast : NatCast α]
  [ofNat : ∀ n, OfNat α n]
  [nsmul : SMul Nat α]
  [npow : HPow α Nat α]
  add_zero : ∀ a : α, a + 0 = a
  add_comm : ∀ a b : α, a + b = b + a
  add_assoc : ∀ a b c : α, a + b + c = a + (b + c)
  mul_assoc : ∀ a b c : α, a * b * c = a * (b * c)
  mul_one : ∀ a : α, a * 1 = a
  one_mul : ∀ a : α, 1 * a = a
  left_distrib : ∀ a b c : α, a * (b + c) = a * b + a * c
  right_distrib : ∀ a b c : α, (a + b) * c = a * c + b * c
  zero_mul : ∀ a : α, 0 * a = 0
  mul_zero : ∀ a : α, a * 0 = 0
  pow_zero : ∀ a : α, a ^ 0 = 1
  pow_succ : ∀ a : α, ∀ n : Nat, a ^ (n + 1) = (a ^ n) * a
  ofNat_succ : ∀ a : Nat, OfNat.ofNat (α := α) (a + 1) = OfNat.ofNat a + 1 := by intros; rfl
  ofNat_eq_natCast : ∀ n : Nat, OfNat.ofNat (α := α) n = Nat.cast n := by intros; rfl
  nsmul_eq_natCast_mul : ∀ n : Nat, ∀ a : α, n • a = Nat.cast n * a := by intros; rfl
class Ring (α : Type u) extends Semiring α, Neg α, Sub α where
  [intCast : IntCast α]
  [zsmul : SMul Int α]
  neg_add_cancel : ∀ a : α, -a + a = 0
  sub_eq_add_neg : ∀ a b : α, a - b = a + -b
  neg_zsmul : ∀ (i : Int) (a : α), (-i : Int) • a = -(i • a)
  zsmul_natCast_eq_nsmul : ∀ n : Nat, ∀ a : α, (n : Int) • a = n • a := by intros; rfl
  intCast_ofNat : ∀ n : Nat, Int.cast (OfNat.ofNat (α := Int) n) = OfNat.ofNat (α := α) n := by intros; rfl
  intCast_neg : ∀ i : Int, Int.cast (R := α) (-i) = -Int.cast i := by intros; rfl
class CommSemiring (α : Type u) extends Semiring α where
  mul_comm : ∀ a b : α, a * b = b * a
  one_mul a := (mul_comm 1 a).trans (mul_one a)
  mul_zero a := (mul_comm a 0).trans (zero_mul a)
  right_distrib a b c := (mul_comm (a + b) c).trans <| (left_distrib c a b).trans <| by rw [mul_comm c a, mul_comm c b]
class CommRing (α : Type u) extends Ring α, CommSemiring α
class Field (α : Type u) extends CommRing α, Inv α, Div α where
  [zpow : HPow α Int α]
  div_eq_mul_inv : ∀ a b : α, a / b = a * b⁻¹
  zero_ne_one : (0 : α) ≠ 1
  inv_zero : (0 : α)⁻¹ = 0
  mul_inv_cancel : ∀ {a : α}, a ≠ 0 → a * a⁻¹ = 1
  zpow_zero : ∀ a : α, a ^ (0 : Int) = 1
  zpow_succ : ∀ (a : α) (n : Nat), a ^ (n + 1 : Int) = a ^ (n : Int) * a
  zpow_neg : ∀ (a : α) (n : Int), a ^ (-n) = (a ^ n)⁻¹
attribute [instance_reducible] Semiring.npow Semiring.ofNat Semiring.natCast Semiring.nsmul Ring.intCast Ring.zsmul Field.zpow
attribute [instance 100] Semiring.toAdd Semiring.toMul Semiring.npow Semiring.ofNat Ring.toNeg Ring.toSub
  Field.toInv Field.toDiv Field.zpow
attribute [local instance] Semiring.natCast Semiring.nsmul Ring.intCast Ring.zsmul

/-- The characteristic: numerals are equal when they are congruent modulo `p`. -/
class IsCharP (α : Type u) [Semiring α] (p : outParam Nat) : Prop where
  ofNat_ext_iff (p) : ∀ {x y : Nat}, OfNat.ofNat (α := α) x = OfNat.ofNat (α := α) y ↔ x % p = y % p
/-- A power that changes nothing, as the `p`-th does in the field with `p` elements. -/
class PowIdentity (α : Type u) [CommSemiring α] (p : outParam Nat) : Prop where
  pow_eq : ∀ a : α, a ^ p = a

namespace Semiring
variable {α : Type u} [Semiring α]
instance : Std.Associative (α := α) (· + ·) := ⟨add_assoc⟩
instance : Std.Commutative (α := α) (· + ·) := ⟨add_comm⟩
instance : Std.Associative (α := α) (· * ·) := ⟨mul_assoc⟩
theorem zero_add (a : α) : 0 + a = a := (add_comm 0 a).trans (add_zero a)
theorem add_left_comm (a b c : α) : a + (b + c) = b + (a + c) := by rw [← add_assoc, add_comm a b, add_assoc]
theorem natCast_eq_ofNat (n : Nat) : NatCast.natCast n = OfNat.ofNat (α := α) n := (ofNat_eq_natCast n).symm
theorem natCast_zero : ((0 : Nat) : α) = 0 := natCast_eq_ofNat 0
theorem natCast_one : ((1 : Nat) : α) = 1 := natCast_eq_ofNat 1
theorem natCast_succ (n : Nat) : ((n + 1 : Nat) : α) = (n : α) + 1 := by
  rw [← ofNat_eq_natCast, ofNat_succ, ofNat_eq_natCast]
theorem natCast_add (a b : Nat) : ((a + b : Nat) : α) = (a : α) + (b : α) := by
  induction b with
  | zero => rw [Nat.add_zero, natCast_zero, add_zero]
  | succ b ih => rw [← Nat.add_assoc, natCast_succ, ih, natCast_succ, add_assoc]
theorem natCast_mul (a b : Nat) : ((a * b : Nat) : α) = (a : α) * (b : α) := by
  induction b with
  | zero => rw [Nat.mul_zero, natCast_zero, mul_zero]
  | succ b ih => rw [Nat.mul_succ, natCast_add, ih, natCast_succ, left_distrib, mul_one]
theorem natCast_mul_comm (n : Nat) (a : α) : (n : α) * a = a * n := by
  induction n with
  | zero => rw [natCast_zero, zero_mul, mul_zero]
  | succ n ih => rw [natCast_succ, right_distrib, left_distrib, ih, one_mul, mul_one]
instance (priority := 100) toNatModule [I : Semiring α] : NatModule α :=
  { I with
    zero_nsmul a := by rw [nsmul_eq_natCast_mul, natCast_zero, zero_mul]
    add_one_nsmul n a := by
      rw [nsmul_eq_natCast_mul, nsmul_eq_natCast_mul, natCast_succ, right_distrib, one_mul] }
theorem pow_one (a : α) : a ^ 1 = a := by rw [← Nat.zero_add 1, pow_succ, pow_zero, one_mul]
theorem pow_two (a : α) : a ^ 2 = a * a := by rw [pow_succ, pow_one]
theorem pow_add (a : α) (k l : Nat) : a ^ (k + l) = a ^ k * a ^ l := by
  induction l with
  | zero => rw [Nat.add_zero, pow_zero, mul_one]
  | succ l ih => rw [← Nat.add_assoc, pow_succ, ih, pow_succ, mul_assoc]
theorem pow_add_congr (a r : α) (k k₁ k₂ : Nat) (h : k = k₁ + k₂) (h' : a ^ k₁ * a ^ k₂ = r) : a ^ k = r := by
  rw [h, pow_add, h']
theorem one_mul_congr {a b : α} (h : a = 1) (c : α) (h' : b = c) : a * b = c := by rw [h, one_mul, h']
end Semiring

namespace Ring
variable {α : Type u} [Ring α]
theorem intCast_natCast (n : Nat) : ((n : Int) : α) = (n : α) := (intCast_ofNat n).trans (Semiring.ofNat_eq_natCast n)
theorem intCast_zero : ((0 : Int) : α) = 0 := intCast_ofNat 0
theorem intCast_one : ((1 : Int) : α) = 1 := intCast_ofNat 1
instance (priority := 100) toAddCommGroup [I : Ring α] : AddCommGroup α := { I with }
theorem natCast_sub {m n : Nat} (h : n ≤ m) : ((m - n : Nat) : α) = (m : α) + -(n : α) := by
  refine ((AddCommGroup.add_left_inj (n : α)).1 ?_)
  rw [← Semiring.natCast_add, Nat.sub_add_cancel h]
  exact (AddCommGroup.neg_add_cancel_right (m : α) (n : α)).symm
theorem intCast_subNatNat (m n : Nat) : ((Int.subNatNat m n : Int) : α) = (m : α) + -(n : α) := by
  rcases Nat.le_total n m with h | h
  · have e : Int.subNatNat m n = (m - n : Nat) := by rw [Int.subNatNat_eq_coe]; omega
    rw [e, intCast_natCast, natCast_sub h]
  · have e : Int.subNatNat m n = -((n - m : Nat) : Int) := by rw [Int.subNatNat_eq_coe]; omega
    rw [e, intCast_neg, intCast_natCast, natCast_sub h]
    refine (AddCommGroup.neg_add (n : α) (-(m : α))).trans ?_
    rw [Semiring.add_comm]
    exact congrArg (· + -(n : α)) (AddCommGroup.neg_neg (m : α))
theorem intCast_negSucc (n : Nat) : ((Int.negSucc n : Int) : α) = -((n + 1 : Nat) : α) :=
  (congrArg Int.cast (Int.negSucc_eq n)).trans ((intCast_neg _).trans (congrArg _ (intCast_natCast (n + 1))))
theorem intCast_add (x y : Int) : ((x + y : Int) : α) = (x : α) + (y : α) := by
  match x, y with
  | .ofNat m, .ofNat n =>
    show ((((m + n : Nat) : Int)) : α) = _
    rw [intCast_natCast, Semiring.natCast_add]
    exact (congr (congrArg _ (intCast_natCast m)) (intCast_natCast n)).symm
  | .ofNat m, .negSucc n =>
    rw [intCast_negSucc, show ((Int.ofNat m : Int) : α) = (m : α) from intCast_natCast m]
    exact intCast_subNatNat m (n + 1)
  | .negSucc m, .ofNat n =>
    rw [intCast_negSucc, show ((Int.ofNat n : Int) : α) = (n : α) from intCast_natCast n, Semiring.add_comm]
    exact intCast_subNatNat n (m + 1)
  | .negSucc m, .negSucc n =>
    rw [intCast_negSucc, intCast_negSucc]
    refine (intCast_negSucc _).trans ?_
    rw [show m + n + 1 + 1 = (m + 1) + (n + 1) by omega, Semiring.natCast_add]
    exact AddCommGroup.neg_add _ _
theorem intCast_sub (x y : Int) : ((x - y : Int) : α) = (x : α) - (y : α) := by
  rw [Int.sub_eq_add_neg, intCast_add, intCast_neg, sub_eq_add_neg]
theorem neg_mul (a b : α) : -a * b = -(a * b) := by
  refine AddCommGroup.eq_neg_of_add_eq_zero ?_
  show -a * b + a * b = 0
  rw [← Semiring.right_distrib, neg_add_cancel, Semiring.zero_mul]
theorem mul_neg (a b : α) : a * -b = -(a * b) := by
  refine AddCommGroup.eq_neg_of_add_eq_zero ?_
  show a * -b + a * b = 0
  rw [← Semiring.left_distrib, neg_add_cancel, Semiring.mul_zero]
theorem intCast_natCast_mul (n : Nat) (y : Int) : (((n : Int) * y : Int) : α) = (n : α) * (y : α) := by
  induction n with
  | zero => rw [Int.natCast_zero, Int.zero_mul, intCast_zero, Semiring.natCast_zero, Semiring.zero_mul]
  | succ n ih =>
    rw [Int.natCast_succ, Int.add_mul, Int.one_mul, intCast_add, ih, Semiring.natCast_succ, Semiring.right_distrib,
      Semiring.one_mul]
theorem intCast_mul (x y : Int) : ((x * y : Int) : α) = (x : α) * (y : α) := by
  match x with
  | .ofNat n => exact (intCast_natCast_mul n y).trans (congrArg (· * (y : α)) (intCast_natCast n).symm)
  | .negSucc n =>
    rw [intCast_negSucc, neg_mul, ← intCast_natCast_mul, ← intCast_neg, Int.negSucc_eq, ← Int.neg_mul]; rfl
theorem intCast_mul_comm (x : Int) (a : α) : (x : α) * a = a * x := by
  match x with
  | .ofNat n => rw [show ((Int.ofNat n : Int) : α) = (n : α) from intCast_natCast n]; exact Semiring.natCast_mul_comm n a
  | .negSucc n => rw [intCast_negSucc, neg_mul, mul_neg, Semiring.natCast_mul_comm]
theorem zsmul_eq_intCast_mul (k : Int) (a : α) : (k • a : α) = (k : α) * a := by
  match k with
  | .ofNat n =>
    rw [show ((Int.ofNat n : Int) : α) = (n : α) from intCast_natCast n, ← Semiring.nsmul_eq_natCast_mul]
    exact zsmul_natCast_eq_nsmul n a
  | .negSucc n =>
    rw [intCast_negSucc, neg_mul, ← Semiring.nsmul_eq_natCast_mul, ← zsmul_natCast_eq_nsmul, ← neg_zsmul,
      Int.negSucc_eq]; rfl
instance (priority := 100) toIntModule [I : Ring α] : IntModule α :=
  { I with
    zero_zsmul a := by rw [zsmul_eq_intCast_mul, intCast_zero, Semiring.zero_mul]
    one_zsmul a := by rw [zsmul_eq_intCast_mul, intCast_one, Semiring.one_mul]
    add_zsmul n m a := by
      rw [zsmul_eq_intCast_mul, zsmul_eq_intCast_mul, zsmul_eq_intCast_mul, intCast_add, Semiring.right_distrib] }
end Ring

namespace CommSemiring
variable {α : Type u} [CommSemiring α]
instance : Std.Commutative (α := α) (· * ·) := ⟨mul_comm⟩
end CommSemiring
end Lean.Grind
