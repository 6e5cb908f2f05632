prelude
import Init.Data.Nat.Sub
import Init.Data.RArray
/-! Linear arithmetic on natural numbers by reflection: what `simp +arith` proves its steps with. Sides of an
equation or inequality become lists of monomials, sorted by variable and with common parts cancelled. -/
universe u
namespace Nat.Internal
protected def elimOffset {α : Sort u} (a b k : Nat) (h₁ : a + k = b + k) (h₂ : a = b → α) : α := h₂ (Nat.add_right_cancel h₁)
namespace Linear
abbrev Var := Nat
abbrev Context := Lean.RArray Nat
/-- The variable that stands for 1, so that constants are monomials too. -/
def fixedVar : Var := 100000000
def Var.denote (ctx : Context) (v : Var) : Nat := cond (Nat.beq v fixedVar) 1 (ctx.get v)
inductive Expr where
  | num (v : Nat)
  | var (i : Var)
  | add (a b : Expr)
  | mulL (k : Nat) (a : Expr)
  | mulR (a : Expr) (k : Nat)
def Expr.denote (ctx : Context) : Expr → Nat
  | .add a b => a.denote ctx + b.denote ctx
  | .num k => k
  | .var v => v.denote ctx
  | .mulL k e => k * e.denote ctx
  | .mulR e k => e.denote ctx * k
/-- Monomials: coefficient and variable. -/
abbrev Poly := List (Nat × Var)
def Poly.denote (ctx : Context) : Poly → Nat
  | [] => 0
  | (k, v) :: p => k * v.denote ctx + Poly.denote ctx p

/-! ### Normal form of an expression -/

