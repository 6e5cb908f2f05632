prelude
import Init.Data.RArray
import Init.Data.Int.Linear
import Init.Grind.Ring.Envelope
/-! Polynomials by reflection: what `grind` proves its steps in commutative rings with. A step is checked by subtracting
what it claims from the combination that it came from; every coefficient that is left must vanish in the ring. -/
universe u
namespace Lean.Grind.CommRing
attribute [local instance] Semiring.natCast Semiring.nsmul Ring.intCast Ring.zsmul
open Int.Internal.Linear (isZero eq_zero_of_isZero and_true_split ne_zero_of_not_isZero)

abbrev Var := Nat
abbrev Context (α : Type u) := RArray α
def Var.denote {α : Type u} (ctx : Context α) (x : Var) : α := ctx.get x
inductive Expr where
  | num (v : Int)
  | natCast (k : Nat)
  | intCast (k : Int)
  | var (i : Var)
  | neg (a : Expr)
  | add (a b : Expr)
  | sub (a b : Expr)
  | mul (a b : Expr)
  | pow (a : Expr) (k : Nat)
structure Power where
  x : Var
  k : Nat
/-- A product of powers. -/
inductive Mon where
  | unit
  | mult (p : Power) (m : Mon)
/-- A sum of monomials that ends with a number. -/
inductive Poly where
  | num (k : Int)
  | add (k : Int) (v : Mon) (p : Poly)

/-! ## Values -/

section
variable {α : Type u} [Ring α]
def denoteInt : Int → α
  | .ofNat n => OfNat.ofNat (α := α) n
  | .negSucc n => -OfNat.ofNat (α := α) (n + 1)
theorem denoteInt_eq (k : Int) : denoteInt k = (k : α) := by
  match k with
  | .ofNat n => exact (Ring.intCast_ofNat n).symm
  | .negSucc n => rw [Ring.intCast_negSucc]; exact congrArg _ (Semiring.ofNat_eq_natCast (n + 1))
def Expr.denote (ctx : Context α) : Expr → α
  | .num k => denoteInt k
  | .natCast k => NatCast.natCast k
  | .intCast k => IntCast.intCast k
  | .var x => x.denote ctx
  | .neg a => -a.denote ctx
  | .add a b => a.denote ctx + b.denote ctx
  | .sub a b => a.denote ctx - b.denote ctx
  | .mul a b => a.denote ctx * b.denote ctx
  | .pow a k => a.denote ctx ^ k
def Power.denote (ctx : Context α) (p : Power) : α := p.x.denote ctx ^ p.k
def Mon.denote (ctx : Context α) : Mon → α
  | .unit => 1
  | .mult p m => p.denote ctx * m.denote ctx
def Poly.denote (ctx : Context α) : Poly → α
  | .num k => (k : α)
  | .add k m p => (k : α) * m.denote ctx + p.denote ctx

/-! ### A polynomial as one would write it -/

def Power.denote' (ctx : Context α) (p : Power) : α := cond (Nat.beq p.k 1) (p.x.denote ctx) (p.x.denote ctx ^ p.k)
def Mon.denote'.go (ctx : Context α) (r : α) : Mon → α
  | .unit => r
  | .mult p m => go ctx (r * p.denote' ctx) m
def Mon.denote' (ctx : Context α) : Mon → α
  | .unit => 1
  | .mult p m => denote'.go ctx (p.denote' ctx) m
def Poly.denote'.term (ctx : Context α) (k : Int) (m : Mon) : α :=
  cond (Int.Internal.Linear.isOne k) (m.denote' ctx) (denoteInt k * m.denote' ctx)
def Poly.denote'.go (ctx : Context α) (r : α) : Poly → α
  | .num k => cond (isZero k) r (r + denoteInt k)
  | .add k m p => go ctx (r + term ctx k m) p
def Poly.denote' (ctx : Context α) : Poly → α
  | .num k => denoteInt k
  | .add k m p => denote'.go ctx (denote'.term ctx k m) p
