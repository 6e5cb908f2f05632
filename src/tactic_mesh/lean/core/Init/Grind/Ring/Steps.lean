prelude
import Init.Grind.Ring.Poly
import Init.Grind.Ring.Instances
/-! The steps of `grind` in commutative rings: equations between polynomials, from those that are known. -/
universe u
namespace Lean.Grind.CommRing
attribute [local instance] Semiring.natCast Semiring.nsmul Ring.intCast Ring.zsmul
open Int.Internal.Linear (isZero and_true_split ne_zero_of_not_isZero)

/-! ## Each step in a ring whose multiples of `c` are zero -/

namespace Stepwise
section
variable {α : Type u} [CommRing α] (ctx : Context α) {c : Nat} (hc : Kills α c)
include hc
theorem core_of (lhs rhs : Expr) (p : Poly) (h : (lhs.sub rhs).isPoly c p = true) (h₁ : lhs.denote ctx = rhs.denote ctx) :
    p.denote ctx = 0 := (Expr.of_isPoly ctx hc h).symm.trans (AddCommGroup.sub_eq_zero_iff.mpr h₁)
theorem superpose_of (k₁ : Int) (m₁ : Mon) (p₁ : Poly) (k₂ : Int) (m₂ : Mon) (p₂ p : Poly)
    (h : p.isSum c k₁ m₁ p₁ k₂ m₂ p₂ = true) (h₁ : p₁.denote ctx = 0) (h₂ : p₂.denote ctx = 0) : p.denote ctx = 0 := by
  rw [Poly.of_isSum ctx hc h, h₁, h₂, Semiring.mul_zero, Semiring.mul_zero, Semiring.add_zero]
theorem div_of [NoNatZeroDivisors α] (p₁ : Poly) (k : Int) (p : Poly)
    (h : (!isZero k && p₁.isSum c k .unit p 0 .unit p) = true) (h₁ : p₁.denote ctx = 0) : p.denote ctx = 0 := by
  obtain ⟨hk, h⟩ := and_true_split h
  rw [Poly.of_isSum ctx hc h, Ring.intCast_zero, Semiring.zero_mul, Semiring.zero_mul, Semiring.add_zero,
    show Mon.denote ctx .unit = (1 : α) from rfl, Semiring.mul_one] at h₁
  exact no_int_zero_divisors (ne_zero_of_not_isZero hk) h₁
theorem step_of (k₁ k : Int) (init p₁ : Poly) (k₂ : Int) (m₂ : Mon) (p₂ p : Poly)
    (h : p.isSum c k₁ .unit p₁ k₂ m₂ p₂ = true) (h₁ : (k : α) * init.denote ctx = p₁.denote ctx) (h₂ : p₂.denote ctx = 0) :
    ((k₁ * k : Int) : α) * init.denote ctx = p.denote ctx := by
  rw [Poly.of_isSum ctx hc h, h₂, Semiring.mul_zero, Semiring.add_zero, ← h₁, Ring.intCast_mul,
    show Mon.denote ctx .unit = (1 : α) from rfl, Semiring.mul_one, Semiring.mul_assoc]
theorem imp_of [NoNatZeroDivisors α] (k : Int) (lhs rhs : Expr) (p₁ p₂ : Poly)
    (h : (!isZero k && ((lhs.sub rhs).isPoly c p₁ && p₂.vanishes c)) = true)
    (h₁ : (k : α) * p₁.denote ctx = p₂.denote ctx) : lhs.denote ctx = rhs.denote ctx := by
  obtain ⟨hk, h⟩ := and_true_split h
  obtain ⟨h, h₂⟩ := and_true_split h
  rw [Poly.denote_of_vanishes ctx hc h₂] at h₁
  have h₁ := no_int_zero_divisors (ne_zero_of_not_isZero hk) h₁
  rw [← Expr.of_isPoly ctx hc h] at h₁
  exact AddCommGroup.sub_eq_zero_iff.mp h₁
theorem imp_one_of (lhs rhs : Expr) (p₁ p₂ : Poly) (h : ((lhs.sub rhs).isPoly c p₁ && p₂.vanishes c) = true)
    (h₁ : ((1 : Int) : α) * p₁.denote ctx = p₂.denote ctx) : lhs.denote ctx = rhs.denote ctx := by
  obtain ⟨h, h₂⟩ := and_true_split h
  rw [Poly.denote_of_vanishes ctx hc h₂, Ring.intCast_one, Semiring.one_mul, ← Expr.of_isPoly ctx hc h] at h₁
  exact AddCommGroup.sub_eq_zero_iff.mp h₁
