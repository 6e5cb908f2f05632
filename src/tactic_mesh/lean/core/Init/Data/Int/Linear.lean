prelude
import Init.Data.Int.DivMod.Bootstrap
import Init.Data.Nat.Gcd
import Init.Data.RArray
/-! Linear arithmetic on integers by reflection: what `simp +arith` proves its steps with. A step is checked by
subtracting the claimed normal form from the expression it came from: everything must cancel but a number. -/
namespace Int.Internal.Linear
abbrev Var := Nat
abbrev Context := Lean.RArray Int
def Var.denote (ctx : Context) (v : Var) : Int := ctx.get v
inductive Expr where
  | num (v : Int)
  | var (i : Var)
  | add (a b : Expr)
  | sub (a b : Expr)
  | neg (a : Expr)
  | mulL (k : Int) (a : Expr)
  | mulR (a : Expr) (k : Int)
def Expr.denote (ctx : Context) : Expr → Int
  | .add a b => a.denote ctx + b.denote ctx
  | .sub a b => a.denote ctx - b.denote ctx
  | .neg a => -a.denote ctx
  | .num k => k
  | .var v => v.denote ctx
  | .mulL k e => k * e.denote ctx
  | .mulR e k => e.denote ctx * k
/-- A sum of monomials that ends with a number. -/
inductive Poly where
  | num (k : Int)
  | add (k : Int) (v : Var) (p : Poly)
def Poly.denote (ctx : Context) : Poly → Int
  | .num k => k
  | .add k v p => k * v.denote ctx + p.denote ctx

/-! ### A polynomial as one would write it -/

def isZero : Int → Bool
  | .ofNat n => Nat.beq n 0
  | .negSucc _ => false
def isOne : Int → Bool
  | .ofNat n => Nat.beq n 1
  | .negSucc _ => false
def Poly.denote'.mul (k x : Int) : Int := cond (isOne k) x (k * x)
def Poly.denote'.go (ctx : Context) (r : Int) : Poly → Int
  | .num k => cond (isZero k) r (r + k)
  | .add k v p => go ctx (r + mul k (v.denote ctx)) p
/-- The value as a sum that leans to the left, without factors 1 and without a last summand 0. -/
def Poly.denote' (ctx : Context) : Poly → Int
  | .num k => k
  | .add k v p => denote'.go ctx (denote'.mul k (v.denote ctx)) p
theorem eq_zero_of_isZero : {k : Int} → isZero k = true → k = 0
  | .ofNat _, h => congrArg Int.ofNat (Nat.eq_of_beq_eq_true h)
  | .negSucc _, h => Bool.noConfusion h
theorem ne_zero_of_not_isZero {k : Int} (h : (!isZero k) = true) : k ≠ 0 := fun e => by rw [e] at h; exact Bool.noConfusion h
theorem eq_one_of_isOne : {k : Int} → isOne k = true → k = 1
  | .ofNat _, h => congrArg Int.ofNat (Nat.eq_of_beq_eq_true h)
  | .negSucc _, h => Bool.noConfusion h
theorem Poly.denote'_mul (k x : Int) : denote'.mul k x = k * x := by
  unfold denote'.mul
  cases h : isOne k with
  | true => rw [eq_one_of_isOne h, Int.one_mul]; rfl
  | false => rfl
theorem Poly.denote'_go (ctx : Context) (r : Int) (p : Poly) : denote'.go ctx r p = r + p.denote ctx := by
  induction p generalizing r with
  | num k =>
    show cond (isZero k) r (r + k) = r + k
    cases h : isZero k with
    | true => rw [eq_zero_of_isZero h, Int.add_zero]; rfl
    | false => rfl
  | add k v p ih =>
    show denote'.go ctx _ p = r + (k * v.denote ctx + p.denote ctx)
    rw [ih, denote'_mul, Int.add_assoc]
theorem Poly.denote'_eq_denote (ctx : Context) : (p : Poly) → p.denote' ctx = p.denote ctx
  | .num _ => rfl
  | .add k _ p => (denote'_go ctx _ p).trans (congrArg (· + p.denote ctx) (denote'_mul k _))

/-! ### Adding an expression to a polynomial -/

def Poly.addConst (k : Int) : Poly → Poly
  | .num c => .num (k + c)
  | .add k' v p => .add k' v (addConst k p)