theorem Power.denote'_eq (ctx : Context α) (p : Power) : p.denote' ctx = p.denote ctx := by
  unfold Power.denote' Power.denote
  cases h : Nat.beq p.k 1 with
  | true => rw [Nat.eq_of_beq_eq_true h, Semiring.pow_one]; rfl
  | false => rfl
theorem Mon.denote'_go (ctx : Context α) (r : α) (m : Mon) : denote'.go ctx r m = r * m.denote ctx := by
  induction m generalizing r with
  | unit => exact (Semiring.mul_one r).symm
  | mult p m ih => exact (ih _).trans (by rw [Power.denote'_eq, Semiring.mul_assoc]; rfl)
theorem Mon.denote'_eq (ctx : Context α) : (m : Mon) → m.denote' ctx = m.denote ctx
  | .unit => rfl
  | .mult p m => (denote'_go ctx _ m).trans (congrArg (· * m.denote ctx) (Power.denote'_eq ctx p))
theorem Poly.denote'_term (ctx : Context α) (k : Int) (m : Mon) : denote'.term ctx k m = (k : α) * m.denote ctx := by
  unfold denote'.term
  rw [Mon.denote'_eq, denoteInt_eq]
  cases h : Int.Internal.Linear.isOne k with
  | true => rw [Int.Internal.Linear.eq_one_of_isOne h, Ring.intCast_one, Semiring.one_mul]; rfl
  | false => rfl
theorem Poly.denote'_go (ctx : Context α) (r : α) (p : Poly) : denote'.go ctx r p = r + p.denote ctx := by
  induction p generalizing r with
  | num k =>
    show cond (isZero k) r (r + denoteInt k) = r + (k : α)
    rw [denoteInt_eq]
    cases h : isZero k with
    | true => rw [eq_zero_of_isZero h, Ring.intCast_zero, Semiring.add_zero]; rfl
    | false => rfl
  | add k m p ih => exact (ih _).trans (by rw [denote'_term, Semiring.add_assoc]; rfl)
theorem Poly.denote'_eq (ctx : Context α) : (p : Poly) → p.denote' ctx = p.denote ctx
  | .num k => denoteInt_eq k
  | .add k m p => (denote'_go ctx _ p).trans (congrArg (· + p.denote ctx) (denote'_term ctx k m))
end

/-! ## Monomials

`Mon.mul` is for commutative multiplication and sorts; `Mon.append` is for the other kind. -/

def Power.beq (p q : Power) : Bool := Nat.beq p.x q.x && Nat.beq p.k q.k
def Mon.beq : Mon → Mon → Bool
  | .unit, .unit => true
  | .mult p m, .mult q n => p.beq q && m.beq n
  | _, _ => false
def Mon.insert (p : Power) : Mon → Mon
  | .unit => .mult p .unit
  | .mult q m => cond (Nat.beq p.x q.x) (.mult ⟨p.x, p.k + q.k⟩ m) (cond (Nat.ble p.x q.x) (.mult p (.mult q m)) (.mult q (insert p m)))
def Mon.mul : Mon → Mon → Mon
  | .unit, n => n
  | .mult p m, n => insert p (mul m n)
def Mon.prepend (p : Power) : Mon → Mon
  | .unit => .mult p .unit
  | .mult q m => cond (Nat.beq p.x q.x) (.mult ⟨p.x, p.k + q.k⟩ m) (.mult p (.mult q m))
def Mon.append : Mon → Mon → Mon
  | .unit, n => n
  | .mult p m, n => prepend p (append m n)
theorem Mon.eq_of_beq : {m n : Mon} → m.beq n = true → m = n
  | .unit, .unit, _ => rfl
  | .mult ⟨x, k⟩ m, .mult ⟨y, l⟩ n, h => by
    obtain ⟨hp, h⟩ := and_true_split h
    obtain ⟨hx, hk⟩ := and_true_split hp
    have hx : x = y := Nat.eq_of_beq_eq_true hx
    have hk : k = l := Nat.eq_of_beq_eq_true hk
    rw [hx, hk, eq_of_beq h]
  | .unit, .mult .., h => Bool.noConfusion h
  | .mult .., .unit, h => Bool.noConfusion h
theorem Power.denote_join {α : Type u} [Ring α] (ctx : Context α) {p q : Power} (h : Nat.beq p.x q.x = true) :
    Power.denote ctx ⟨p.x, p.k + q.k⟩ = p.denote ctx * q.denote ctx := by
  show p.x.denote ctx ^ (p.k + q.k) = p.x.denote ctx ^ p.k * q.x.denote ctx ^ q.k
  rw [Semiring.pow_add, Nat.eq_of_beq_eq_true h]
theorem Mon.denote_insert {α : Type u} [CommRing α] (ctx : Context α) (p : Power) (m : Mon) :
    (m.insert p).denote ctx = p.denote ctx * m.denote ctx := by
  induction m with
  | unit => rfl
  | mult q m ih =>
    show Mon.denote ctx (cond (Nat.beq p.x q.x) _ _) = p.denote ctx * (q.denote ctx * m.denote ctx)
    cases h : Nat.beq p.x q.x with
    | true => rw [← Semiring.mul_assoc, ← Power.denote_join ctx h]; rfl
    | false =>
      show Mon.denote ctx (cond (Nat.ble p.x q.x) _ _) = _
      cases Nat.ble p.x q.x with
      | true => rfl
      | false =>
        show q.denote ctx * (m.insert p).denote ctx = _
        rw [ih, ← Semiring.mul_assoc, ← Semiring.mul_assoc, CommSemiring.mul_comm (p.denote ctx)]
theorem Mon.denote_mul {α : Type u} [CommRing α] (ctx : Context α) (m n : Mon) :
    (m.mul n).denote ctx = m.denote ctx * n.denote ctx := by
  induction m with
  | unit => exact (Semiring.one_mul _).symm
  | mult p m ih => exact (denote_insert ctx p _).trans (by rw [ih, ← Semiring.mul_assoc]; rfl)
theorem Mon.denote_prepend {α : Type u} [Ring α] (ctx : Context α) (p : Power) (m : Mon) :
    (m.prepend p).denote ctx = p.denote ctx * m.denote ctx := by
  cases m with
  | unit => rfl
  | mult q m =>
    show Mon.denote ctx (cond (Nat.beq p.x q.x) _ _) = p.denote ctx * (q.denote ctx * m.denote ctx)
    cases h : Nat.beq p.x q.x with
    | true => rw [← Semiring.mul_assoc, ← Power.denote_join ctx h]; rfl
    | false => rfl
theorem Mon.denote_append {α : Type u} [Ring α] (ctx : Context α) (m n : Mon) :
    (m.append n).denote ctx = m.denote ctx * n.denote ctx := by
  induction m with
  | unit => exact (Semiring.one_mul _).symm
  | mult p m ih => exact (denote_prepend ctx p _).trans (by rw [ih, ← Semiring.mul_assoc]; rfl)

/-! ## Polynomials, for either product `op` of monomials -/

def Poly.addConst (k : Int) : Poly → Poly
  | .num c => .num (k + c)
  | .add k' m p => .add k' m (addConst k p)
def Poly.addMonomial (k : Int) (m : Mon) : Poly → Poly
  | .num c => .add k m (.num c)
  | .add k' m' p => cond (m.beq m') (cond (isZero (k + k')) p (.add (k + k') m p)) (.add k' m' (addMonomial k m p))
def Poly.addTerm (k : Int) (m : Mon) (p : Poly) : Poly :=
  cond (isZero k) p (match m with
    | .unit => p.addConst k
    | .mult .. => p.addMonomial k m)
section
variable (op : Mon → Mon → Mon)
/-- Adds `k * m * p` to `q`. -/
def Poly.addTo (k : Int) (m : Mon) : Poly → Poly → Poly
  | .num c, q => q.addTerm (k * c) (op m .unit)
  | .add c n p, q => addTo k m p (q.addTerm (k * c) (op m n))
/-- Adds `a * b` to `q`. -/
def Poly.mulTo : Poly → Poly → Poly → Poly
  | .num k, b, q => b.addTo op k .unit q
  | .add k m a, b, q => mulTo a b (b.addTo op k m q)
def Poly.pow (p : Poly) : Nat → Poly
  | 0 => .num 1
  | n + 1 => (pow p n).mulTo op p (.num 0)
def Poly.ofVar (x : Var) (k : Nat) : Poly := .add 1 (.mult ⟨x, k⟩ .unit) (.num 0)
def Expr.toPoly : Expr → Poly
  | .num k => .num k
  | .natCast k => .num k
  | .intCast k => .num k
  | .var x => .ofVar x 1
  | .neg a => a.toPoly.addTo op (-1) .unit (.num 0)
  | .add a b => a.toPoly.addTo op 1 .unit b.toPoly
  | .sub a b => b.toPoly.addTo op (-1) .unit a.toPoly
  | .mul a b => a.toPoly.mulTo op b.toPoly (.num 0)
  | .pow (.var x) k => cond (Nat.beq k 0) (.num 1) (.ofVar x k)
  | .pow a k => a.toPoly.pow op k
end

section
variable {α : Type u} [Ring α] (ctx : Context α)
theorem Poly.denote_addConst (k : Int) (p : Poly) : (p.addConst k).denote ctx = (k : α) + p.denote ctx := by
  induction p with
  | num c => exact Ring.intCast_add k c
  | add k' m p ih =>
    show (k' : α) * m.denote ctx + (p.addConst k).denote ctx = _
    rw [ih, Semiring.add_left_comm]; rfl
theorem Poly.denote_addMonomial (k : Int) (m : Mon) (p : Poly) :
    (p.addMonomial k m).denote ctx = (k : α) * m.denote ctx + p.denote ctx := by
  induction p with
  | num c => rfl
  | add k' m' p ih =>
    show Poly.denote ctx (cond (m.beq m') _ _) = (k : α) * m.denote ctx + ((k' : α) * m'.denote ctx + p.denote ctx)
    cases h : m.beq m' with
    | true =>
      rw [← Mon.eq_of_beq h, ← Semiring.add_assoc, ← Semiring.right_distrib, ← Ring.intCast_add]
      show Poly.denote ctx (cond (isZero (k + k')) _ _) = _
      cases h : isZero (k + k') with
      | true => rw [eq_zero_of_isZero h, Ring.intCast_zero, Semiring.zero_mul, Semiring.zero_add]; rfl
      | false => rfl
    | false =>
      show (k' : α) * m'.denote ctx + (p.addMonomial k m).denote ctx = _
      rw [ih, Semiring.add_left_comm]
theorem Poly.denote_addTerm (k : Int) (m : Mon) (p : Poly) :
    (p.addTerm k m).denote ctx = (k : α) * m.denote ctx + p.denote ctx := by
  unfold Poly.addTerm
  cases h : isZero k with
  | true => rw [eq_zero_of_isZero h, Ring.intCast_zero, Semiring.zero_mul, Semiring.zero_add]; rfl
  | false =>
    cases m with
    | unit => exact (denote_addConst ctx k p).trans (congrArg (· + p.denote ctx) (Semiring.mul_one _).symm)
    | mult q m => exact denote_addMonomial ctx k _ p
variable {op : Mon → Mon → Mon} (hop : ∀ m n, (op m n).denote ctx = m.denote ctx * n.denote ctx)
include hop
theorem Poly.denote_addTo (k : Int) (m : Mon) (p q : Poly) :
    (p.addTo op k m q).denote ctx = (k : α) * m.denote ctx * p.denote ctx + q.denote ctx := by
  induction p generalizing q with
  | num c =>
    refine (denote_addTerm ctx _ _ q).trans ?_
    rw [hop, Ring.intCast_mul]
    show (k : α) * (c : α) * (m.denote ctx * 1) + _ = (k : α) * m.denote ctx * (c : α) + _
    rw [Semiring.mul_one, Semiring.mul_assoc, Ring.intCast_mul_comm c, Semiring.mul_assoc]
  | add c n p ih =>
    refine (ih _).trans ?_
    rw [denote_addTerm, hop, Ring.intCast_mul]
    show _ = (k : α) * m.denote ctx * ((c : α) * n.denote ctx + p.denote ctx) + _
    rw [Semiring.left_distrib, ← Semiring.add_assoc, Semiring.add_comm ((k : α) * m.denote ctx * p.denote ctx)]
    refine congrArg (· + q.denote ctx) (congrArg (· + (k : α) * m.denote ctx * p.denote ctx) ?_)
    rw [Semiring.mul_assoc, Semiring.mul_assoc, ← Semiring.mul_assoc (c : α), Ring.intCast_mul_comm c (m.denote ctx),
      Semiring.mul_assoc]
theorem Poly.denote_mulTo (a b q : Poly) : (a.mulTo op b q).denote ctx = a.denote ctx * b.denote ctx + q.denote ctx := by
  induction a generalizing q with
  | num k => exact (denote_addTo ctx hop k .unit b q).trans (by rw [show Mon.denote ctx .unit = (1 : α) from rfl, Semiring.mul_one]; rfl)
  | add k m a ih =>
    refine (ih _).trans ?_
    rw [denote_addTo ctx hop]
    show _ = ((k : α) * m.denote ctx + a.denote ctx) * b.denote ctx + _
    rw [Semiring.right_distrib, ← Semiring.add_assoc, Semiring.add_comm (a.denote ctx * _)]
theorem Poly.denote_pow (p : Poly) (n : Nat) : (p.pow op n).denote ctx = p.denote ctx ^ n := by
  induction n with
  | zero => rw [Semiring.pow_zero]; exact Ring.intCast_one
  | succ n ih =>
    refine (denote_mulTo ctx hop _ p _).trans ?_
    rw [ih, Semiring.pow_succ, show Poly.denote ctx (.num 0) = (0 : α) from Ring.intCast_zero, Semiring.add_zero]
omit hop in
theorem Poly.denote_ofVar (x : Var) (k : Nat) : (Poly.ofVar x k).denote ctx = x.denote ctx ^ k := by
  show ((1 : Int) : α) * (x.denote ctx ^ k * 1) + ((0 : Int) : α) = _
  rw [Ring.intCast_one, Ring.intCast_zero, Semiring.add_zero, Semiring.one_mul, Semiring.mul_one]
theorem Poly.denote_addTo_unit (k : Int) (p q : Poly) : (p.addTo op k .unit q).denote ctx = (k : α) * p.denote ctx + q.denote ctx := by
  rw [denote_addTo ctx hop, show Mon.denote ctx .unit = (1 : α) from rfl, Semiring.mul_one]
omit hop in
theorem neg_one_mul (a : α) : ((-1 : Int) : α) * a = -a := by rw [Ring.intCast_neg, Ring.intCast_one, Ring.neg_mul, Semiring.one_mul]
theorem Expr.denote_toPoly (e : Expr) : (e.toPoly op).denote ctx = e.denote ctx := by
  induction e with
  | num k => exact (denoteInt_eq k).symm
  | natCast k => exact Ring.intCast_natCast k
  | intCast k => rfl
  | var x => exact (Poly.denote_ofVar ctx x 1).trans (Semiring.pow_one _)
  | neg a ih =>
    refine (Poly.denote_addTo_unit ctx hop _ _ _).trans ?_
    rw [ih, neg_one_mul, show Poly.denote ctx (.num 0) = (0 : α) from Ring.intCast_zero, Semiring.add_zero]; rfl
  | add a b iha ihb =>
    refine (Poly.denote_addTo_unit ctx hop _ _ _).trans ?_
    rw [iha, ihb, Ring.intCast_one, Semiring.one_mul]; rfl
  | sub a b iha ihb =>
    refine (Poly.denote_addTo_unit ctx hop _ _ _).trans ?_
    rw [iha, ihb, neg_one_mul, Semiring.add_comm]; exact (Ring.sub_eq_add_neg _ _).symm
  | mul a b iha ihb =>
    refine (Poly.denote_mulTo ctx hop _ _ _).trans ?_
    rw [iha, ihb, show Poly.denote ctx (.num 0) = (0 : α) from Ring.intCast_zero, Semiring.add_zero]; rfl
  | pow a k ih =>
    have general : (a.toPoly op |>.pow op k).denote ctx = a.denote ctx ^ k := by rw [Poly.denote_pow ctx hop, ih]
    match a, general with
    | .var x, _ =>
      show Poly.denote ctx (cond (Nat.beq k 0) _ _) = x.denote ctx ^ k
      cases h : Nat.beq k 0 with
      | true => rw [Nat.eq_of_beq_eq_true h, Semiring.pow_zero]; exact Ring.intCast_one
      | false => exact Poly.denote_ofVar ctx x k
    | .num _, g => exact g
    | .natCast _, g => exact g
    | .intCast _, g => exact g
    | .neg _, g => exact g
    | .add .., g => exact g
    | .sub .., g => exact g
    | .mul .., g => exact g
    | .pow .., g => exact g
end

/-! ## What vanishes -/

/-- Whether the characteristic `c` divides all coefficients. -/
def Poly.vanishes (c : Nat) : Poly → Bool
  | .num k => Nat.beq (k.natAbs % c) 0
  | .add k _ p => Nat.beq (k.natAbs % c) 0 && p.vanishes c
/-- That the multiples of `c` are zero. -/
def Kills (α : Type u) [Ring α] (c : Nat) : Prop := ∀ k : Int, (c : Int) ∣ k → (k : α) = 0
section
variable {α : Type u} [Ring α]
theorem kills_zero : Kills α 0 := fun k h => by rw [Int.zero_dvd.mp h, Ring.intCast_zero]
theorem kills_of_zero {c : Nat} (h : (c : α) = 0) : Kills α c := fun k d => d.elim fun j e => by
  rw [e, Ring.intCast_mul, Ring.intCast_natCast, h, Semiring.zero_mul]
theorem kills_char {c : Nat} [i : IsCharP α c] : Kills α c := kills_of_zero <| by
  rw [← Semiring.ofNat_eq_natCast]
  exact i.ofNat_ext_iff.mpr (by rw [Nat.mod_self, Nat.zero_mod])
theorem Poly.denote_of_vanishes (ctx : Context α) {c : Nat} (hc : Kills α c) : {p : Poly} → p.vanishes c = true → p.denote ctx = 0
  | .num k, h => hc k (Int.Internal.Linear.dvd_of_beq_mod h)
  | .add k m p, h => by
    obtain ⟨hk, h⟩ := and_true_split h
    show (k : α) * m.denote ctx + p.denote ctx = 0
    rw [hc k (Int.Internal.Linear.dvd_of_beq_mod hk), denote_of_vanishes ctx hc h, Semiring.zero_mul, Semiring.add_zero]
theorem eq_of_sub_zero {a b : α} (h : ((-1 : Int) : α) * a + b = 0) : b = a := by
  rw [neg_one_mul, Semiring.add_comm, ← Ring.sub_eq_add_neg] at h
  exact AddCommGroup.sub_eq_zero_iff.mp h
end
/-- Whether `p = k₁ * m₁ * p₁ + k₂ * m₂ * p₂`, in characteristic `c`. -/
def Poly.isSum (c : Nat) (p : Poly) (k₁ : Int) (m₁ : Mon) (p₁ : Poly) (k₂ : Int) (m₂ : Mon) (p₂ : Poly) : Bool :=
  (p.addTo .mul (-1) .unit (p₁.addTo .mul k₁ m₁ (p₂.addTo .mul k₂ m₂ (.num 0)))).vanishes c
/-- Whether two expressions are equal, in characteristic `c`. -/
def Expr.same (op : Mon → Mon → Mon) (c : Nat) (a b : Expr) : Bool := ((a.sub b).toPoly op).vanishes c
def Expr.isPoly (c : Nat) (e : Expr) (p : Poly) : Bool := (p.addTo .mul (-1) .unit (e.toPoly .mul)).vanishes c
theorem Expr.eq_of_same {α : Type u} [Ring α] (ctx : Context α) {op : Mon → Mon → Mon}
    (hop : ∀ m n, (op m n).denote ctx = m.denote ctx * n.denote ctx) {c : Nat} (hc : Kills α c) {a b : Expr}
    (h : a.same op c b = true) : a.denote ctx = b.denote ctx := by
  have h := Poly.denote_of_vanishes ctx hc h
  rw [Expr.denote_toPoly ctx hop] at h
  exact AddCommGroup.sub_eq_zero_iff.mp h
section
variable {α : Type u} [CommRing α] (ctx : Context α)
theorem Poly.of_isSum {c : Nat} (hc : Kills α c) {p p₁ p₂ : Poly} {k₁ k₂ : Int} {m₁ m₂ : Mon}
    (h : p.isSum c k₁ m₁ p₁ k₂ m₂ p₂ = true) :
    p.denote ctx = (k₁ : α) * m₁.denote ctx * p₁.denote ctx + (k₂ : α) * m₂.denote ctx * p₂.denote ctx := by
  have h := Poly.denote_of_vanishes ctx hc h
  rw [Poly.denote_addTo_unit ctx (Mon.denote_mul ctx), Poly.denote_addTo ctx (Mon.denote_mul ctx),
    Poly.denote_addTo ctx (Mon.denote_mul ctx), show Poly.denote ctx (.num 0) = (0 : α) from Ring.intCast_zero,
    Semiring.add_zero] at h
  exact (eq_of_sub_zero h).symm
theorem Expr.of_isPoly {c : Nat} (hc : Kills α c) {e : Expr} {p : Poly} (h : e.isPoly c p = true) : e.denote ctx = p.denote ctx := by
  have h := Poly.denote_of_vanishes ctx hc h
  rw [Poly.denote_addTo_unit ctx (Mon.denote_mul ctx), Expr.denote_toPoly ctx (Mon.denote_mul ctx)] at h
  exact eq_of_sub_zero h
theorem no_int_zero_divisors {α : Type u} [Ring α] [NoNatZeroDivisors α] {k : Int} {a : α} (hk : k ≠ 0) (h : (k : α) * a = 0) :
    a = 0 := by
  have key : ∀ n : Nat, n ≠ 0 → (n : α) * a = 0 → a = 0 := fun n hn h => by
    refine no_nat_zero_divisors n a 0 hn ?_
    rw [Semiring.nsmul_eq_natCast_mul, h, NatModule.nsmul_zero]
  match k, h with
  | .ofNat n, h => exact key n (fun e => hk (congrArg Int.ofNat e)) ((congrArg (· * a) (Ring.intCast_natCast n)).symm.trans h)
  | .negSucc n, h =>
    refine key (n + 1) (Nat.succ_ne_zero n) ?_
    rw [Ring.intCast_negSucc, Ring.neg_mul] at h
    rw [← AddCommGroup.neg_neg (_ * a), h, AddCommGroup.neg_zero]
end
end Lean.Grind.CommRing