end

/-! ## In any ring -/

section
variable {α : Type u} [CommRing α] (ctx : Context α)
theorem core (lhs rhs : Expr) (p : Poly) (h : (lhs.sub rhs).isPoly 0 p = true) (h₁ : lhs.denote ctx = rhs.denote ctx) :
    p.denote ctx = 0 := core_of ctx kills_zero lhs rhs p h h₁
theorem superpose (k₁ : Int) (m₁ : Mon) (p₁ : Poly) (k₂ : Int) (m₂ : Mon) (p₂ p : Poly)
    (h : p.isSum 0 k₁ m₁ p₁ k₂ m₂ p₂ = true) (h₁ : p₁.denote ctx = 0) (h₂ : p₂.denote ctx = 0) : p.denote ctx = 0 :=
  superpose_of ctx kills_zero k₁ m₁ p₁ k₂ m₂ p₂ p h h₁ h₂
theorem simp (k₁ : Int) (p₁ : Poly) (k₂ : Int) (m₂ : Mon) (p₂ p : Poly) (h : p.isSum 0 k₁ .unit p₁ k₂ m₂ p₂ = true)
    (h₁ : p₁.denote ctx = 0) (h₂ : p₂.denote ctx = 0) : p.denote ctx = 0 :=
  superpose ctx k₁ .unit p₁ k₂ m₂ p₂ p h h₁ h₂
theorem mul (p₁ : Poly) (k : Int) (p : Poly) (h : p.isSum 0 k .unit p₁ 0 .unit p₁ = true) (h₁ : p₁.denote ctx = 0) :
    p.denote ctx = 0 := superpose ctx k .unit p₁ 0 .unit p₁ p h h₁ h₁
theorem div [NoNatZeroDivisors α] (p₁ : Poly) (k : Int) (p : Poly) (h : (!isZero k && p₁.isSum 0 k .unit p 0 .unit p) = true)
    (h₁ : p₁.denote ctx = 0) : p.denote ctx = 0 := div_of ctx kills_zero p₁ k p h h₁
theorem unsat_eq [i : IsCharP α 0] (p : Poly) (k : Int)
    (h : (!isZero k && p.isSum 0 k .unit (.num 1) 0 .unit (.num 0)) = true) (h₁ : p.denote ctx = 0) : False := by
  obtain ⟨hk, h⟩ := and_true_split h
  rw [Poly.of_isSum ctx kills_zero h, Ring.intCast_zero, Semiring.zero_mul, Semiring.zero_mul, Semiring.add_zero,
    show Mon.denote ctx .unit = (1 : α) from rfl, Semiring.mul_one, show Poly.denote ctx (.num 1) = (1 : α) from Ring.intCast_one,
    Semiring.mul_one] at h₁
  have key : ∀ n : Nat, n ≠ 0 → ¬(n : α) = 0 := fun n hn e => by
    rw [← Semiring.ofNat_eq_natCast] at e
    have := (i.ofNat_ext_iff (y := 0)).mp e
    rw [Nat.mod_zero] at this
    exact hn this
  match k, hk, h₁ with
  | .ofNat n, hk, h₁ => exact key n (fun e => ne_zero_of_not_isZero hk (congrArg Int.ofNat e)) ((Ring.intCast_natCast n).symm.trans h₁)
  | .negSucc n, _, h₁ =>
    refine key (n + 1) (Nat.succ_ne_zero n) ?_
    rw [Ring.intCast_negSucc] at h₁
    rw [← AddCommGroup.neg_neg ((n + 1 : Nat) : α), h₁, AddCommGroup.neg_zero]
theorem d_init (p : Poly) : ((1 : Int) : α) * p.denote ctx = p.denote ctx := by rw [Ring.intCast_one, Semiring.one_mul]
theorem d_step1 (k : Int) (init p₁ : Poly) (k₂ : Int) (m₂ : Mon) (p₂ p : Poly) (h : p.isSum 0 1 .unit p₁ k₂ m₂ p₂ = true)
    (h₁ : (k : α) * init.denote ctx = p₁.denote ctx) (h₂ : p₂.denote ctx = 0) : (k : α) * init.denote ctx = p.denote ctx := by
  have h := step_of ctx kills_zero 1 k init p₁ k₂ m₂ p₂ p h h₁ h₂
  rwa [Int.one_mul] at h