def Poly.insert (k : Nat) (v : Var) : Poly → Poly
  | [] => [(k, v)]
  | (k', v') :: p =>
    cond (Nat.blt v v') ((k, v) :: (k', v') :: p)
      (cond (Nat.beq v v') ((k + k', v') :: p) ((k', v') :: Poly.insert k v p))
/-- Adds `k * v` unless `k` is zero. -/
def Poly.add1 (k : Nat) (v : Var) (p : Poly) : Poly := cond (Nat.beq k 0) p (p.insert k v)
def Expr.toPoly.go (coeff : Nat) : Expr → Poly → Poly
  | .num k, p => p.add1 (coeff * k) fixedVar
  | .var i, p => p.add1 coeff i
  | .add a b, p => go coeff b (go coeff a p)
  | .mulL k a, p => go (coeff * k) a p
  | .mulR a k, p => go (coeff * k) a p
def Expr.toNormPoly (e : Expr) : Poly := Expr.toPoly.go 1 e []
def Poly.same : Poly → Poly → Bool
  | [], [] => true
  | (k, v) :: p, (k', v') :: q => Nat.beq k k' && (Nat.beq v v' && Poly.same p q)
  | _, _ => false
theorem Poly.denote_insert (ctx : Context) (k : Nat) (v : Var) (p : Poly) :
    (p.insert k v).denote ctx = k * v.denote ctx + p.denote ctx := by
  induction p with
  | nil => rfl
  | cons m p ih =>
    obtain ⟨k', v'⟩ := m
    show Poly.denote ctx (cond (Nat.blt v v') _ (cond (Nat.beq v v') _ _)) = _
    cases Nat.blt v v' with
    | true => rfl
    | false =>
      cases h : Nat.beq v v' with
      | true =>
        show (k + k') * v'.denote ctx + _ = k * v.denote ctx + (k' * v'.denote ctx + _)
        rw [Nat.eq_of_beq_eq_true h, Nat.add_mul, Nat.add_assoc]
      | false =>
        show k' * v'.denote ctx + (Poly.insert k v p).denote ctx = k * v.denote ctx + (k' * v'.denote ctx + _)
        rw [ih, Nat.add_left_comm]
theorem Poly.denote_add1 (ctx : Context) (k : Nat) (v : Var) (p : Poly) :
    (p.add1 k v).denote ctx = k * v.denote ctx + p.denote ctx := by
  show Poly.denote ctx (cond (Nat.beq k 0) _ _) = _
  cases h : Nat.beq k 0 with
  | true => rw [Nat.eq_of_beq_eq_true h, Nat.zero_mul, Nat.zero_add]; rfl
  | false => exact denote_insert ctx k v p
theorem Expr.denote_toPoly_go (ctx : Context) (c : Nat) (e : Expr) (p : Poly) :
    (toPoly.go c e p).denote ctx = c * e.denote ctx + p.denote ctx := by
  induction e generalizing c p with
  | num k => exact (Poly.denote_add1 ctx (c * k) fixedVar p).trans (congrArg (· + p.denote ctx) (Nat.mul_one (c * k)))
  | var i => exact Poly.denote_add1 ctx c i p
  | add a b iha ihb =>
    show (toPoly.go c b (toPoly.go c a p)).denote ctx = c * (a.denote ctx + b.denote ctx) + _
    rw [ihb, iha, Nat.mul_add, ← Nat.add_assoc, Nat.add_comm (c * b.denote ctx)]
  | mulL k a ih =>
    show (toPoly.go (c * k) a p).denote ctx = c * (k * a.denote ctx) + _
    rw [ih, Nat.mul_assoc]
  | mulR a k ih =>
    show (toPoly.go (c * k) a p).denote ctx = c * (a.denote ctx * k) + _
    rw [ih, Nat.mul_assoc, Nat.mul_comm k]
theorem Expr.denote_toNormPoly (ctx : Context) (e : Expr) : e.toNormPoly.denote ctx = e.denote ctx := by
  show (toPoly.go 1 e []).denote ctx = _
  rw [denote_toPoly_go, Nat.one_mul]; rfl
theorem and_true_split {a b : Bool} (h : (a && b) = true) : a = true ∧ b = true := by
  cases a with
  | true => exact ⟨rfl, h⟩
  | false => exact absurd h (fun h => Bool.noConfusion h)
theorem Poly.denote_same (ctx : Context) : ∀ {p q : Poly}, Poly.same p q = true → Poly.denote ctx p = Poly.denote ctx q
  | [], [], _ => rfl
  | [], _ :: _, h => Bool.noConfusion h
  | _ :: _, [], h => Bool.noConfusion h
  | (k, v) :: p, (k', v') :: q, h => by
    obtain ⟨hk, h⟩ := and_true_split h
    obtain ⟨hv, h⟩ := and_true_split h
    show k * Var.denote ctx v + Poly.denote ctx p = k' * Var.denote ctx v' + Poly.denote ctx q
    rw [Nat.eq_of_beq_eq_true hk, Nat.eq_of_beq_eq_true hv, denote_same ctx h]
theorem Expr.eq_of_toNormPoly_eq (ctx : Context) (e e' : Expr) (h : e.toNormPoly.same e'.toNormPoly = true) :
    e.denote ctx = e'.denote ctx := by
  rw [← denote_toNormPoly, ← denote_toNormPoly ctx e']; exact Poly.denote_same ctx h

/-! ### Equations and inequalities -/

/-- Takes as much of `k * v` as there is out of a polynomial; also says how much of `k` is left over. -/
def Poly.take (k : Nat) (v : Var) : Poly → Nat × Poly
  | [] => (k, [])
  | (k', v') :: p =>
    cond (Nat.beq v v')
      (cond (Nat.ble k k') (0, Poly.add1 (k' - k) v' p) (k - k', p))
      ((Poly.take k v p).1, (k', v') :: (Poly.take k v p).2)
/-- Both sides without their common part. -/
def Poly.cancel (l : Poly) : Poly → Poly × Poly
  | [] => (l, [])
  | (k, v) :: r => ((Poly.cancel (l.take k v).2 r).1, (Poly.cancel (l.take k v).2 r).2.add1 (l.take k v).1 v)
def Poly.isZero : Poly → Bool
  | [] => true
  | _ :: _ => false
def Poly.isNonZero : Poly → Bool
  | [] => false
  | (k, v) :: p => (Nat.beq v fixedVar && Nat.blt 0 k) || Poly.isNonZero p
structure PolyCnstr where
  eq : Bool
  lhs : Poly
  rhs : Poly
def PolyCnstr.denote (ctx : Context) (c : PolyCnstr) : Prop :=
  cond c.eq (c.lhs.denote ctx = c.rhs.denote ctx) (c.lhs.denote ctx ≤ c.rhs.denote ctx)
def PolyCnstr.isUnsat (c : PolyCnstr) : Bool :=
  (c.lhs.isNonZero && c.rhs.isZero) || (c.eq && (c.lhs.isZero && c.rhs.isNonZero))
def PolyCnstr.isValid (c : PolyCnstr) : Bool := c.lhs.isZero && cond c.eq c.rhs.isZero true
def PolyCnstr.same (c d : PolyCnstr) : Bool :=
  cond c.eq d.eq (not d.eq) && (c.lhs.same d.lhs && c.rhs.same d.rhs)
structure ExprCnstr where
  eq : Bool
  lhs : Expr
  rhs : Expr
def ExprCnstr.denote (ctx : Context) (c : ExprCnstr) : Prop :=
  cond c.eq (c.lhs.denote ctx = c.rhs.denote ctx) (c.lhs.denote ctx ≤ c.rhs.denote ctx)
def ExprCnstr.toNormPoly (c : ExprCnstr) : PolyCnstr :=
  let p := Poly.cancel c.lhs.toNormPoly c.rhs.toNormPoly
  ⟨c.eq, p.1, p.2⟩
theorem Poly.denote_take (ctx : Context) (k : Nat) (v : Var) (p : Poly) :
    ∃ c, p.denote ctx = (p.take k v).2.denote ctx + c ∧ k * v.denote ctx = (p.take k v).1 * v.denote ctx + c := by
  induction p with
  | nil => exact ⟨0, rfl, rfl⟩
  | cons m p ih =>
    obtain ⟨k', v'⟩ := m
    simp only [take]
    cases h : Nat.beq v v' with
    | false =>
      obtain ⟨c, e, f⟩ := ih
      refine ⟨c, ?_, f⟩
      show k' * v'.denote ctx + Poly.denote ctx p = k' * v'.denote ctx + Poly.denote ctx (Poly.take k v p).2 + c
      rw [e, Nat.add_assoc]
    | true =>
      have hv := Nat.eq_of_beq_eq_true h
      subst hv
      cases l : Nat.ble k k' with
      | true =>
        obtain ⟨d, rfl⟩ := Nat.exists_eq_add_of_le (Nat.le_of_ble_eq_true l)
        refine ⟨k * v.denote ctx, ?_, ?_⟩
        · show (k + d) * v.denote ctx + Poly.denote ctx p = Poly.denote ctx (Poly.add1 (k + d - k) v p) + _
          rw [denote_add1, Nat.add_sub_cancel_left, Nat.add_mul, Nat.add_comm, ← Nat.add_assoc, Nat.add_comm _ (d * v.denote ctx), ← Nat.add_assoc,
            Nat.add_right_comm]
        · show k * v.denote ctx = 0 * v.denote ctx + _
          rw [Nat.zero_mul, Nat.zero_add]
      | false =>
        have hlt : k' < k := Nat.lt_of_not_le fun h => Bool.noConfusion (l.symm.trans (Nat.ble_eq_true_of_le h))
        refine ⟨k' * v.denote ctx, Nat.add_comm _ _, ?_⟩
        show k * v.denote ctx = (k - k') * v.denote ctx + k' * v.denote ctx
        rw [← Nat.add_mul, Nat.sub_add_cancel (Nat.le_of_lt hlt)]
theorem Poly.denote_cancel (ctx : Context) (l r : Poly) :
    ∃ c, l.denote ctx = (l.cancel r).1.denote ctx + c ∧ r.denote ctx = (l.cancel r).2.denote ctx + c := by
  induction r generalizing l with
  | nil => exact ⟨0, rfl, rfl⟩
  | cons m r ih =>
    obtain ⟨k, v⟩ := m
    obtain ⟨a, e₁, e₂⟩ := denote_take ctx k v l
    obtain ⟨b, f₁, f₂⟩ := ih (l.take k v).2
    refine ⟨b + a, ?_, ?_⟩
    · show l.denote ctx = ((l.take k v).2.cancel r).1.denote ctx + (b + a)
      rw [e₁, f₁, Nat.add_assoc]
    · show k * v.denote ctx + Poly.denote ctx r = (Poly.add1 (l.take k v).1 v ((l.take k v).2.cancel r).2).denote ctx + (b + a)
      rw [denote_add1, e₂, f₂, Nat.add_assoc, Nat.add_assoc, Nat.add_left_comm a, Nat.add_comm a b]
theorem ExprCnstr.denote_toNormPoly (ctx : Context) (c : ExprCnstr) : c.toNormPoly.denote ctx = c.denote ctx := by
  obtain ⟨eq, lhs, rhs⟩ := c
  obtain ⟨d, e, f⟩ := Poly.denote_cancel ctx lhs.toNormPoly rhs.toNormPoly
  rw [Expr.denote_toNormPoly] at e f
  cases eq with
  | true =>
    show (_ = _) = (lhs.denote ctx = rhs.denote ctx)
    rw [e, f]; exact propext Nat.add_right_cancel_iff.symm
  | false =>
    show (_ ≤ _) = (lhs.denote ctx ≤ rhs.denote ctx)
    rw [e, f]; exact propext Nat.add_le_add_iff_right.symm
theorem Poly.denote_isZero (ctx : Context) : ∀ {p : Poly}, p.isZero = true → p.denote ctx = 0
  | [], _ => rfl
  | _ :: _, h => Bool.noConfusion h
theorem or_true_split {a b : Bool} (h : (a || b) = true) : a = true ∨ b = true := by
  cases a with
  | true => exact .inl rfl
  | false => exact .inr h
theorem Poly.denote_isNonZero (ctx : Context) : ∀ {p : Poly}, p.isNonZero = true → 0 < p.denote ctx
  | [], h => Bool.noConfusion h
  | (k, v) :: p, h => by
    show 0 < k * cond (Nat.beq v fixedVar) 1 (ctx.get v) + Poly.denote ctx p
    rcases or_true_split h with h | h
    · obtain ⟨hv, hk⟩ := and_true_split h
      rw [hv]
      exact Nat.add_pos_left (Nat.mul_pos (Nat.le_of_ble_eq_true hk) Nat.zero_lt_one) _
    · exact Nat.add_pos_right _ (denote_isNonZero ctx h)
theorem ExprCnstr.eq_of_toNormPoly_eq (ctx : Context) (c d : ExprCnstr) (h : c.toNormPoly.same d.toNormPoly = true) :
    c.denote ctx = d.denote ctx := by
  rw [← denote_toNormPoly, ← denote_toNormPoly ctx d]
  generalize c.toNormPoly = p at h ⊢
  generalize d.toNormPoly = q at h ⊢
  obtain ⟨eq, lhs, rhs⟩ := p
  obtain ⟨eq', lhs', rhs'⟩ := q
  obtain ⟨he, h⟩ := and_true_split h
  obtain ⟨hl, hr⟩ := and_true_split h
  have hl := Poly.denote_same ctx hl
  have hr := Poly.denote_same ctx hr
  simp only [PolyCnstr.denote]
  rw [hl, hr]
  cases eq <;> cases eq' <;> first | rfl | exact Bool.noConfusion he
theorem ExprCnstr.eq_true_of_isValid (ctx : Context) (c : ExprCnstr) (h : c.toNormPoly.isValid = true) : c.denote ctx = True := by
  rw [← denote_toNormPoly]
  generalize c.toNormPoly = p at h ⊢
  obtain ⟨eq, lhs, rhs⟩ := p
  obtain ⟨hl, hr⟩ := and_true_split h
  have hl := Poly.denote_isZero ctx hl
  simp only [PolyCnstr.denote]
  rw [hl]
  cases eq with
  | true => exact eq_true (Poly.denote_isZero ctx hr).symm
  | false => exact eq_true (Nat.zero_le _)
theorem ExprCnstr.eq_false_of_isUnsat (ctx : Context) (c : ExprCnstr) (h : c.toNormPoly.isUnsat = true) : c.denote ctx = False := by
  rw [← denote_toNormPoly]
  generalize c.toNormPoly = p at h ⊢
  obtain ⟨eq, lhs, rhs⟩ := p
  simp only [PolyCnstr.denote]
  rcases or_true_split h with h | h
  · obtain ⟨hl, hr⟩ := and_true_split h
    have hl := Poly.denote_isNonZero ctx hl
    rw [Poly.denote_isZero ctx hr]
    cases eq with
    | true => exact eq_false (Nat.ne_of_gt hl)
    | false => exact eq_false (Nat.not_le_of_gt hl)
  · obtain ⟨he, h⟩ := and_true_split h
    obtain ⟨hl, hr⟩ := and_true_split h
    have hr := Poly.denote_isNonZero ctx hr
    rw [Poly.denote_isZero ctx hl]
    cases eq with
    | true => exact eq_false (Nat.ne_of_lt hr)
    | false => exact Bool.noConfusion he
end Linear
end Nat.Internal
