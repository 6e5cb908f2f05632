prelude
import Init.Grind.Ring.Steps
/-! The steps of `grind` for linear constraints in ordered modules and rings: equations, disequalities and inequalities
between sums of multiples of atoms. A step is checked by subtracting what it claims from what it came from. -/
universe u
-- The solver gives every step all instances of its type, needed or not.
set_option linter.unusedSectionVars false
namespace Lean.Grind

/-! ## Multiples in ordered modules -/

namespace IntModule
variable {M : Type u} [IntModule M]
theorem zsmul_natCast (n : Nat) (a : M) : (n : Int) • a = n • a := zsmul_natCast_eq_nsmul n a
theorem neg_zsmul (k : Int) (a : M) : (-k) • a = -(k • a) := by
  refine AddCommGroup.eq_neg_of_add_eq_zero ?_
  rw [← add_zsmul, Int.add_left_neg, zero_zsmul]
theorem zsmul_zero (k : Int) : k • (0 : M) = 0 := by
  match k with
  | .ofNat n => exact (zsmul_natCast n 0).trans (NatModule.nsmul_zero n)
  | .negSucc n =>
    rw [show Int.negSucc n = -((n + 1 : Nat) : Int) from rfl, neg_zsmul, zsmul_natCast, NatModule.nsmul_zero, AddCommGroup.neg_zero]
theorem zsmul_add (k : Int) (a b : M) : k • (a + b) = k • a + k • b := by
  match k with
  | .ofNat n =>
    exact (zsmul_natCast n _).trans ((NatModule.nsmul_add n a b).trans (congr (congrArg _ (zsmul_natCast n a).symm) (zsmul_natCast n b).symm))
  | .negSucc n =>
    rw [show Int.negSucc n = -((n + 1 : Nat) : Int) from rfl, neg_zsmul, neg_zsmul, neg_zsmul, zsmul_natCast, zsmul_natCast,
      zsmul_natCast, NatModule.nsmul_add, AddCommGroup.neg_add]
theorem zsmul_neg (k : Int) (a : M) : k • (-a) = -(k • a) := by
  refine AddCommGroup.eq_neg_of_add_eq_zero ?_
  rw [← zsmul_add, AddCommGroup.neg_add_cancel, zsmul_zero]
theorem mul_zsmul (k l : Int) (a : M) : (k * l) • a = k • (l • a) := by
  have key : ∀ n : Nat, ((n : Int) * l) • a = (n : Int) • (l • a) := fun n => by
    induction n with
    | zero => rw [Int.natCast_zero, Int.zero_mul, zero_zsmul, zero_zsmul]
    | succ n ih => rw [Int.natCast_succ, Int.add_mul, Int.one_mul, add_zsmul, ih, add_zsmul, one_zsmul]
  match k with
  | .ofNat n => exact key n
  | .negSucc n =>
    rw [show Int.negSucc n = -((n + 1 : Nat) : Int) from rfl, Int.neg_mul, neg_zsmul, key, neg_zsmul]
end IntModule

namespace OrderedAdd
variable {M : Type u} [IntModule M] [LE M] [Std.IsPreorder M] [OrderedAdd M]
theorem nsmul_nonpos (n : Nat) {a : M} (h : a ≤ 0) : (n : Int) • a ≤ 0 := by
  rw [IntModule.zsmul_natCast]
  induction n with
  | zero => rw [NatModule.zero_nsmul]; exact Std.le_refl 0
  | succ n ih =>
    have k : n • a + a ≤ 0 + 0 := add_le_add ih h
    rw [NatModule.add_one_nsmul]
    rwa [AddCommMonoid.add_zero] at k
theorem nsmul_neg [LT M] [Std.LawfulOrderLT M] {n : Nat} (hn : n ≠ 0) {a : M} (h : a < 0) : (n : Int) • a < 0 := by
  match n, hn with
  | n + 1, _ =>
    have k : (n : Int) • a + a < 0 + 0 := add_lt_add_of_le_of_lt (nsmul_nonpos n (Std.le_of_lt h)) h
    rw [Int.natCast_succ, IntModule.add_zsmul, IntModule.one_zsmul]
    rwa [AddCommMonoid.add_zero] at k