theorem d_stepk (k₁ k : Int) (init p₁ : Poly) (k₂ : Int) (m₂ : Mon) (p₂ p : Poly) (h : p.isSum 0 k₁ .unit p₁ k₂ m₂ p₂ = true)
    (h₁ : (k : α) * init.denote ctx = p₁.denote ctx) (h₂ : p₂.denote ctx = 0) :
    ((k₁ * k : Int) : α) * init.denote ctx = p.denote ctx := step_of ctx kills_zero k₁ k init p₁ k₂ m₂ p₂ p h h₁ h₂
theorem imp_1eq (lhs rhs : Expr) (p₁ p₂ : Poly) (h : ((lhs.sub rhs).isPoly 0 p₁ && p₂.vanishes 0) = true)
    (h₁ : ((1 : Int) : α) * p₁.denote ctx = p₂.denote ctx) : lhs.denote ctx = rhs.denote ctx :=
  imp_one_of ctx kills_zero lhs rhs p₁ p₂ h h₁
theorem imp_keq [NoNatZeroDivisors α] (k : Int) (lhs rhs : Expr) (p₁ p₂ : Poly)
    (h : (!isZero k && ((lhs.sub rhs).isPoly 0 p₁ && p₂.vanishes 0)) = true)
    (h₁ : (k : α) * p₁.denote ctx = p₂.denote ctx) : lhs.denote ctx = rhs.denote ctx :=
  imp_of ctx kills_zero k lhs rhs p₁ p₂ h h₁
end

/-! ## In a ring of positive characteristic -/

section
variable {α : Type u} {c : Nat} [CommRing α] [IsCharP α c] (ctx : Context α)
theorem coreC (lhs rhs : Expr) (p : Poly) (h : (lhs.sub rhs).isPoly c p = true) (h₁ : lhs.denote ctx = rhs.denote ctx) :
    p.denote ctx = 0 := core_of ctx kills_char lhs rhs p h h₁
theorem superposeC (k₁ : Int) (m₁ : Mon) (p₁ : Poly) (k₂ : Int) (m₂ : Mon) (p₂ p : Poly)
    (h : p.isSum c k₁ m₁ p₁ k₂ m₂ p₂ = true) (h₁ : p₁.denote ctx = 0) (h₂ : p₂.denote ctx = 0) : p.denote ctx = 0 :=
  superpose_of ctx kills_char k₁ m₁ p₁ k₂ m₂ p₂ p h h₁ h₂
theorem simpC (k₁ : Int) (p₁ : Poly) (k₂ : Int) (m₂ : Mon) (p₂ p : Poly) (h : p.isSum c k₁ .unit p₁ k₂ m₂ p₂ = true)
    (h₁ : p₁.denote ctx = 0) (h₂ : p₂.denote ctx = 0) : p.denote ctx = 0 :=
  superposeC ctx k₁ .unit p₁ k₂ m₂ p₂ p h h₁ h₂
theorem mulC (p₁ : Poly) (k : Int) (p : Poly) (h : p.isSum c k .unit p₁ 0 .unit p₁ = true) (h₁ : p₁.denote ctx = 0) :
    p.denote ctx = 0 := superposeC ctx k .unit p₁ 0 .unit p₁ p h h₁ h₁
theorem divC [NoNatZeroDivisors α] (p₁ : Poly) (k : Int) (p : Poly) (h : (!isZero k && p₁.isSum c k .unit p 0 .unit p) = true)
    (h₁ : p₁.denote ctx = 0) : p.denote ctx = 0 := div_of ctx kills_char p₁ k p h h₁
theorem unsat_eqC (p : Poly) (k : Int)
    (h : (!Nat.beq (k.natAbs % c) 0 && p.isSum c k .unit (.num 1) 0 .unit (.num 0)) = true) (h₁ : p.denote ctx = 0) : False := by
  obtain ⟨hk, h⟩ := and_true_split h
  rw [Poly.of_isSum ctx kills_char h, Ring.intCast_zero, Semiring.zero_mul, Semiring.zero_mul, Semiring.add_zero,
    show Mon.denote ctx .unit = (1 : α) from rfl, Semiring.mul_one, show Poly.denote ctx (.num 1) = (1 : α) from Ring.intCast_one,
    Semiring.mul_one] at h₁
  have key : ∀ n : Nat, (!Nat.beq (n % c) 0) = true → ¬(n : α) = 0 := fun n hn e => by
    rw [← Semiring.ofNat_eq_natCast] at e
    have := (IsCharP.ofNat_ext_iff c (y := 0)).mp e
    rw [Nat.zero_mod] at this
    rw [this] at hn
    exact Bool.noConfusion hn
  match k, hk, h₁ with
  | .ofNat n, hk, h₁ => exact key n hk ((Ring.intCast_natCast n).symm.trans h₁)
  | .negSucc n, hk, h₁ =>
    refine key (n + 1) hk ?_
    rw [Ring.intCast_negSucc] at h₁
    rw [← AddCommGroup.neg_neg ((n + 1 : Nat) : α), h₁, AddCommGroup.neg_zero]
