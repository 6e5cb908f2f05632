prelude
import Init.Grind.Ring.Ordered
/-! The ring of differences of a semiring: pairs of elements, where `(a, b)` stands for `a - b`. What holds of the
differences `a - 0` in the ring holds of the elements, if addition can be cancelled. -/
universe u
namespace Lean.Grind.Ring.OfSemiring
attribute [local instance] Semiring.natCast Semiring.nsmul Ring.intCast Ring.zsmul

section
variable (α : Type u) [Semiring α]
/-- `a - b` and `c - d` are the same difference. -/
def rel (p q : α × α) : Prop := ∃ k, p.1 + q.2 + k = q.1 + p.2 + k
theorem rel_refl (p : α × α) : rel α p p := ⟨0, rfl⟩
variable {α}
theorem rel_symm {p q : α × α} : rel α p q → rel α q p := fun ⟨k, h⟩ => ⟨k, h.symm⟩
theorem rel_trans {p q r : α × α} : rel α p q → rel α q r → rel α p r := fun ⟨k, h⟩ ⟨l, h'⟩ => by
  refine ⟨q.1 + q.2 + k + l, ?_⟩
  calc p.1 + r.2 + (q.1 + q.2 + k + l)
    _ = p.1 + q.2 + k + (q.1 + r.2 + l) := by ac_rfl
    _ = q.1 + p.2 + k + (r.1 + q.2 + l) := by rw [h, h']
    _ = r.1 + p.2 + (q.1 + q.2 + k + l) := by ac_rfl
variable (α)
def Q : Type u := Quot (rel α)
end

variable {α : Type u}
section
variable [Semiring α]
def Q.mk (p : α × α) : Q α := Quot.mk (rel α) p
theorem Q.sound {p q : α × α} (h : rel α p q) : Q.mk p = Q.mk q := Quot.sound h
theorem Q.exact {p q : α × α} (h : Q.mk p = Q.mk q) : rel α p q := by
  have : ∀ q : Q α, Quot.lift (r := rel α) (fun r => rel α p r)
      (fun _ _ s => propext ⟨fun t => rel_trans t s, fun t => rel_trans t (rel_symm s)⟩) q ↔ Q.mk p = q := fun q => by
    induction q using Quot.ind with
    | mk r =>
      refine ⟨Q.sound, fun e => ?_⟩
      have := congrArg (Quot.lift (r := rel α) (fun r => rel α p r)
        (fun _ _ s => propext ⟨fun t => rel_trans t s, fun t => rel_trans t (rel_symm s)⟩)) e
      exact this.mp (rel_refl α p)
  exact (this (Q.mk q)).mpr h
@[elab_as_elim] theorem Q.ind {motive : Q α → Prop} (h : ∀ p, motive (Q.mk p)) (q : Q α) : motive q := Quot.ind h q

def toQ (a : α) : Q α := Q.mk (a, 0)
/-- An operation on pairs that respects sameness on either side is one on differences. -/
def Q.lift₂ (f : α × α → α × α → α × α) (h₁ : ∀ p q r, rel α p q → rel α (f p r) (f q r))
    (h₂ : ∀ p q r, rel α p q → rel α (f r p) (f r q)) : Q α → Q α → Q α :=
  Quot.lift (fun p => Quot.lift (fun q => Q.mk (f p q)) fun q r h => Q.sound (h₂ q r p h))
    fun p q h => funext (Q.ind fun r => Q.sound (h₁ p q r h))
def add : Q α → Q α → Q α := Q.lift₂ (fun p q => (p.1 + q.1, p.2 + q.2))
  (fun p q r ⟨k, h⟩ => ⟨k + r.1 + r.2, by
    show p.1 + r.1 + (q.2 + r.2) + (k + r.1 + r.2) = q.1 + r.1 + (p.2 + r.2) + (k + r.1 + r.2)
    calc p.1 + r.1 + (q.2 + r.2) + (k + r.1 + r.2)
      _ = (p.1 + q.2 + k) + (r.1 + r.2 + r.1 + r.2) := by ac_rfl
      _ = (q.1 + p.2 + k) + (r.1 + r.2 + r.1 + r.2) := by rw [h]
      _ = q.1 + r.1 + (p.2 + r.2) + (k + r.1 + r.2) := by ac_rfl⟩)
  (fun p q r ⟨k, h⟩ => ⟨k + r.1 + r.2, by
    show r.1 + p.1 + (r.2 + q.2) + (k + r.1 + r.2) = r.1 + q.1 + (r.2 + p.2) + (k + r.1 + r.2)
    calc r.1 + p.1 + (r.2 + q.2) + (k + r.1 + r.2)
      _ = (p.1 + q.2 + k) + (r.1 + r.2 + r.1 + r.2) := by ac_rfl
      _ = (q.1 + p.2 + k) + (r.1 + r.2 + r.1 + r.2) := by rw [h]
      _ = r.1 + q.1 + (r.2 + p.2) + (k + r.1 + r.2) := by ac_rfl⟩)
def neg : Q α → Q α := Quot.lift (fun p => Q.mk (p.2, p.1)) fun p q ⟨k, h⟩ => Q.sound ⟨k, by
  show p.2 + q.1 + k = q.2 + p.1 + k
  rw [Semiring.add_comm p.2, Semiring.add_comm q.2, h]⟩
def mul : Q α → Q α → Q α := Q.lift₂ (fun p q => (p.1 * q.1 + p.2 * q.2, p.1 * q.2 + p.2 * q.1))
  (fun p q r ⟨k, h⟩ => ⟨k * r.1 + k * r.2, by
    show p.1 * r.1 + p.2 * r.2 + (q.1 * r.2 + q.2 * r.1) + (k * r.1 + k * r.2) =
      q.1 * r.1 + q.2 * r.2 + (p.1 * r.2 + p.2 * r.1) + (k * r.1 + k * r.2)
    have h₁ := congrArg (· * r.1) h
    have h₂ := congrArg (· * r.2) h
    simp only [Semiring.right_distrib] at h₁ h₂
    calc p.1 * r.1 + p.2 * r.2 + (q.1 * r.2 + q.2 * r.1) + (k * r.1 + k * r.2)
      _ = (p.1 * r.1 + q.2 * r.1 + k * r.1) + (q.1 * r.2 + p.2 * r.2 + k * r.2) := by ac_rfl
      _ = (q.1 * r.1 + p.2 * r.1 + k * r.1) + (p.1 * r.2 + q.2 * r.2 + k * r.2) := by rw [h₁, h₂]
      _ = q.1 * r.1 + q.2 * r.2 + (p.1 * r.2 + p.2 * r.1) + (k * r.1 + k * r.2) := by ac_rfl⟩)
  (fun p q r ⟨k, h⟩ => ⟨r.1 * k + r.2 * k, by
    show r.1 * p.1 + r.2 * p.2 + (r.1 * q.2 + r.2 * q.1) + (r.1 * k + r.2 * k) =
      r.1 * q.1 + r.2 * q.2 + (r.1 * p.2 + r.2 * p.1) + (r.1 * k + r.2 * k)
    have h₁ := congrArg (r.1 * ·) h
    have h₂ := congrArg (r.2 * ·) h
    simp only [Semiring.left_distrib] at h₁ h₂
    calc r.1 * p.1 + r.2 * p.2 + (r.1 * q.2 + r.2 * q.1) + (r.1 * k + r.2 * k)
      _ = (r.1 * p.1 + r.1 * q.2 + r.1 * k) + (r.2 * q.1 + r.2 * p.2 + r.2 * k) := by ac_rfl
      _ = (r.1 * q.1 + r.1 * p.2 + r.1 * k) + (r.2 * p.1 + r.2 * q.2 + r.2 * k) := by rw [h₁, h₂]
      _ = r.1 * q.1 + r.2 * q.2 + (r.1 * p.2 + r.2 * p.1) + (r.1 * k + r.2 * k) := by ac_rfl⟩)
def natCast (n : Nat) : Q α := toQ (n : α)
def intCast : Int → Q α
  | .ofNat n => natCast n
  | .negSucc n => neg (natCast (n + 1))
def npow (a : Q α) : Nat → Q α
  | 0 => natCast 1
  | n + 1 => mul (npow a n) a

theorem mk_congr {a b c d : α} (h : a = c) (h' : b = d) : Q.mk (a, b) = Q.mk (c, d) := by rw [h, h']
theorem add_zero' (a : Q α) : add a (natCast 0) = a := by
  refine Q.ind (fun p => ?_) a
  show Q.mk (p.1 + ((0 : Nat) : α), p.2 + 0) = Q.mk p
  exact mk_congr (by rw [Semiring.natCast_zero, Semiring.add_zero]) (Semiring.add_zero _)
theorem natCast_succ' (n : Nat) : (natCast (n + 1) : Q α) = add (natCast n) (natCast 1) :=
  mk_congr (by show _ = (n : α) + ((1 : Nat) : α); rw [Semiring.natCast_succ, Semiring.natCast_one]) (Semiring.add_zero 0).symm
theorem neg_add_cancel' (a : Q α) : add (neg a) a = natCast 0 := by
  refine Q.ind (fun p => ?_) a
  refine Q.sound ⟨0, ?_⟩
  show p.2 + p.1 + 0 + 0 = ((0 : Nat) : α) + (p.1 + p.2) + 0
  rw [Semiring.natCast_zero, Semiring.add_zero, Semiring.zero_add, Semiring.add_comm p.2]
theorem neg_neg' (a : Q α) : neg (neg a) = a := by
  refine Q.ind (fun p => ?_) a
  rfl
theorem neg_zero' : (neg (natCast 0) : Q α) = natCast 0 := by
  show Q.mk (0, ((0 : Nat) : α)) = Q.mk (((0 : Nat) : α), 0)
  rw [Semiring.natCast_zero]
theorem neg_mul' (a b : Q α) : mul (neg a) b = neg (mul a b) := by
  refine Q.ind (fun p => ?_) a
  refine Q.ind (fun q => ?_) b
  exact mk_congr (Semiring.add_comm _ _) (Semiring.add_comm _ _)
theorem intCast_neg' (i : Int) : (intCast (-i) : Q α) = neg (intCast i) := by
  match i with
  | .ofNat 0 => exact neg_zero'.symm
  | .ofNat (n + 1) => rfl
  | .negSucc n => exact (neg_neg' _).symm

/-- The ring of differences. -/
@[reducible] def ofSemiring : Ring (Q α) where
  natCast := ⟨natCast⟩
  ofNat n := ⟨natCast n⟩
  intCast := ⟨intCast⟩
  nsmul := ⟨fun n a => mul (natCast n) a⟩
  zsmul := ⟨fun i a => mul (intCast i) a⟩
  npow := ⟨npow⟩
  add := add
  mul := mul
  neg := neg
  sub a b := add a (neg b)
  add_zero := add_zero'
  add_comm a b := by
    refine Q.ind (fun p => ?_) a
    refine Q.ind (fun q => ?_) b
    exact mk_congr (Semiring.add_comm _ _) (Semiring.add_comm _ _)
  add_assoc a b c := by
    refine Q.ind (fun p => ?_) a
    refine Q.ind (fun q => ?_) b
    refine Q.ind (fun r => ?_) c
    exact mk_congr (Semiring.add_assoc _ _ _) (Semiring.add_assoc _ _ _)
  mul_assoc a b c := by
    refine Q.ind (fun p => ?_) a
    refine Q.ind (fun q => ?_) b
    refine Q.ind (fun r => ?_) c
    refine mk_congr ?_ ?_
    · show (p.1 * q.1 + p.2 * q.2) * r.1 + (p.1 * q.2 + p.2 * q.1) * r.2 =
        p.1 * (q.1 * r.1 + q.2 * r.2) + p.2 * (q.1 * r.2 + q.2 * r.1)
      simp only [Semiring.left_distrib, Semiring.right_distrib, Semiring.mul_assoc]
      ac_rfl
    · show (p.1 * q.1 + p.2 * q.2) * r.2 + (p.1 * q.2 + p.2 * q.1) * r.1 =
        p.1 * (q.1 * r.2 + q.2 * r.1) + p.2 * (q.1 * r.1 + q.2 * r.2)
      simp only [Semiring.left_distrib, Semiring.right_distrib, Semiring.mul_assoc]
      ac_rfl
  mul_one a := by
    refine Q.ind (fun p => ?_) a
    refine mk_congr ?_ ?_
    · show p.1 * ((1 : Nat) : α) + p.2 * 0 = p.1
      rw [Semiring.natCast_one, Semiring.mul_one, Semiring.mul_zero, Semiring.add_zero]
    · show p.1 * 0 + p.2 * ((1 : Nat) : α) = p.2
      rw [Semiring.natCast_one, Semiring.mul_one, Semiring.mul_zero, Semiring.zero_add]
  one_mul a := by
    refine Q.ind (fun p => ?_) a
    refine mk_congr ?_ ?_
    · show ((1 : Nat) : α) * p.1 + 0 * p.2 = p.1
      rw [Semiring.natCast_one, Semiring.one_mul, Semiring.zero_mul, Semiring.add_zero]
    · show ((1 : Nat) : α) * p.2 + 0 * p.1 = p.2
      rw [Semiring.natCast_one, Semiring.one_mul, Semiring.zero_mul, Semiring.add_zero]
  left_distrib a b c := by
    refine Q.ind (fun p => ?_) a
    refine Q.ind (fun q => ?_) b
    refine Q.ind (fun r => ?_) c
    refine mk_congr ?_ ?_
    · show p.1 * (q.1 + r.1) + p.2 * (q.2 + r.2) = p.1 * q.1 + p.2 * q.2 + (p.1 * r.1 + p.2 * r.2)
      simp only [Semiring.left_distrib]
      ac_rfl
    · show p.1 * (q.2 + r.2) + p.2 * (q.1 + r.1) = p.1 * q.2 + p.2 * q.1 + (p.1 * r.2 + p.2 * r.1)
      simp only [Semiring.left_distrib]
      ac_rfl
  right_distrib a b c := by
    refine Q.ind (fun p => ?_) a
    refine Q.ind (fun q => ?_) b
    refine Q.ind (fun r => ?_) c
    refine mk_congr ?_ ?_
    · show (p.1 + q.1) * r.1 + (p.2 + q.2) * r.2 = p.1 * r.1 + p.2 * r.2 + (q.1 * r.1 + q.2 * r.2)
      simp only [Semiring.right_distrib]
      ac_rfl
    · show (p.1 + q.1) * r.2 + (p.2 + q.2) * r.1 = p.1 * r.2 + p.2 * r.1 + (q.1 * r.2 + q.2 * r.1)
      simp only [Semiring.right_distrib]
      ac_rfl
  zero_mul a := by
    refine Q.ind (fun p => ?_) a
    refine mk_congr ?_ ?_
    · show ((0 : Nat) : α) * p.1 + 0 * p.2 = ((0 : Nat) : α)
      rw [Semiring.natCast_zero, Semiring.zero_mul, Semiring.zero_mul, Semiring.add_zero]
    · show ((0 : Nat) : α) * p.2 + 0 * p.1 = 0
      rw [Semiring.natCast_zero, Semiring.zero_mul, Semiring.zero_mul, Semiring.add_zero]
  mul_zero a := by
    refine Q.ind (fun p => ?_) a
    refine mk_congr ?_ ?_
    · show p.1 * ((0 : Nat) : α) + p.2 * 0 = ((0 : Nat) : α)
      rw [Semiring.natCast_zero, Semiring.mul_zero, Semiring.mul_zero, Semiring.add_zero]
    · show p.1 * 0 + p.2 * ((0 : Nat) : α) = 0
      rw [Semiring.natCast_zero, Semiring.mul_zero, Semiring.mul_zero, Semiring.add_zero]
  pow_zero _ := rfl
  pow_succ _ _ := rfl
  ofNat_succ := natCast_succ'
  neg_add_cancel := neg_add_cancel'
  sub_eq_add_neg _ _ := rfl
  neg_zsmul i a := by
    show mul (intCast (-i)) a = neg (mul (intCast i) a)
    rw [intCast_neg', neg_mul']
  intCast_neg := intCast_neg'
attribute [instance] ofSemiring

/-! ## From the semiring and back -/

theorem toQ_add (a b : α) : toQ (a + b) = toQ a + toQ b := mk_congr rfl (Semiring.add_zero 0).symm
theorem toQ_mul (a b : α) : toQ (a * b) = toQ a * toQ b := mk_congr
  (by show a * b = a * b + 0 * 0; rw [Semiring.zero_mul, Semiring.add_zero])
  (by show 0 = a * 0 + 0 * b; rw [Semiring.mul_zero, Semiring.zero_mul, Semiring.add_zero])
theorem toQ_natCast (n : Nat) : toQ (n : α) = (n : Q α) := rfl
theorem toQ_ofNat (n : Nat) : toQ (OfNat.ofNat n : α) = OfNat.ofNat (α := Q α) n :=
  congrArg toQ (Semiring.ofNat_eq_natCast n)
theorem toQ_one : toQ (1 : α) = 1 := toQ_ofNat 1
theorem toQ_pow (a : α) (n : Nat) : toQ (a ^ n) = toQ a ^ n := by
  induction n with
  | zero => rw [Semiring.pow_zero, toQ_one]; exact (Semiring.pow_zero (toQ a)).symm
  | succ n ih => rw [Semiring.pow_succ, toQ_mul, ih]; exact (Semiring.pow_succ (toQ a) n).symm
theorem toQ_inj [AddRightCancel α] {a b : α} (h : toQ a = toQ b) : a = b := by
  obtain ⟨k, h⟩ := Q.exact h
  have h := AddRightCancel.add_right_cancel _ _ _ h
  exact AddRightCancel.add_right_cancel _ _ _ h

end

instance instIsCharPQOfAddRightCancel {p : Nat} [Semiring α] [AddRightCancel α] [i : IsCharP α p] : IsCharP (Q α) p where
  ofNat_ext_iff {x y} := by
    rw [← i.ofNat_ext_iff, ← toQ_ofNat, ← toQ_ofNat]
    exact ⟨toQ_inj, fun h => h ▸ rfl⟩
instance instNoNatZeroDivisorsQOfAddRightCancel [Semiring α] [AddRightCancel α] [i : NoNatZeroDivisors α] :
    NoNatZeroDivisors (Q α) where
  no_nat_zero_divisors k a b hk := by
    refine Q.ind (fun p => ?_) a
    refine Q.ind (fun q => ?_) b
    intro h
    obtain ⟨c, h⟩ := Q.exact h
    have h : (k : α) * p.1 + 0 * p.2 + ((k : α) * q.2 + 0 * q.1) + c = (k : α) * q.1 + 0 * q.2 + ((k : α) * p.2 + 0 * p.1) + c := h
    rw [Semiring.zero_mul, Semiring.zero_mul, Semiring.zero_mul, Semiring.zero_mul, Semiring.add_zero, Semiring.add_zero,
      Semiring.add_zero, Semiring.add_zero, ← Semiring.left_distrib, ← Semiring.left_distrib,
      ← Semiring.nsmul_eq_natCast_mul, ← Semiring.nsmul_eq_natCast_mul] at h
    exact Q.sound ⟨0, congrArg (· + 0) (i.no_nat_zero_divisors k _ _ hk (AddRightCancel.add_right_cancel _ _ _ h))⟩
end Lean.Grind.Ring.OfSemiring

namespace Lean.Grind.CommRing.OfCommSemiring
open Ring.OfSemiring
variable {α : Type u} [CommSemiring α]
/-- The commutative ring of differences. -/
@[reducible] def ofCommSemiring : CommRing (Q α) where
  toRing := ofSemiring
  mul_comm a b := by
    refine Q.ind (fun p => ?_) a
    refine Q.ind (fun q => ?_) b
    refine mk_congr ?_ ?_
    · show p.1 * q.1 + p.2 * q.2 = q.1 * p.1 + q.2 * p.2
      rw [CommSemiring.mul_comm p.1, CommSemiring.mul_comm p.2]
    · show p.1 * q.2 + p.2 * q.1 = q.1 * p.2 + q.2 * p.1
      rw [CommSemiring.mul_comm p.1, CommSemiring.mul_comm p.2, Semiring.add_comm]
attribute [instance] ofCommSemiring
end Lean.Grind.CommRing.OfCommSemiring