end OrderedAdd

namespace Linarith
open Int.Internal.Linear (isZero isOne eq_zero_of_isZero eq_one_of_isOne and_true_split or_true_split ne_zero_of_not_isZero)
abbrev Var := Nat
abbrev Context (α : Type u) := RArray α
def Var.denote {α : Type u} (ctx : Context α) (x : Var) : α := ctx.get x
inductive Expr where
  | zero
  | var (i : Var)
  | add (a b : Expr)
  | sub (a b : Expr)
  | neg (a : Expr)
  | natMul (k : Nat) (a : Expr)
  | intMul (k : Int) (a : Expr)
/-- A sum of multiples of atoms. -/
inductive Poly where
  | nil
  | add (k : Int) (v : Var) (p : Poly)

section
variable {α : Type u} [IntModule α] (ctx : Context α)
def Expr.denote : Expr → α
  | .zero => 0
  | .var x => x.denote ctx
  | .add a b => denote a + denote b
  | .sub a b => denote a - denote b
  | .neg a => -denote a
  | .natMul k a => k • denote a
  | .intMul k a => k • denote a
def Poly.denote : Poly → α
  | .nil => 0
  | .add k v p => k • v.denote ctx + denote p
def Poly.denote'.term (k : Int) (v : Var) : α := cond (isOne k) (v.denote ctx) (k • v.denote ctx)
def Poly.denote'.go (r : α) : Poly → α
  | .nil => r
  | .add k v p => go (r + term ctx k v) p
/-- The value as a sum that leans to the left, without factors 1. -/
def Poly.denote' : Poly → α
  | .nil => 0
  | .add k v p => denote'.go ctx (denote'.term ctx k v) p
theorem Poly.denote'_term (k : Int) (v : Var) : denote'.term ctx k v = k • v.denote ctx := by
  unfold denote'.term
  cases h : isOne k with
  | true => rw [eq_one_of_isOne h, IntModule.one_zsmul]; rfl
  | false => rfl