theorem d_step1C (k : Int) (init p₁ : Poly) (k₂ : Int) (m₂ : Mon) (p₂ p : Poly) (h : p.isSum c 1 .unit p₁ k₂ m₂ p₂ = true)
    (h₁ : (k : α) * init.denote ctx = p₁.denote ctx) (h₂ : p₂.denote ctx = 0) : (k : α) * init.denote ctx = p.denote ctx := by
  have h := step_of ctx kills_char 1 k init p₁ k₂ m₂ p₂ p h h₁ h₂
  rwa [Int.one_mul] at h
theorem d_stepkC (k₁ k : Int) (init p₁ : Poly) (k₂ : Int) (m₂ : Mon) (p₂ p : Poly) (h : p.isSum c k₁ .unit p₁ k₂ m₂ p₂ = true)
    (h₁ : (k : α) * init.denote ctx = p₁.denote ctx) (h₂ : p₂.denote ctx = 0) :
    ((k₁ * k : Int) : α) * init.denote ctx = p.denote ctx := step_of ctx kills_char k₁ k init p₁ k₂ m₂ p₂ p h h₁ h₂
theorem imp_1eqC (lhs rhs : Expr) (p₁ p₂ : Poly) (h : ((lhs.sub rhs).isPoly c p₁ && p₂.vanishes c) = true)
    (h₁ : ((1 : Int) : α) * p₁.denote ctx = p₂.denote ctx) : lhs.denote ctx = rhs.denote ctx :=
  imp_one_of ctx kills_char lhs rhs p₁ p₂ h h₁
theorem imp_keqC [NoNatZeroDivisors α] (k : Int) (lhs rhs : Expr) (p₁ p₂ : Poly)
    (h : (!isZero k && ((lhs.sub rhs).isPoly c p₁ && p₂.vanishes c)) = true)
    (h₁ : (k : α) * p₁.denote ctx = p₂.denote ctx) : lhs.denote ctx = rhs.denote ctx :=
  imp_of ctx kills_char k lhs rhs p₁ p₂ h h₁
end
end Stepwise

/-! ## Numbers that are zero -/

section
variable {α : Type u} [CommRing α] (ctx : Context α)
theorem eq_gcd (a b : Int) (p₁ p₂ p : Poly) (h : p.isSum 0 a .unit p₁ b .unit p₂ = true) (h₁ : p₁.denote ctx = 0)
    (h₂ : p₂.denote ctx = 0) : p.denote ctx = 0 := Stepwise.superpose ctx a .unit p₁ b .unit p₂ p h h₁ h₂
def Poly.isNat (c : Nat) : Poly → Bool
  | .num k => decide (k = c)
  | .add .. => false
theorem kills_of_poly {c : Nat} {p : Poly} (h : p.isNat c = true) (h₁ : p.denote ctx = 0) : Kills α c := by
  match p, h, h₁ with
  | .num k, h, h₁ =>
    have h := of_decide_eq_true h
    have h₁ : (k : α) = 0 := h₁
    rw [h, Ring.intCast_natCast] at h₁
    exact kills_of_zero h₁
theorem eq_normEq0 (c : Nat) (p₁ p₂ p : Poly) (h : (p₁.isNat c && p.isSum c 1 .unit p₂ 0 .unit p₂) = true)
    (h₁ : p₁.denote ctx = 0) (h₂ : p₂.denote ctx = 0) : p.denote ctx = 0 := by
  obtain ⟨hc, h⟩ := and_true_split h
  exact Stepwise.superpose_of ctx (kills_of_poly ctx hc h₁) 1 .unit p₂ 0 .unit p₂ p h h₂ h₂