def Poly.addMonomial (k : Int) (v : Var) : Poly → Poly
  | .num c => .add k v (.num c)
  | .add k' v' p => cond (Nat.beq v v') (cond (isZero (k + k')) p (.add (k + k') v p)) (.add k' v' (addMonomial k v p))
def Poly.scale (k : Int) : Poly → Poly
  | .num c => .num (k * c)
  | .add k' v p => .add (k * k') v (scale k p)
/-- Adds `c * e` to a polynomial. -/
def Expr.addTo (c : Int) : Expr → Poly → Poly
  | .num k, p => p.addConst (c * k)
  | .var v, p => cond (isZero c) p (p.addMonomial c v)
  | .add a b, p => addTo c b (addTo c a p)
  | .sub a b, p => addTo (-c) b (addTo c a p)
  | .neg a, p => addTo (-c) a p
  | .mulL k a, p => addTo (c * k) a p
  | .mulR a k, p => addTo (c * k) a p
def Expr.toPoly (e : Expr) : Poly := e.addTo 1 (.num 0)
theorem Poly.denote_addConst (ctx : Context) (k : Int) (p : Poly) : (p.addConst k).denote ctx = k + p.denote ctx := by
  induction p with
  | num c => rfl
  | add k' v p ih =>
    show k' * v.denote ctx + (p.addConst k).denote ctx = k + (k' * v.denote ctx + p.denote ctx)
    rw [ih, Int.add_left_comm]