theorem Poly.denote'_go (r : α) (p : Poly) : denote'.go ctx r p = r + p.denote ctx := by
  induction p generalizing r with
  | nil => exact (AddCommMonoid.add_zero r).symm
  | add k v p ih => exact (ih _).trans (by rw [denote'_term, AddCommMonoid.add_assoc]; rfl)
theorem Poly.denote'_eq : (p : Poly) → p.denote' ctx = p.denote ctx
  | .nil => rfl
  | .add k v p => (denote'_go ctx _ p).trans (congrArg (· + p.denote ctx) (denote'_term ctx k v))
end

/-! ## Combinations -/

def Poly.addMonomial (k : Int) (v : Var) : Poly → Poly
  | .nil => .add k v .nil
  | .add k' v' p => cond (Nat.beq v v') (cond (isZero (k + k')) p (.add (k + k') v p)) (.add k' v' (addMonomial k v p))
/-- Adds `c * p` to `q`. -/
def Poly.addTo (c : Int) : Poly → Poly → Poly
  | .nil, q => q
  | .add k v p, q => addTo c p (cond (isZero (c * k)) q (q.addMonomial (c * k) v))
/-- Adds `c * e` to a polynomial. -/
def Expr.addTo (c : Int) : Expr → Poly → Poly
  | .zero, p => p
  | .var v, p => cond (isZero c) p (p.addMonomial c v)
  | .add a b, p => addTo c b (addTo c a p)
  | .sub a b, p => addTo (-c) b (addTo c a p)
  | .neg a, p => addTo (-c) a p
  | .natMul k a, p => addTo (c * k) a p
  | .intMul k a, p => addTo (c * k) a p
def Poly.isNil : Poly → Bool
  | .nil => true
  | .add .. => false
def Poly.leadCoeff : Poly → Int
  | .nil => 0
  | .add k _ _ => k
def Poly.coeff (x : Var) : Poly → Int
  | .nil => 0
  | .add k v p => cond (Nat.beq x v) k (coeff x p)
/-- Whether `p = k₁ * p₁ + k₂ * p₂`. -/
def Poly.isSum (p : Poly) (k₁ : Int) (p₁ : Poly) (k₂ : Int) (p₂ : Poly) : Bool :=
  (p₁.addTo k₁ (p₂.addTo k₂ (p.addTo (-1) .nil))).isNil
def Poly.isMul (p : Poly) (k : Int) (p₁ : Poly) : Bool := p.isSum k p₁ 0 .nil
/-- Whether `p = c * (lhs - rhs)`. -/
def Poly.isDiff (p : Poly) (c : Int) (lhs rhs : Expr) : Bool := ((lhs.sub rhs).addTo c (p.addTo (-1) .nil)).isNil
section
variable {α : Type u} [IntModule α] (ctx : Context α)
theorem Poly.denote_addMonomial (k : Int) (v : Var) (p : Poly) :
    (p.addMonomial k v).denote ctx = k • v.denote ctx + p.denote ctx := by
  induction p with
  | nil => rfl
  | add k' v' p ih =>
    show Poly.denote ctx (cond (Nat.beq v v') _ _) = k • v.denote ctx + (k' • v'.denote ctx + p.denote ctx)
    cases h : Nat.beq v v' with
    | true =>
      rw [← Nat.eq_of_beq_eq_true h, ← AddCommMonoid.add_assoc, ← IntModule.add_zsmul]
      show Poly.denote ctx (cond (isZero (k + k')) _ _) = _
      cases h : isZero (k + k') with
      | true => rw [eq_zero_of_isZero h, IntModule.zero_zsmul, AddCommMonoid.zero_add]; rfl
      | false => rfl
    | false =>
      show k' • v'.denote ctx + (p.addMonomial k v).denote ctx = _
      rw [ih, AddCommMonoid.add_left_comm]
theorem Poly.denote_addNonzero (k : Int) (v : Var) (p : Poly) :
    Poly.denote ctx (cond (isZero k) p (p.addMonomial k v)) = k • v.denote ctx + p.denote ctx := by
  cases h : isZero k with
  | true => rw [eq_zero_of_isZero h, IntModule.zero_zsmul, AddCommMonoid.zero_add]; rfl
  | false => exact Poly.denote_addMonomial ctx k v p
theorem Poly.denote_addTo (c : Int) (p q : Poly) : (p.addTo c q).denote ctx = c • p.denote ctx + q.denote ctx := by
  induction p generalizing q with
  | nil => show _ = c • (0 : α) + _; rw [IntModule.zsmul_zero, AddCommMonoid.zero_add]; rfl
  | add k v p ih =>
    refine (ih _).trans ?_
    rw [denote_addNonzero, IntModule.mul_zsmul]
    show _ = c • (k • v.denote ctx + p.denote ctx) + _
    rw [IntModule.zsmul_add, AddCommMonoid.add_left_comm, AddCommMonoid.add_assoc]
theorem Expr.denote_addTo (c : Int) (e : Expr) (p : Poly) : (e.addTo c p).denote ctx = c • e.denote ctx + p.denote ctx := by
  induction e generalizing c p with
  | zero => show _ = c • (0 : α) + _; rw [IntModule.zsmul_zero, AddCommMonoid.zero_add]; rfl
  | var v => exact Poly.denote_addNonzero ctx c v p
  | add a b iha ihb =>
    refine (ihb _ _).trans ?_
    rw [iha]
    show _ = c • (a.denote ctx + b.denote ctx) + _
    rw [IntModule.zsmul_add, AddCommMonoid.add_left_comm, AddCommMonoid.add_assoc]
  | sub a b iha ihb =>
    refine (ihb _ _).trans ?_
    rw [iha]
    show _ = c • (a.denote ctx - b.denote ctx) + _
    rw [AddCommGroup.sub_eq_add_neg, IntModule.zsmul_add, IntModule.zsmul_neg, IntModule.neg_zsmul, AddCommMonoid.add_left_comm,
      AddCommMonoid.add_assoc]
  | neg a ih =>
    refine (ih _ _).trans ?_
    show _ = c • (-a.denote ctx) + _
    rw [IntModule.zsmul_neg, IntModule.neg_zsmul]
  | natMul k a ih =>
    refine (ih _ _).trans ?_
    show _ = c • (k • a.denote ctx) + _
    rw [IntModule.mul_zsmul, IntModule.zsmul_natCast]
  | intMul k a ih =>
    refine (ih _ _).trans ?_
    show _ = c • (k • a.denote ctx) + _
    rw [IntModule.mul_zsmul]
theorem Poly.denote_of_isNil {p : Poly} (h : p.isNil = true) : p.denote ctx = 0 := by
  cases p with
  | nil => rfl
  | add k v p => exact Bool.noConfusion h
theorem eq_of_add_neg {a p : α} (h : a + (-1 : Int) • p = 0) : p = a := by
  rw [IntModule.neg_zsmul, IntModule.one_zsmul] at h
  rw [AddCommGroup.eq_neg_of_add_eq_zero h, AddCommGroup.neg_neg]
theorem Poly.of_isSum {p p₁ p₂ : Poly} {k₁ k₂ : Int} (h : p.isSum k₁ p₁ k₂ p₂ = true) :
    p.denote' ctx = k₁ • p₁.denote' ctx + k₂ • p₂.denote' ctx := by
  have h := Poly.denote_of_isNil ctx h
  rw [denote_addTo, denote_addTo, denote_addTo, show Poly.denote ctx .nil = (0 : α) from rfl, AddCommMonoid.add_zero,
    ← AddCommMonoid.add_assoc] at h
  rw [denote'_eq, denote'_eq, denote'_eq]
  exact eq_of_add_neg h
theorem Poly.of_isMul {p p₁ : Poly} {k : Int} (h : p.isMul k p₁ = true) : p.denote' ctx = k • p₁.denote' ctx := by
  rw [Poly.of_isSum ctx h, IntModule.zero_zsmul, AddCommMonoid.add_zero]
theorem Poly.of_isDiff {p : Poly} {c : Int} {lhs rhs : Expr} (h : p.isDiff c lhs rhs = true) :
    p.denote' ctx = c • (lhs.denote ctx - rhs.denote ctx) := by
  have h := Poly.denote_of_isNil ctx h
  rw [Expr.denote_addTo, Poly.denote_addTo, show Poly.denote ctx .nil = (0 : α) from rfl, AddCommMonoid.add_zero] at h
  rw [denote'_eq]
  exact eq_of_add_neg h

/-! ## Equations and disequalities -/

theorem eq_norm (lhs rhs : Expr) (p : Poly) (h : p.isDiff 1 lhs rhs = true) (h₁ : lhs.denote ctx = rhs.denote ctx) :
    p.denote' ctx = 0 := by
  rw [Poly.of_isDiff ctx h, h₁, AddCommGroup.sub_self, IntModule.zsmul_zero]
theorem diseq_norm (lhs rhs : Expr) (p : Poly) (h : p.isDiff 1 lhs rhs = true) (h₁ : lhs.denote ctx ≠ rhs.denote ctx) :
    p.denote' ctx ≠ 0 := fun e => by
  rw [Poly.of_isDiff ctx h, IntModule.one_zsmul] at e
  exact h₁ (AddCommGroup.sub_eq_zero_iff.mp e)
theorem eq_neg (p p' : Poly) (h : p'.isMul (-1) p = true) (h₁ : p.denote' ctx = 0) : p'.denote' ctx = 0 := by
  rw [Poly.of_isMul ctx h, h₁, IntModule.zsmul_zero]
theorem diseq_neg (p p' : Poly) (h : p.isMul (-1) p' = true) (h₁ : p.denote' ctx ≠ 0) : p'.denote' ctx ≠ 0 := fun e => by
  rw [Poly.of_isMul ctx h, e, IntModule.zsmul_zero] at h₁
  exact h₁ rfl
theorem eq_eq_subst (x : Var) (p₁ p₂ p₃ : Poly)
    (h : (p₃.isSum (p₂.coeff x) p₁ (-p₁.coeff x) p₂ || p₃.isSum (-p₂.coeff x) p₁ (p₁.coeff x) p₂) = true)
    (h₁ : p₁.denote' ctx = 0) (h₂ : p₂.denote' ctx = 0) : p₃.denote' ctx = 0 := by
  rcases or_true_split h with h | h <;>
    rw [Poly.of_isSum ctx h, h₁, h₂, IntModule.zsmul_zero, IntModule.zsmul_zero, AddCommMonoid.add_zero]
theorem eq_diseq_subst1 (k : Int) (p₁ p₂ p₃ : Poly) (h : p₃.isSum k p₁ 1 p₂ = true) (h₁ : p₁.denote' ctx = 0)
    (h₂ : p₂.denote' ctx ≠ 0) : p₃.denote' ctx ≠ 0 := by
  rwa [Poly.of_isSum ctx h, h₁, IntModule.zsmul_zero, AddCommMonoid.zero_add, IntModule.one_zsmul]
theorem diseq_unsat (h : (Poly.nil).denote' ctx ≠ (0 : α)) : False := h rfl
theorem imp_eq (p : Poly) (x y : Var) (h : p.isDiff 1 (.var x) (.var y) = true) (h₁ : p.denote' ctx = 0) :
    x.denote ctx = y.denote ctx := by
  rw [Poly.of_isDiff ctx h, IntModule.one_zsmul] at h₁
  exact AddCommGroup.sub_eq_zero_iff.mp h₁
end
section
variable {α : Type u} [IntModule α] [NoNatZeroDivisors α] (ctx : Context α)
theorem zsmul_ne_zero {k : Int} (hk : k ≠ 0) {a : α} (ha : a ≠ 0) : k • a ≠ 0 := fun e => by
  have key : ∀ n : Nat, n ≠ 0 → (n : Int) • a ≠ 0 := fun n hn e => by
    rw [IntModule.zsmul_natCast] at e
    exact ha (no_nat_zero_divisors n a 0 hn (e.trans (NatModule.nsmul_zero n).symm))
  match k, e with
  | .ofNat n, e => exact key n (fun e => hk (congrArg Int.ofNat e)) e
  | .negSucc n, e =>
    rw [show Int.negSucc n = -((n + 1 : Nat) : Int) from rfl, IntModule.neg_zsmul] at e
    refine key (n + 1) (Nat.succ_ne_zero n) ?_
    rw [← AddCommGroup.neg_neg (_ • a), e, AddCommGroup.neg_zero]
theorem eq_coeff (p p' : Poly) (k : Nat) (h : (!Nat.beq k 0 && p.isMul k p') = true) (h₁ : p.denote' ctx = 0) : p'.denote' ctx = 0 := by
  obtain ⟨hk, h⟩ := and_true_split h
  rw [Poly.of_isMul ctx h] at h₁
  exact Classical.byContradiction fun n => zsmul_ne_zero (fun e => by
    rw [Int.ofNat_inj.1 (e : (k : Int) = (0 : Nat))] at hk; exact Bool.noConfusion hk) n h₁
theorem eq_diseq_subst (k₁ k₂ : Int) (p₁ p₂ p₃ : Poly)
    (h : ((!isZero k₁ && p₃.isSum k₂ p₁ k₁ p₂) || (!isZero k₂ && p₃.isSum k₁ p₁ k₂ p₂)) = true)
    (h₁ : p₁.denote' ctx = 0) (h₂ : p₂.denote' ctx ≠ 0) : p₃.denote' ctx ≠ 0 := by
  rcases or_true_split h with h | h <;>
  · obtain ⟨hk, h⟩ := and_true_split h
    rw [Poly.of_isSum ctx h, h₁, IntModule.zsmul_zero, AddCommMonoid.zero_add]
    exact zsmul_ne_zero (ne_zero_of_not_isZero hk) h₂
end

/-! ## Inequalities -/

section
variable {α : Type u} [IntModule α] [LE α] [Std.IsPreorder α] [OrderedAdd α] (ctx : Context α)
theorem le_norm (lhs rhs : Expr) (p : Poly) (h : p.isDiff 1 lhs rhs = true) (h₁ : lhs.denote ctx ≤ rhs.denote ctx) :
    p.denote' ctx ≤ 0 := by
  rw [Poly.of_isDiff ctx h, IntModule.one_zsmul]
  exact OrderedAdd.sub_nonpos_iff.mpr h₁
theorem le_of_eq (lhs rhs : Expr) (p : Poly) (h : p.isDiff 1 lhs rhs = true) (h₁ : lhs.denote ctx = rhs.denote ctx) :
    p.denote' ctx ≤ 0 := le_norm ctx lhs rhs p h (h₁ ▸ Std.le_refl _)
theorem le_le_combine (p₁ p₂ p₃ : Poly) (h : p₃.isSum p₂.leadCoeff.natAbs p₁ p₁.leadCoeff.natAbs p₂ = true)
    (h₁ : p₁.denote' ctx ≤ 0) (h₂ : p₂.denote' ctx ≤ 0) : p₃.denote' ctx ≤ 0 := by
  have l := OrderedAdd.add_le_add (OrderedAdd.nsmul_nonpos p₂.leadCoeff.natAbs h₁) (OrderedAdd.nsmul_nonpos p₁.leadCoeff.natAbs h₂)
  rw [Poly.of_isSum ctx h]
  rwa [AddCommMonoid.add_zero] at l
end
section
variable {α : Type u} [IntModule α] [LE α] [LT α] [Std.LawfulOrderLT α] [Std.IsPreorder α]
theorem lt_unsat (ctx : Context α) (h : (Poly.nil).denote' ctx < (0 : α)) : False := Std.lt_irrefl h
variable [OrderedAdd α] (ctx : Context α)
theorem lt_norm (lhs rhs : Expr) (p : Poly) (h : p.isDiff 1 lhs rhs = true) (h₁ : lhs.denote ctx < rhs.denote ctx) :
    p.denote' ctx < 0 := by
  rw [Poly.of_isDiff ctx h, IntModule.one_zsmul]
  exact OrderedAdd.sub_neg_iff.mpr h₁
theorem le_lt_combine (p₁ p₂ p₃ : Poly)
    (h : (!Nat.beq p₁.leadCoeff.natAbs 0 && p₃.isSum p₂.leadCoeff.natAbs p₁ p₁.leadCoeff.natAbs p₂) = true)
    (h₁ : p₁.denote' ctx ≤ 0) (h₂ : p₂.denote' ctx < 0) : p₃.denote' ctx < 0 := by
  obtain ⟨hk, h⟩ := and_true_split h
  have l := OrderedAdd.add_lt_add_of_le_of_lt (OrderedAdd.nsmul_nonpos p₂.leadCoeff.natAbs h₁)
    (OrderedAdd.nsmul_neg (n := p₁.leadCoeff.natAbs) (fun e => by rw [e] at hk; exact Bool.noConfusion hk) h₂)
  rw [Poly.of_isSum ctx h]
  rwa [AddCommMonoid.add_zero] at l
theorem lt_lt_combine (p₁ p₂ p₃ : Poly)
    (h : (!Nat.beq p₁.leadCoeff.natAbs 0 && p₃.isSum p₂.leadCoeff.natAbs p₁ p₁.leadCoeff.natAbs p₂) = true)
    (h₁ : p₁.denote' ctx < 0) (h₂ : p₂.denote' ctx < 0) : p₃.denote' ctx < 0 :=
  le_lt_combine ctx p₁ p₂ p₃ h (Std.le_of_lt h₁) h₂
end
section
variable {α : Type u} [IntModule α] [LE α] [LT α] [Std.LawfulOrderLT α] [Std.IsLinearOrder α] [OrderedAdd α] (ctx : Context α)
theorem not_le_norm (lhs rhs : Expr) (p : Poly) (h : p.isDiff 1 rhs lhs = true) (h₁ : ¬lhs.denote ctx ≤ rhs.denote ctx) :
    p.denote' ctx < 0 := lt_norm ctx rhs lhs p h (Std.lt_of_not_ge h₁)
theorem not_lt_norm (lhs rhs : Expr) (p : Poly) (h : p.isDiff 1 rhs lhs = true) (h₁ : ¬lhs.denote ctx < rhs.denote ctx) :
    p.denote' ctx ≤ 0 := le_norm ctx rhs lhs p h (Std.le_of_not_gt h₁)
theorem diseq_split_resolve (p₁ p₂ : Poly) (h : p₂.isMul (-1) p₁ = true) (h₁ : p₁.denote' ctx ≠ 0) (h₂ : ¬p₁.denote' ctx < 0) :
    p₂.denote' ctx < 0 := by
  have l : 0 < p₁.denote' ctx := by
    refine Std.lt_of_not_ge fun l => ?_
    exact h₁ (Std.le_antisymm l (Std.le_of_not_gt h₂))
  rw [Poly.of_isMul ctx h, IntModule.neg_zsmul, IntModule.one_zsmul]
  have l := (OrderedAdd.add_lt_left_iff (-p₁.denote' ctx)).mp l
  rwa [AddCommMonoid.zero_add, AddCommGroup.add_neg_cancel] at l
end
theorem zero_lt_one {α : Type u} [Ring α] [LE α] [LT α] [Std.LawfulOrderLT α] [Std.IsPreorder α] [OrderedRing α] (ctx : Context α)
    (p : Poly) (h : p.isMul (-1) (.add 1 0 .nil) = true) (h₁ : Var.denote ctx 0 = One.one) : p.denote' ctx < 0 := by
  rw [Poly.of_isMul ctx h, Poly.denote'_eq]
  show (-1 : Int) • ((1 : Int) • Var.denote ctx 0 + 0) < 0
  rw [AddCommMonoid.add_zero, IntModule.one_zsmul, h₁, IntModule.neg_zsmul, IntModule.one_zsmul]
  have l := (OrderedAdd.add_lt_left_iff (-(1 : α))).mp (OrderedRing.zero_lt_one (R := α))
  rw [show (0 : α) + -1 = -1 from AddCommMonoid.zero_add _, show (1 : α) + -1 = 0 from AddCommGroup.add_neg_cancel _] at l
  exact l
end Linarith

/-! ## Polynomials of a ring as sums in its module -/

namespace CommRing
attribute [local instance] Semiring.natCast Semiring.nsmul Ring.intCast Ring.zsmul
section
variable {α : Type u} [CommRing α]
def Mon.denoteAsIntModule (ctx : Context α) : Mon → α
  | .unit => One.one
  | .mult p m => Mon.denote'.go ctx (p.denote' ctx) m
def Poly.denoteAsIntModule (ctx : Context α) : Poly → α
  | .num k => k • (One.one : α)
  | .add k m p => k • m.denoteAsIntModule ctx + denoteAsIntModule ctx p
theorem Mon.denoteAsIntModule_eq (ctx : Context α) : (m : Mon) → m.denoteAsIntModule ctx = m.denote ctx
  | .unit => rfl
  | .mult p m => Mon.denote'_eq ctx (.mult p m)
theorem Poly.denoteAsIntModule_eq (ctx : Context α) (p : Poly) : p.denoteAsIntModule ctx = p.denote ctx := by
  induction p with
  | num k => exact (Ring.zsmul_eq_intCast_mul k (1 : α)).trans (Semiring.mul_one _)
  | add k m p ih =>
    show k • m.denoteAsIntModule ctx + denoteAsIntModule ctx p = (k : α) * m.denote ctx + p.denote ctx
    rw [ih, Mon.denoteAsIntModule_eq, Ring.zsmul_eq_intCast_mul]
variable (ctx : Context α)
theorem eq_norm (lhs rhs : Expr) (p : Poly) (h : (lhs.sub rhs).isPoly 0 p = true) (h₁ : lhs.denote ctx = rhs.denote ctx) :
    p.denote ctx = 0 := Stepwise.core ctx lhs rhs p h h₁
theorem diseq_norm (lhs rhs : Expr) (p : Poly) (h : (lhs.sub rhs).isPoly 0 p = true) (h₁ : lhs.denote ctx ≠ rhs.denote ctx) :
    p.denote ctx ≠ 0 := fun e => h₁ (AddCommGroup.sub_eq_zero_iff.mp ((Expr.of_isPoly ctx kills_zero h).trans e))
theorem Stepwise.inv (p p' : Poly) (h : p'.isSum 0 (-1) .unit p 0 .unit p = true) (h₁ : p.denote ctx = 0) : p'.denote ctx = 0 :=
  Stepwise.superpose ctx (-1) .unit p 0 .unit p p' h h₁ h₁
theorem eq_int_module (p : Poly) (h : p.denote ctx = 0) : p.denoteAsIntModule ctx = 0 := (Poly.denoteAsIntModule_eq ctx p).trans h
theorem diseq_int_module (p : Poly) (h : p.denote ctx ≠ 0) : p.denoteAsIntModule ctx ≠ 0 := Poly.denoteAsIntModule_eq ctx p ▸ h
end
section
variable {α : Type u} [CommRing α]
theorem le_int_module [LE α] (ctx : Context α) (p : Poly) (h : p.denote ctx ≤ 0) : p.denoteAsIntModule ctx ≤ 0 :=
  Poly.denoteAsIntModule_eq ctx p ▸ h
theorem lt_int_module [LT α] (ctx : Context α) (p : Poly) (h : p.denote ctx < 0) : p.denoteAsIntModule ctx < 0 :=
  Poly.denoteAsIntModule_eq ctx p ▸ h
variable [LE α] [LT α]
theorem le_norm [Std.IsPreorder α] [OrderedRing α] (ctx : Context α) (lhs rhs : Expr) (p : Poly)
    (h : (lhs.sub rhs).isPoly 0 p = true) (h₁ : lhs.denote ctx ≤ rhs.denote ctx) : p.denote ctx ≤ 0 :=
  Expr.of_isPoly ctx kills_zero h ▸ OrderedAdd.sub_nonpos_iff.mpr h₁
theorem lt_norm [Std.LawfulOrderLT α] [Std.IsPreorder α] [OrderedRing α] (ctx : Context α) (lhs rhs : Expr) (p : Poly)
    (h : (lhs.sub rhs).isPoly 0 p = true) (h₁ : lhs.denote ctx < rhs.denote ctx) : p.denote ctx < 0 :=
  Expr.of_isPoly ctx kills_zero h ▸ OrderedAdd.sub_neg_iff.mpr h₁
variable [Std.LawfulOrderLT α] [Std.IsLinearOrder α] [OrderedRing α] (ctx : Context α)
theorem not_le_norm (lhs rhs : Expr) (p : Poly) (h : (rhs.sub lhs).isPoly 0 p = true) (h₁ : ¬lhs.denote ctx ≤ rhs.denote ctx) :
    p.denote ctx < 0 := lt_norm ctx rhs lhs p h (Std.lt_of_not_ge h₁)
theorem not_lt_norm (lhs rhs : Expr) (p : Poly) (h : (rhs.sub lhs).isPoly 0 p = true) (h₁ : ¬lhs.denote ctx < rhs.denote ctx) :
    p.denote ctx ≤ 0 := le_norm ctx rhs lhs p h (Std.le_of_not_gt h₁)
end
section
variable {α : Type u} [Ring α]
theorem eq_norm0 (lhs rhs : α) : (lhs = rhs) = (lhs = rhs + Int.cast (R := α) 0) := by rw [Ring.intCast_zero, Semiring.add_zero]
theorem le_norm0 [LE α] (lhs rhs : α) : (lhs ≤ rhs) = (lhs ≤ rhs + Int.cast (R := α) 0) := by rw [Ring.intCast_zero, Semiring.add_zero]
theorem lt_norm0 [LT α] (lhs rhs : α) : (lhs < rhs) = (lhs < rhs + Int.cast (R := α) 0) := by rw [Ring.intCast_zero, Semiring.add_zero]
end
end CommRing
end Lean.Grind