theorem d_normEq0 (k : Int) (c : Nat) (init p₁ p₂ p : Poly) (h : (p₂.isNat c && p.isSum c 1 .unit p₁ 0 .unit p₂) = true)
    (h₁ : (k : α) * init.denote ctx = p₁.denote ctx) (h₂ : p₂.denote ctx = 0) : (k : α) * init.denote ctx = p.denote ctx := by
  obtain ⟨hc, h⟩ := and_true_split h
  have h := Stepwise.step_of ctx (kills_of_poly ctx hc h₂) 1 k init p₁ 0 .unit p₂ p h h₁ h₂
  rwa [Int.one_mul] at h
end

/-! ## Normal forms -/

theorem norm_int (ctx : Context Int) (e : Expr) (p : Poly) (h : e.isPoly 0 p = true) : e.denote ctx = p.denote' ctx :=
  (Expr.of_isPoly ctx kills_zero h).trans (Poly.denote'_eq ctx p).symm
section
variable {α : Type u} [CommRing α]
theorem Expr.eq_of_toPoly_eq (ctx : Context α) (a b : Expr) (h : a.same .mul 0 b = true) : a.denote ctx = b.denote ctx :=
  Expr.eq_of_same ctx (Mon.denote_mul ctx) kills_zero h
/-- Whether the differences of the sides are the same. -/
def sameDiff (op : Mon → Mon → Mon) (lhs rhs lhs' rhs' : Expr) : Bool := (lhs.sub rhs).same op 0 (lhs'.sub rhs')
theorem of_sameDiff {α : Type u} [Ring α] (ctx : Context α) {op : Mon → Mon → Mon}
    (hop : ∀ m n, (op m n).denote ctx = m.denote ctx * n.denote ctx) {lhs rhs lhs' rhs' : Expr}
    (h : sameDiff op lhs rhs lhs' rhs' = true) :
    lhs.denote ctx - rhs.denote ctx = lhs'.denote ctx - rhs'.denote ctx := Expr.eq_of_same ctx hop kills_zero h
theorem eq_norm_expr (ctx : Context α) (lhs rhs lhs' rhs' : Expr) (h : sameDiff .mul lhs rhs lhs' rhs' = true) :
    (lhs.denote ctx = rhs.denote ctx) = (lhs'.denote ctx = rhs'.denote ctx) := by
  have h := of_sameDiff ctx (Mon.denote_mul ctx) h
  exact propext (AddCommGroup.sub_eq_zero_iff.symm.trans ((iff_of_eq (congrArg (· = 0) h)).trans AddCommGroup.sub_eq_zero_iff))
variable [LE α] [LT α]
theorem le_norm_expr [Std.IsPreorder α] [OrderedRing α] (ctx : Context α) (lhs rhs lhs' rhs' : Expr)
    (h : sameDiff .mul lhs rhs lhs' rhs' = true) : (lhs.denote ctx ≤ rhs.denote ctx) = (lhs'.denote ctx ≤ rhs'.denote ctx) := by
  have h := of_sameDiff ctx (Mon.denote_mul ctx) h
  exact propext (OrderedAdd.sub_nonpos_iff.symm.trans ((iff_of_eq (congrArg (· ≤ 0) h)).trans OrderedAdd.sub_nonpos_iff))
theorem lt_norm_expr [Std.LawfulOrderLT α] [Std.IsPreorder α] [OrderedRing α] (ctx : Context α) (lhs rhs lhs' rhs' : Expr)
    (h : sameDiff .mul lhs rhs lhs' rhs' = true) : (lhs.denote ctx < rhs.denote ctx) = (lhs'.denote ctx < rhs'.denote ctx) := by
  have h := of_sameDiff ctx (Mon.denote_mul ctx) h
  exact propext (OrderedAdd.sub_neg_iff.symm.trans ((iff_of_eq (congrArg (· < 0) h)).trans OrderedAdd.sub_neg_iff))
end

section
variable {α : Type u} [Ring α]
theorem Expr.eq_of_toPoly_nc_eq (ctx : Context α) (a b : Expr) (h : a.same .append 0 b = true) : a.denote ctx = b.denote ctx :=
  Expr.eq_of_same ctx (Mon.denote_append ctx) kills_zero h
theorem eq_norm_expr_nc (ctx : Context α) (lhs rhs lhs' rhs' : Expr) (h : sameDiff .append lhs rhs lhs' rhs' = true) :
    (lhs.denote ctx = rhs.denote ctx) = (lhs'.denote ctx = rhs'.denote ctx) := by
  have h := of_sameDiff ctx (Mon.denote_append ctx) h
  exact propext (AddCommGroup.sub_eq_zero_iff.symm.trans ((iff_of_eq (congrArg (· = 0) h)).trans AddCommGroup.sub_eq_zero_iff))
variable [LE α] [LT α]
theorem le_norm_expr_nc [Std.IsPreorder α] [OrderedRing α] (ctx : Context α) (lhs rhs lhs' rhs' : Expr)
    (h : sameDiff .append lhs rhs lhs' rhs' = true) : (lhs.denote ctx ≤ rhs.denote ctx) = (lhs'.denote ctx ≤ rhs'.denote ctx) := by
  have h := of_sameDiff ctx (Mon.denote_append ctx) h
  exact propext (OrderedAdd.sub_nonpos_iff.symm.trans ((iff_of_eq (congrArg (· ≤ 0) h)).trans OrderedAdd.sub_nonpos_iff))
theorem lt_norm_expr_nc [Std.LawfulOrderLT α] [Std.IsPreorder α] [OrderedRing α] (ctx : Context α) (lhs rhs lhs' rhs' : Expr)
    (h : sameDiff .append lhs rhs lhs' rhs' = true) : (lhs.denote ctx < rhs.denote ctx) = (lhs'.denote ctx < rhs'.denote ctx) := by
  have h := of_sameDiff ctx (Mon.denote_append ctx) h
  exact propext (OrderedAdd.sub_neg_iff.symm.trans ((iff_of_eq (congrArg (· < 0) h)).trans OrderedAdd.sub_neg_iff))
end
theorem Expr.eq_of_toPolyC_nc_eq {α : Type u} {c : Nat} [Ring α] [IsCharP α c] (ctx : Context α) (a b : Expr)
    (h : a.same .append c b = true) : a.denote ctx = b.denote ctx :=
  Expr.eq_of_same ctx (Mon.denote_append ctx) kills_char h
end Lean.Grind.CommRing

/-! ## Semirings, in their rings of differences -/

namespace Lean.Grind.Ring.OfSemiring
open CommRing
attribute [local instance] Semiring.natCast Semiring.nsmul
variable {α : Type u} [Semiring α]
def denoteS (ctx : Context α) : Expr → α
  | .num k => OfNat.ofNat (α := α) k.natAbs
  | .natCast k => NatCast.natCast k
  | .var x => x.denote ctx
  | .add a b => denoteS ctx a + denoteS ctx b
  | .mul a b => denoteS ctx a * denoteS ctx b
  | .pow a k => denoteS ctx a ^ k
  | .neg _ => 0
  | .sub _ _ => 0
  | .intCast _ => 0
def denoteAsRing (ctx : Context α) : Expr → Q α
  | .num k => OfNat.ofNat (α := Q α) k.natAbs
  | .natCast k => OfNat.ofNat (α := Q α) k
  | .var x => toQ (x.denote ctx)
  | .add a b => denoteAsRing ctx a + denoteAsRing ctx b
  | .mul a b => denoteAsRing ctx a * denoteAsRing ctx b
  | .pow a k => denoteAsRing ctx a ^ k
  | .neg _ => 0
  | .sub _ _ => 0
  | .intCast _ => 0
theorem denoteAsRing_eq (ctx : Context α) (e : Expr) : denoteAsRing ctx e = toQ (denoteS ctx e) := by
  induction e with
  | num k => exact (toQ_ofNat k.natAbs).symm
  | natCast k => rfl
  | var x => rfl
  | add a b iha ihb => exact (congr (congrArg _ iha) ihb).trans (toQ_add _ _).symm
  | mul a b iha ihb => exact (congr (congrArg _ iha) ihb).trans (toQ_mul _ _).symm
  | pow a k ih => exact (congrArg (· ^ k) ih).trans (toQ_pow _ k).symm
  | neg a => exact (toQ_ofNat 0).symm
  | sub a b => exact (toQ_ofNat 0).symm
  | intCast k => exact (toQ_ofNat 0).symm
theorem of_eq (ctx : Context α) (lhs rhs : Expr) (h : denoteS ctx lhs = denoteS ctx rhs) :
    denoteAsRing ctx lhs = denoteAsRing ctx rhs := by rw [denoteAsRing_eq, denoteAsRing_eq, h]
theorem of_diseq [AddRightCancel α] (ctx : Context α) (lhs rhs : Expr) (h : denoteS ctx lhs ≠ denoteS ctx rhs) :
    denoteAsRing ctx lhs ≠ denoteAsRing ctx rhs := fun e => by
  rw [denoteAsRing_eq, denoteAsRing_eq] at e
  exact h (toQ_inj e)
end Lean.Grind.Ring.OfSemiring
