prelude
import Init.Grind.Ring.Steps
/-! Equality of polynomials in semirings, for `grind`: where nothing can be subtracted, sorted sums of monomials with
natural coefficients are compared. -/
universe u
namespace Lean.Grind.CommRing
attribute [local instance] Semiring.natCast Semiring.nsmul
open Int.Internal.Linear (and_true_split)

/-- A sum of monomials with natural coefficients. -/
inductive NatPoly where
  | nil
  | add (k : Nat) (m : Mon) (p : NatPoly)
/-- An order of monomials, so that a sum has one sorted form. -/
def Mon.ble : Mon → Mon → Bool
  | .unit, _ => true
  | .mult _ _, .unit => false
  | .mult p m, .mult q n =>
    cond (p.beq q) (m.ble n) (cond (Nat.beq p.x q.x) (Nat.ble p.k q.k) (Nat.ble p.x q.x))
def NatPoly.insert (k : Nat) (m : Mon) : NatPoly → NatPoly
  | .nil => .add k m .nil
  | .add k' m' p => cond (m.beq m') (.add (k + k') m p) (cond (m.ble m') (.add k m (.add k' m' p)) (.add k' m' (insert k m p)))
def NatPoly.addTerm (k : Nat) (m : Mon) (p : NatPoly) : NatPoly := cond (Nat.beq k 0) p (p.insert k m)
def NatPoly.beq : NatPoly → NatPoly → Bool
  | .nil, .nil => true
  | .add k m p, .add l n q => Nat.beq k l && (m.beq n && p.beq q)
  | _, _ => false
section
variable (op : Mon → Mon → Mon)
/-- Adds `k * m * p` to `q`. -/
def NatPoly.addTo (k : Nat) (m : Mon) : NatPoly → NatPoly → NatPoly
  | .nil, q => q
  | .add c n p, q => addTo k m p (q.addTerm (k * c) (op m n))
/-- Adds `a * b` to `q`. -/
def NatPoly.mulTo : NatPoly → NatPoly → NatPoly → NatPoly
  | .nil, _, q => q
  | .add k m a, b, q => mulTo a b (b.addTo op k m q)
def NatPoly.pow (p : NatPoly) : Nat → NatPoly
  | 0 => .add 1 .unit .nil
  | n + 1 => (pow p n).mulTo op p .nil
/-- The sum; what has no meaning in a semiring is left out. -/
def Expr.toNatPoly : Expr → NatPoly
  | .num k => NatPoly.addTerm k.natAbs .unit .nil
  | .natCast k => NatPoly.addTerm k .unit .nil
  | .var x => .add 1 (.mult ⟨x, 1⟩ .unit) .nil
  | .add a b => a.toNatPoly.addTo op 1 .unit b.toNatPoly
  | .mul a b => a.toNatPoly.mulTo op b.toNatPoly .nil
  | .pow a k => a.toNatPoly.pow op k
  | .neg _ => .nil
  | .sub _ _ => .nil
  | .intCast _ => .nil
end

section
variable {α : Type u} [Semiring α] (ctx : Context α)
def Mon.denoteS : Mon → α
  | .unit => 1
  | .mult p m => p.x.denote ctx ^ p.k * denoteS m
def NatPoly.denote : NatPoly → α
  | .nil => 0
  | .add k m p => (k : α) * m.denoteS ctx + denote p
theorem join {p q : Power} (h : Nat.beq p.x q.x = true) (a : α) :
    p.x.denote ctx ^ (p.k + q.k) * a = p.x.denote ctx ^ p.k * (q.x.denote ctx ^ q.k * a) := by
  rw [Semiring.pow_add, ← Nat.eq_of_beq_eq_true h, Semiring.mul_assoc]
theorem Mon.denoteS_prepend (p : Power) (m : Mon) : (m.prepend p).denoteS ctx = p.x.denote ctx ^ p.k * m.denoteS ctx := by
  cases m with
  | unit => rfl
  | mult q m =>
    show Mon.denoteS ctx (cond (Nat.beq p.x q.x) _ _) = _
    cases h : Nat.beq p.x q.x with
    | true => exact join ctx h _
    | false => rfl
theorem Mon.denoteS_append (m n : Mon) : (m.append n).denoteS ctx = m.denoteS ctx * n.denoteS ctx := by
  induction m with
  | unit => exact (Semiring.one_mul _).symm
  | mult p m ih => exact (denoteS_prepend ctx p _).trans (by rw [ih, ← Semiring.mul_assoc]; rfl)
theorem NatPoly.denote_insert (k : Nat) (m : Mon) (p : NatPoly) : (p.insert k m).denote ctx = (k : α) * m.denoteS ctx + p.denote ctx := by
  induction p with
  | nil => rfl
  | add k' m' p ih =>
    show NatPoly.denote ctx (cond (m.beq m') _ _) = (k : α) * m.denoteS ctx + ((k' : α) * m'.denoteS ctx + p.denote ctx)
    cases h : m.beq m' with
    | true => rw [← Mon.eq_of_beq h, ← Semiring.add_assoc, ← Semiring.right_distrib, ← Semiring.natCast_add]; rfl
    | false =>
      show NatPoly.denote ctx (cond (m.ble m') _ _) = _
      cases m.ble m' with
      | true => rfl
      | false =>
        show (k' : α) * m'.denoteS ctx + (p.insert k m).denote ctx = _
        rw [ih, Semiring.add_left_comm]
theorem NatPoly.denote_addTerm (k : Nat) (m : Mon) (p : NatPoly) :
    (p.addTerm k m).denote ctx = (k : α) * m.denoteS ctx + p.denote ctx := by
  unfold NatPoly.addTerm
  cases h : Nat.beq k 0 with
  | true => rw [Nat.eq_of_beq_eq_true h, Semiring.natCast_zero, Semiring.zero_mul, Semiring.zero_add]; rfl
  | false => exact denote_insert ctx k m p
theorem NatPoly.denote_const (k : Nat) : (NatPoly.addTerm k .unit .nil).denote ctx = (k : α) := by
  rw [denote_addTerm]
  show (k : α) * 1 + 0 = _
  rw [Semiring.mul_one, Semiring.add_zero]
variable {op : Mon → Mon → Mon} (hop : ∀ m n, (op m n).denoteS ctx = m.denoteS ctx * n.denoteS ctx)
include hop
theorem NatPoly.denote_addTo (k : Nat) (m : Mon) (p q : NatPoly) :
    (p.addTo op k m q).denote ctx = (k : α) * m.denoteS ctx * p.denote ctx + q.denote ctx := by
  induction p generalizing q with
  | nil =>
    show _ = (k : α) * m.denoteS ctx * 0 + _
    rw [Semiring.mul_zero, Semiring.zero_add]; rfl
  | add c n p ih =>
    refine (ih _).trans ?_
    rw [denote_addTerm, hop, Semiring.natCast_mul]
    show _ = (k : α) * m.denoteS ctx * ((c : α) * n.denoteS ctx + p.denote ctx) + _
    rw [Semiring.left_distrib, ← Semiring.add_assoc, Semiring.add_comm ((k : α) * m.denoteS ctx * p.denote ctx)]
    refine congrArg (· + q.denote ctx) (congrArg (· + (k : α) * m.denoteS ctx * p.denote ctx) ?_)
    rw [Semiring.mul_assoc, Semiring.mul_assoc, ← Semiring.mul_assoc (c : α), Semiring.natCast_mul_comm c (m.denoteS ctx),
      Semiring.mul_assoc]
theorem NatPoly.denote_mulTo (a b q : NatPoly) : (a.mulTo op b q).denote ctx = a.denote ctx * b.denote ctx + q.denote ctx := by
  induction a generalizing q with
  | nil =>
    show _ = 0 * b.denote ctx + _
    rw [Semiring.zero_mul, Semiring.zero_add]; rfl
  | add k m a ih =>
    refine (ih _).trans ?_
    rw [denote_addTo ctx hop]
    show _ = ((k : α) * m.denoteS ctx + a.denote ctx) * b.denote ctx + _
    rw [Semiring.right_distrib, ← Semiring.add_assoc, Semiring.add_comm (a.denote ctx * _)]
theorem NatPoly.denote_pow (p : NatPoly) (n : Nat) : (p.pow op n).denote ctx = p.denote ctx ^ n := by
  induction n with
  | zero =>
    rw [Semiring.pow_zero]
    show ((1 : Nat) : α) * 1 + 0 = 1
    rw [Semiring.natCast_one, Semiring.mul_one, Semiring.add_zero]
  | succ n ih =>
    refine (denote_mulTo ctx hop _ p _).trans ?_
    rw [ih, Semiring.pow_succ, show NatPoly.denote ctx .nil = (0 : α) from rfl, Semiring.add_zero]
theorem Expr.denote_toNatPoly (e : Expr) : (e.toNatPoly op).denote ctx = Ring.OfSemiring.denoteS ctx e := by
  induction e with
  | num k => exact (NatPoly.denote_const ctx _).trans (Semiring.ofNat_eq_natCast _).symm
  | natCast k => exact NatPoly.denote_const ctx k
  | var x =>
    show ((1 : Nat) : α) * (x.denote ctx ^ 1 * 1) + 0 = x.denote ctx
    rw [Semiring.natCast_one, Semiring.one_mul, Semiring.mul_one, Semiring.add_zero, Semiring.pow_one]
  | add a b iha ihb =>
    refine (NatPoly.denote_addTo ctx hop _ _ _ _).trans ?_
    rw [iha, ihb, Semiring.natCast_one, show Mon.denoteS ctx .unit = (1 : α) from rfl, Semiring.mul_one, Semiring.one_mul]; rfl
  | mul a b iha ihb =>
    refine (NatPoly.denote_mulTo ctx hop _ _ _).trans ?_
    rw [iha, ihb, show NatPoly.denote ctx .nil = (0 : α) from rfl, Semiring.add_zero]; rfl
  | pow a k ih => exact (NatPoly.denote_pow ctx hop _ k).trans (congrArg (· ^ k) ih)
  | neg a => rfl
  | sub a b => rfl
  | intCast k => rfl
end
theorem NatPoly.eq_of_beq : {p q : NatPoly} → p.beq q = true → p = q
  | .nil, .nil, _ => rfl
  | .add k m p, .add l n q, h => by
    obtain ⟨hk, h⟩ := and_true_split h
    obtain ⟨hm, h⟩ := and_true_split h
    rw [Nat.eq_of_beq_eq_true hk, Mon.eq_of_beq hm, eq_of_beq h]
  | .nil, .add .., h => Bool.noConfusion h
  | .add .., .nil, h => Bool.noConfusion h
theorem eq_normS_nc {α : Type u} [Semiring α] (ctx : Context α) (lhs rhs : Expr)
    (h : (lhs.toNatPoly .append).beq (rhs.toNatPoly .append) = true) :
    Ring.OfSemiring.denoteS ctx lhs = Ring.OfSemiring.denoteS ctx rhs := by
  rw [← Expr.denote_toNatPoly ctx (Mon.denoteS_append ctx), ← Expr.denote_toNatPoly ctx (Mon.denoteS_append ctx),
    NatPoly.eq_of_beq h]

section
variable {α : Type u} [CommSemiring α] (ctx : Context α)
theorem Mon.denoteS_insert (p : Power) (m : Mon) : (m.insert p).denoteS ctx = p.x.denote ctx ^ p.k * m.denoteS ctx := by
  induction m with
  | unit => rfl
  | mult q m ih =>
    show Mon.denoteS ctx (cond (Nat.beq p.x q.x) _ _) = _
    cases h : Nat.beq p.x q.x with
    | true => exact join ctx h _
    | false =>
      show Mon.denoteS ctx (cond (Nat.ble p.x q.x) _ _) = _
      cases Nat.ble p.x q.x with
      | true => rfl
      | false =>
        show q.x.denote ctx ^ q.k * (m.insert p).denoteS ctx = p.x.denote ctx ^ p.k * (q.x.denote ctx ^ q.k * m.denoteS ctx)
        rw [ih, ← Semiring.mul_assoc, ← Semiring.mul_assoc, CommSemiring.mul_comm (p.x.denote ctx ^ p.k)]
theorem Mon.denoteS_mul (m n : Mon) : (m.mul n).denoteS ctx = m.denoteS ctx * n.denoteS ctx := by
  induction m with
  | unit => exact (Semiring.one_mul _).symm
  | mult p m ih => exact (denoteS_insert ctx p _).trans (by rw [ih, ← Semiring.mul_assoc]; rfl)
theorem eq_normS (lhs rhs : Expr) (h : (lhs.toNatPoly .mul).beq (rhs.toNatPoly .mul) = true) :
    Ring.OfSemiring.denoteS ctx lhs = Ring.OfSemiring.denoteS ctx rhs := by
  rw [← Expr.denote_toNatPoly ctx (Mon.denoteS_mul ctx), ← Expr.denote_toNatPoly ctx (Mon.denoteS_mul ctx), NatPoly.eq_of_beq h]
end
end Lean.Grind.CommRing