theorem Poly.denote_addMonomial (ctx : Context) (k : Int) (v : Var) (p : Poly) :
    (p.addMonomial k v).denote ctx = k * v.denote ctx + p.denote ctx := by
  induction p with
  | num c => rfl
  | add k' v' p ih =>
    show Poly.denote ctx (cond (Nat.beq v v') _ _) = k * v.denote ctx + (k' * v'.denote ctx + p.denote ctx)
    cases h : Nat.beq v v' with
    | true =>
      rw [← Nat.eq_of_beq_eq_true h, ← Int.add_assoc, ← Int.add_mul]
      show Poly.denote ctx (cond (isZero (k + k')) _ _) = _
      cases h : isZero (k + k') with
      | true => rw [eq_zero_of_isZero h, Int.zero_mul, Int.zero_add]; rfl
      | false => rfl
    | false =>
      show k' * v'.denote ctx + (p.addMonomial k v).denote ctx = _
      rw [ih, Int.add_left_comm]
theorem Poly.denote_scale (ctx : Context) (k : Int) (p : Poly) : (p.scale k).denote ctx = k * p.denote ctx := by
  induction p with
  | num c => rfl
  | add k' v p ih =>
    show k * k' * v.denote ctx + (p.scale k).denote ctx = k * (k' * v.denote ctx + p.denote ctx)
    rw [ih, Int.mul_add, Int.mul_assoc]
theorem Expr.denote_addTo (ctx : Context) (c : Int) (e : Expr) (p : Poly) :
    (e.addTo c p).denote ctx = c * e.denote ctx + p.denote ctx := by
  induction e generalizing c p with
  | num k => exact Poly.denote_addConst ctx (c * k) p
  | var v =>
    show Poly.denote ctx (cond (isZero c) _ _) = c * v.denote ctx + _
    cases h : isZero c with
    | true => rw [eq_zero_of_isZero h, Int.zero_mul, Int.zero_add]; rfl
    | false => exact Poly.denote_addMonomial ctx c v p
  | add a b iha ihb =>
    show (b.addTo c (a.addTo c p)).denote ctx = c * (a.denote ctx + b.denote ctx) + _
    rw [ihb, iha, Int.mul_add, ← Int.add_assoc, Int.add_comm (c * b.denote ctx)]
  | sub a b iha ihb =>
    show (b.addTo (-c) (a.addTo c p)).denote ctx = c * (a.denote ctx - b.denote ctx) + _
    rw [ihb, iha, Int.mul_sub, ← Int.add_assoc, Int.neg_mul, Int.add_comm (-_), Int.sub_eq_add_neg]
  | neg a ih =>
    show (a.addTo (-c) p).denote ctx = c * -a.denote ctx + _
    rw [ih, Int.neg_mul, Int.mul_neg]
  | mulL k a ih =>
    show (a.addTo (c * k) p).denote ctx = c * (k * a.denote ctx) + _
    rw [ih, Int.mul_assoc]
  | mulR a k ih =>
    show (a.addTo (c * k) p).denote ctx = c * (a.denote ctx * k) + _
    rw [ih, Int.mul_assoc, Int.mul_comm k]
theorem Expr.denote_toPoly (ctx : Context) (e : Expr) : e.toPoly.denote ctx = e.denote ctx := by
  rw [toPoly, denote_addTo, Int.one_mul]; exact Int.add_zero _

/-! ### Certificates -/

def Poly.isNum (q : Int → Bool) : Poly → Bool
  | .num c => q c
  | .add .. => false
/-- Whether `e - k * p` is a number with the property `q`. -/
def Expr.leaves (e : Expr) (k : Int) (p : Poly) (q : Int → Bool) : Bool := (e.addTo 1 (p.scale (-k))).isNum q
theorem Poly.of_isNum (ctx : Context) {q : Int → Bool} : {p : Poly} → p.isNum q = true → q (p.denote ctx) = true
  | .num _, h => h
  | .add .., h => Bool.noConfusion h
theorem Expr.of_leaves (ctx : Context) {e : Expr} {k : Int} {p : Poly} {q : Int → Bool} (h : e.leaves k p q = true) :
    ∃ c, q c = true ∧ e.denote ctx = k * p.denote' ctx + c := by
  have h := Poly.of_isNum ctx h
  rw [denote_addTo, Poly.denote_scale, Int.one_mul, Int.neg_mul] at h
  refine ⟨_, h, ?_⟩
  rw [Poly.denote'_eq_denote, Int.add_comm (Expr.denote ctx e), Int.add_neg_cancel_left]
theorem Expr.eq_of_leaves (ctx : Context) {e : Expr} {k : Int} {p : Poly} (h : e.leaves k p isZero = true) :
    e.denote ctx = k * p.denote' ctx := by
  obtain ⟨c, h, e⟩ := of_leaves ctx h
  rw [e, eq_zero_of_isZero h, Int.add_zero]
theorem and_true_split {a b : Bool} (h : (a && b) = true) : a = true ∧ b = true := by
  cases a with
  | true => exact ⟨rfl, h⟩
  | false => exact Bool.noConfusion h
theorem or_true_split {a b : Bool} (h : (a || b) = true) : a = true ∨ b = true := by
  cases a with
  | true => exact .inl rfl
  | false => exact .inr h
theorem Expr.eq_of_norm_eq (ctx : Context) (e : Expr) (p : Poly) (h : e.leaves 1 p isZero = true) : e.denote ctx = p.denote' ctx :=
  (eq_of_leaves ctx h).trans (Int.one_mul _)
theorem sub_eq_zero_eq (a b : Int) : (a = b) = (a - b = 0) :=
  propext ⟨fun h => h ▸ Int.sub_self a, fun h => (Int.sub_eq_iff_eq_add.mp h).trans (Int.zero_add b)⟩
theorem sub_nonpos_eq (a b : Int) : (a ≤ b) = (a - b ≤ 0) := propext ⟨Int.sub_nonpos_of_le, Int.le_of_sub_nonpos⟩

/-! ### Equations -/

theorem norm_eq (ctx : Context) (lhs rhs : Expr) (p : Poly) (h : (lhs.sub rhs).leaves 1 p isZero = true) :
    (lhs.denote ctx = rhs.denote ctx) = (p.denote' ctx = 0) := by
  rw [sub_eq_zero_eq, ← Expr.eq_of_norm_eq ctx _ p h]; rfl
theorem norm_eq_coeff (ctx : Context) (lhs rhs : Expr) (p : Poly) (k : Int)
    (h : (decide (0 < k) && (lhs.sub rhs).leaves k p isZero) = true) :
    (lhs.denote ctx = rhs.denote ctx) = (p.denote' ctx = 0) := by
  obtain ⟨hk, h⟩ := and_true_split h
  have hk := of_decide_eq_true hk
  have h : lhs.denote ctx - rhs.denote ctx = _ := Expr.eq_of_leaves ctx h
  rw [sub_eq_zero_eq, h]
  exact propext ⟨fun h => (Int.mul_eq_zero.mp h).resolve_left (Int.ne_of_gt hk), fun h => h ▸ Int.mul_zero k⟩
theorem norm_eq_var (ctx : Context) (lhs rhs : Expr) (x y : Var)
    (h : (lhs.sub rhs).leaves 1 (.add 1 x (.add (-1) y (.num 0))) isZero = true) :
    (lhs.denote ctx = rhs.denote ctx) = (x.denote ctx = y.denote ctx) := by
  rw [norm_eq ctx lhs rhs _ h, sub_eq_zero_eq (x.denote ctx)]
  show (x.denote ctx + -1 * y.denote ctx = 0) = _
  rw [Int.neg_one_mul, Int.sub_eq_add_neg]
theorem norm_eq_var_const (ctx : Context) (lhs rhs : Expr) (x : Var) (k : Int)
    (h : (lhs.sub rhs).leaves 1 (.add 1 x (.num (-k))) isZero = true) :
    (lhs.denote ctx = rhs.denote ctx) = (x.denote ctx = k) := by
  rw [norm_eq ctx lhs rhs _ h, sub_eq_zero_eq (x.denote ctx), Poly.denote'_eq_denote]
  show (1 * x.denote ctx + -k = 0) = _
  rw [Int.one_mul, Int.sub_eq_add_neg]
theorem eq_eq_true (ctx : Context) (lhs rhs : Expr) (h : (lhs.sub rhs).toPoly.isNum isZero = true) :
    (lhs.denote ctx = rhs.denote ctx) = True := by
  have h := Poly.of_isNum ctx h
  rw [Expr.denote_toPoly] at h
  rw [sub_eq_zero_eq]; exact eq_true (eq_zero_of_isZero h)
theorem eq_eq_false (ctx : Context) (lhs rhs : Expr) (h : (lhs.sub rhs).toPoly.isNum (fun c => !isZero c) = true) :
    (lhs.denote ctx = rhs.denote ctx) = False := by
  have h := Poly.of_isNum ctx h
  rw [Expr.denote_toPoly] at h
  rw [sub_eq_zero_eq]
  refine eq_false fun e => ?_
  have e : Expr.denote ctx (lhs.sub rhs) = 0 := e
  rw [e] at h; exact Bool.noConfusion h

/-! ### Divisibility -/

/-- Whether all coefficients, but not the number at the end, are multiples of `g`. -/
def Poly.offMultiples (g : Nat) : Poly → Bool
  | .num c => !Nat.beq (c.natAbs % g) 0
  | .add k _ p => Nat.beq (k.natAbs % g) 0 && offMultiples g p
def Poly.gcdCoeffs (g : Nat) : Poly → Nat
  | .num _ => g
  | .add k _ p => gcdCoeffs (Nat.gcd k.natAbs g) p
theorem dvd_of_beq_mod {g : Nat} {k : Int} (h : Nat.beq (k.natAbs % g) 0 = true) : (g : Int) ∣ k :=
  ofNat_dvd_left.mpr (Nat.dvd_of_mod_eq_zero (Nat.eq_of_beq_eq_true h))
theorem Poly.not_dvd_of_offMultiples (ctx : Context) {g : Nat} : {p : Poly} → p.offMultiples g = true → ¬(g : Int) ∣ p.denote ctx
  | .num c, h, d => by
    have d := Nat.mod_eq_zero_of_dvd (ofNat_dvd_left.mp d)
    have h : (!Nat.beq (c.natAbs % g) 0) = true := h
    rw [show c.natAbs % g = 0 from d] at h; exact Bool.noConfusion h
  | .add k v p, h, d => by
    obtain ⟨hk, h⟩ := and_true_split h
    refine not_dvd_of_offMultiples ctx h ?_
    have d := Int.dvd_sub d (Int.dvd_mul_of_dvd_left (dvd_of_beq_mod hk) (v.denote ctx))
    exact Int.add_sub_cancel_left _ (p.denote ctx) ▸ d
theorem eq_eq_false_of_divCoeff (ctx : Context) (lhs rhs : Expr) (k : Int)
    (h : (lhs.sub rhs).toPoly.offMultiples k.natAbs = true) : (lhs.denote ctx = rhs.denote ctx) = False := by
  have h := Poly.not_dvd_of_offMultiples ctx h
  rw [Expr.denote_toPoly] at h
  rw [sub_eq_zero_eq]
  exact eq_false fun e => h ((show Expr.denote ctx (lhs.sub rhs) = 0 from e) ▸ Int.dvd_zero _)
theorem dvd_eq_false (ctx : Context) (k : Int) (e : Expr)
    (h : (Nat.beq (k.natAbs % e.toPoly.gcdCoeffs k.natAbs) 0 && e.toPoly.offMultiples (e.toPoly.gcdCoeffs k.natAbs)) = true) :
    (k ∣ e.denote ctx) = False := by
  obtain ⟨hk, h⟩ := and_true_split h
  have h := Poly.not_dvd_of_offMultiples ctx h
  rw [Expr.denote_toPoly] at h
  exact eq_false fun d => h (Int.dvd_trans (dvd_of_beq_mod hk) d)
theorem norm_dvd (ctx : Context) (k : Int) (e : Expr) (p : Poly) (h : e.leaves 1 p isZero = true) :
    (k ∣ e.denote ctx) = (k ∣ p.denote' ctx) := by
  rw [Expr.eq_of_norm_eq ctx e p h]
theorem norm_dvd_gcd (ctx : Context) (k₁ : Int) (e₁ : Expr) (k₂ : Int) (p₂ : Poly) (k : Int)
    (h : (!isZero k && (decide (k₁ = k * k₂) && e₁.leaves k p₂ isZero)) = true) :
    (k₁ ∣ e₁.denote ctx) = (k₂ ∣ p₂.denote' ctx) := by
  obtain ⟨hk, h⟩ := and_true_split h
  obtain ⟨h₁, h⟩ := and_true_split h
  rw [Expr.eq_of_leaves ctx h, of_decide_eq_true h₁]
  have hk : k ≠ 0 := fun e => by rw [e] at hk; exact Bool.noConfusion hk
  exact propext ⟨fun ⟨c, e⟩ => ⟨c, Int.eq_of_mul_eq_mul_left hk (e.trans (Int.mul_assoc k k₂ c))⟩,
    fun ⟨c, e⟩ => ⟨c, e ▸ (Int.mul_assoc k k₂ c).symm⟩⟩

/-! ### Inequalities -/

theorem norm_le (ctx : Context) (lhs rhs : Expr) (p : Poly) (h : (lhs.sub rhs).leaves 1 p isZero = true) :
    (lhs.denote ctx ≤ rhs.denote ctx) = (p.denote' ctx ≤ 0) := by
  rw [sub_nonpos_eq, ← Expr.eq_of_norm_eq ctx _ p h]; rfl
/-- Dividing by `k` and rounding the constant: what rounding adds is less than `k`. -/
theorem norm_le_coeff_tight (ctx : Context) (lhs rhs : Expr) (p : Poly) (k : Int)
    (h : (lhs.sub rhs).leaves k p (fun c => decide (c ≤ 0) && decide (0 < k + c)) = true) :
    (lhs.denote ctx ≤ rhs.denote ctx) = (p.denote' ctx ≤ 0) := by
  obtain ⟨c, h, e⟩ := Expr.of_leaves ctx h
  obtain ⟨hc, hk⟩ := and_true_split h
  have hc := of_decide_eq_true hc
  have hk := of_decide_eq_true hk
  have hk₀ : 0 < k := Int.lt_of_lt_of_le hk (Int.le_trans (Int.add_le_add_left hc k) (Int.le_of_eq (Int.add_zero k)))
  have e : lhs.denote ctx - rhs.denote ctx = _ := e
  rw [sub_nonpos_eq, e]
  refine propext ⟨fun h => ?_, fun h => Int.add_nonpos (Int.mul_nonpos_of_nonneg_of_nonpos (Int.le_of_lt hk₀) h) hc⟩
  refine Int.le_of_not_gt fun hp => absurd (Int.lt_of_lt_of_le hk ?_) (Int.not_lt_of_ge h)
  refine Int.add_le_add_right ?_ c
  exact Int.le_trans (Int.le_of_eq (Int.mul_one k).symm) (Int.mul_le_mul_of_nonneg_left hp (Int.le_of_lt hk₀))
theorem norm_le_coeff (ctx : Context) (lhs rhs : Expr) (p : Poly) (k : Int)
    (h : (decide (0 < k) && (lhs.sub rhs).leaves k p isZero) = true) :
    (lhs.denote ctx ≤ rhs.denote ctx) = (p.denote' ctx ≤ 0) := by
  obtain ⟨hk, h⟩ := and_true_split h
  have h : lhs.denote ctx - rhs.denote ctx = _ := Expr.eq_of_leaves ctx h
  rw [sub_nonpos_eq, h]
  conv => lhs; rhs; rw [← Int.mul_zero k]
  exact propext (Int.mul_le_mul_left (of_decide_eq_true hk))
theorem le_eq_true (ctx : Context) (lhs rhs : Expr) (h : (lhs.sub rhs).toPoly.isNum (fun c => decide (c ≤ 0)) = true) :
    (lhs.denote ctx ≤ rhs.denote ctx) = True := by
  have h := of_decide_eq_true (Poly.of_isNum ctx h)
  rw [Expr.denote_toPoly] at h
  rw [sub_nonpos_eq]; exact eq_true h
theorem le_eq_false (ctx : Context) (lhs rhs : Expr) (h : (lhs.sub rhs).toPoly.isNum (fun c => decide (0 < c)) = true) :
    (lhs.denote ctx ≤ rhs.denote ctx) = False := by
  have h := of_decide_eq_true (Poly.of_isNum ctx h)
  rw [Expr.denote_toPoly] at h
  rw [sub_nonpos_eq]; exact eq_false (Int.not_le_of_gt h)
end Int.Internal.Linear
