prelude
import Init.Data.Int.Linear
import Init.Omega
/-! The steps by which `grind` solves linear constraints over the integers: equations, inequalities, disequalities and
divisibilities, each `p = 0`, `p ≤ 0`, `p ≠ 0`, `d ∣ p` for a polynomial `p`. A step names the constraint that it claims;
what is checked is that a combination of the given ones differs from it by a number, and that the number is right. -/
namespace Int.Internal.Linear

/-! ### Combinations -/

/-- Adds `c * p` to `q`. -/
def Poly.addTo (c : Int) : Poly → Poly → Poly
  | .num k, q => q.addConst (c * k)
  | .add k v p, q => addTo c p (cond (isZero (c * k)) q (q.addMonomial (c * k) v))
theorem Poly.denote_addTo (ctx : Context) (c : Int) (p q : Poly) : (p.addTo c q).denote ctx = c * p.denote ctx + q.denote ctx := by
  induction p generalizing q with
  | num k => exact Poly.denote_addConst ctx (c * k) q
  | add k v p ih =>
    show (p.addTo c (cond (isZero (c * k)) q _)).denote ctx = c * (k * v.denote ctx + p.denote ctx) + q.denote ctx
    rw [ih, Int.mul_add, ← Int.mul_assoc, Int.add_comm (c * k * _), Int.add_assoc]
    congr 1
    cases h : isZero (c * k) with
    | true => rw [eq_zero_of_isZero h, Int.zero_mul, Int.zero_add]; rfl
    | false => exact Poly.denote_addMonomial ctx (c * k) v q
/-- Whether `k₁ * p₁ + k₂ * p₂ - k * p` is a number with the property `q`. -/
def balanced (k₁ : Int) (p₁ : Poly) (k₂ : Int) (p₂ : Poly) (k : Int) (p : Poly) (q : Int → Bool) : Bool :=
  (p₁.addTo k₁ (p₂.addTo k₂ (p.scale (-k)))).isNum q
theorem of_balanced (ctx : Context) {k₁ k₂ k : Int} {p₁ p₂ p : Poly} {q : Int → Bool} (h : balanced k₁ p₁ k₂ p₂ k p q = true) :
    ∃ c, q c = true ∧ k₁ * p₁.denote' ctx + k₂ * p₂.denote' ctx = k * p.denote' ctx + c := by
  have h := Poly.of_isNum ctx h
  rw [Poly.denote_addTo, Poly.denote_addTo, Poly.denote_scale, Int.neg_mul] at h
  refine ⟨_, h, ?_⟩
  rw [Poly.denote'_eq_denote, Poly.denote'_eq_denote, Poly.denote'_eq_denote]
  omega
theorem eq_of_balanced (ctx : Context) {k₁ k₂ k : Int} {p₁ p₂ p : Poly} (h : balanced k₁ p₁ k₂ p₂ k p isZero = true) :
    k₁ * p₁.denote' ctx + k₂ * p₂.denote' ctx = k * p.denote' ctx := by
  obtain ⟨c, hc, h⟩ := of_balanced ctx h
  rw [h, eq_zero_of_isZero hc, Int.add_zero]
/-- Whether `k₁ * p₁ - k * p` is a number with the property `q`. -/
def scaled (k₁ : Int) (p₁ : Poly) (k : Int) (p : Poly) (q : Int → Bool) : Bool := balanced k₁ p₁ 0 (.num 0) k p q
theorem of_scaled (ctx : Context) {k₁ k : Int} {p₁ p : Poly} {q : Int → Bool} (h : scaled k₁ p₁ k p q = true) :
    ∃ c, q c = true ∧ k₁ * p₁.denote' ctx = k * p.denote' ctx + c := by
  obtain ⟨c, hc, h⟩ := of_balanced ctx h
  exact ⟨c, hc, by omega⟩
theorem eq_of_scaled (ctx : Context) {k₁ k : Int} {p₁ p : Poly} (h : scaled k₁ p₁ k p isZero = true) :
    k₁ * p₁.denote' ctx = k * p.denote' ctx := by
  obtain ⟨c, hc, h⟩ := of_scaled ctx h
  rw [h, eq_zero_of_isZero hc, Int.add_zero]
theorem eq_of_same (ctx : Context) {p₁ p : Poly} (h : scaled 1 p₁ 1 p isZero = true) : p₁.denote' ctx = p.denote' ctx := by
  have h := eq_of_scaled ctx h
  omega
/-- `d ∣ k`, as it is computed. -/
def dvds (d k : Int) : Bool := Nat.beq (k.natAbs % d.natAbs) 0
theorem of_dvds {d k : Int} (h : dvds d k = true) : d ∣ k := Int.natAbs_dvd.mp (dvd_of_beq_mod h)
theorem mul_dvd {a b : Int} (c : Int) (h : a ∣ b) : c * a ∣ c * b :=
  h.elim fun k e => ⟨k, by rw [e, Int.mul_assoc]⟩
theorem dvd_of_mul_dvd {a b c : Int} (hc : c ≠ 0) (h : c * a ∣ c * b) : a ∣ b :=
  h.elim fun k e => ⟨k, Int.eq_of_mul_eq_mul_left hc (e.trans (Int.mul_assoc c a k))⟩
def Poly.leadCoeff : Poly → Int
  | .num _ => 0
  | .add k _ _ => k
def Poly.leadVar : Poly → Var
  | .num _ => 0
  | .add _ v _ => v
def Poly.tail : Poly → Poly
  | .num k => .num k
  | .add _ _ p => p
def Poly.coeff (x : Var) : Poly → Int
  | .num _ => 0
  | .add k v p => cond (Nat.beq x v) k (coeff x p)
theorem Poly.denote'_lead (ctx : Context) (p : Poly) :
    p.denote' ctx = p.leadCoeff * p.leadVar.denote ctx + p.tail.denote' ctx := by
  rw [Poly.denote'_eq_denote, Poly.denote'_eq_denote]
  cases p with
  | num k => show k = 0 * _ + k; omega
  | add k v p => rfl
theorem nonpos_of_tight {k p c : Int} (hc : c ≤ 0) (hk : 0 < k + c) (h : k * p + c ≤ 0) : p ≤ 0 := by
  refine Int.le_of_not_gt fun hp => ?_
  have : k * 1 ≤ k * p := Int.mul_le_mul_of_nonneg_left hp (by omega)
  omega
def tight (k c : Int) : Bool := decide (c ≤ 0) && decide (0 < k + c)
theorem mul_nonpos {k p : Int} (hk : 0 ≤ k) (hp : p ≤ 0) : k * p ≤ 0 := Int.mul_nonpos_of_nonneg_of_nonpos hk hp

/-! ### Equations -/

theorem eq_norm (ctx : Context) (p₁ p₂ : Poly) (h : scaled 1 p₁ 1 p₂ isZero = true) (h₁ : p₁.denote' ctx = 0) :
    p₂.denote' ctx = 0 := eq_of_same ctx h ▸ h₁
theorem eq_coeff (ctx : Context) (p p' : Poly) (k : Int) (h : (!isZero k && scaled 1 p k p' isZero) = true)
    (h₁ : p.denote' ctx = 0) : p'.denote' ctx = 0 := by
  obtain ⟨hk, h⟩ := and_true_split h
  have h := eq_of_scaled ctx h
  rw [h₁, Int.mul_zero] at h
  exact (Int.mul_eq_zero.mp h.symm).resolve_left (ne_zero_of_not_isZero hk)
theorem eq_of_core (ctx : Context) (p₁ p₂ p₃ : Poly) (h : balanced 1 p₁ (-1) p₂ 1 p₃ isZero = true)
    (h₁ : p₁.denote' ctx = p₂.denote' ctx) : p₃.denote' ctx = 0 := by
  have h := eq_of_balanced ctx h
  omega
theorem eq_norm_expr (ctx : Context) (lhs rhs : Expr) (p : Poly) (h : (lhs.sub rhs).leaves 1 p isZero = true)
    (h₁ : lhs.denote ctx = rhs.denote ctx) : p.denote' ctx = 0 := (norm_eq ctx lhs rhs p h).mp h₁
theorem eq_def' (ctx : Context) (x : Var) (e : Expr) (p : Poly) (h : (e.sub (.var x)).leaves 1 p isZero = true)
    (h₁ : x.denote ctx = e.denote ctx) : p.denote' ctx = 0 := eq_norm_expr ctx e (.var x) p h h₁.symm
theorem eq_def_struct (ctx : Context) (x : Var) (e : Expr) (p : Poly) (h : (e.sub (.var x)).leaves 1 p isZero = true)
    (h₁ : x.denote ctx = e.denote ctx) : p.denote' ctx = 0 := eq_def' ctx x e p h h₁
theorem eq_def'_norm (ctx : Context) (x : Var) (e : Expr) (q q' p : Poly)
    (h : (e.leaves 1 q isZero && scaled 1 (.add (-1) x q') 1 p isZero) = true) (h₁ : x.denote ctx = e.denote ctx)
    (h₂ : q.denote' ctx = q'.denote' ctx) : p.denote' ctx = 0 := by
  obtain ⟨he, h⟩ := and_true_split h
  rw [← eq_of_same ctx h, Poly.denote'_lead]
  show -1 * x.denote ctx + q'.denote' ctx = 0
  rw [h₁, Expr.eq_of_norm_eq ctx e q he, h₂]
  omega
theorem eq_def_struct_norm (ctx : Context) (x : Var) (e : Expr) (q q' p : Poly)
    (h : (e.leaves 1 q isZero && scaled 1 (.add (-1) x q') 1 p isZero) = true) (h₁ : x.denote ctx = e.denote ctx)
    (h₂ : q.denote' ctx = q'.denote' ctx) : p.denote' ctx = 0 := eq_def'_norm ctx x e q q' p h h₁ h₂
theorem eq_norm_poly (ctx : Context) (p p' : Poly) (h : p.denote' ctx = p'.denote' ctx) (h₁ : p.denote' ctx = 0) :
    p'.denote' ctx = 0 := h ▸ h₁
theorem eq_eq_subst' (ctx : Context) (a b : Int) (p₁ p₂ p₃ : Poly)
    (h : (balanced b p₁ (-a) p₂ 1 p₃ isZero || balanced b p₁ (-a) p₂ (-1) p₃ isZero) = true)
    (h₁ : p₁.denote' ctx = 0) (h₂ : p₂.denote' ctx = 0) : p₃.denote' ctx = 0 := by
  rcases or_true_split h with h | h <;>
  · have h := eq_of_balanced ctx h
    rw [h₁, h₂, Int.mul_zero, Int.mul_zero] at h
    omega
theorem eq_of_le_ge (ctx : Context) (p₁ p₂ : Poly) (h : scaled 1 p₁ (-1) p₂ isZero = true)
    (h₁ : p₁.denote' ctx ≤ 0) (h₂ : p₂.denote' ctx ≤ 0) : p₁.denote' ctx = 0 := by
  have h := eq_of_scaled ctx h
  omega
theorem eq_of_zero_dvd (ctx : Context) (p : Poly) (h : 0 ∣ p.denote' ctx) : p.denote' ctx = 0 := Int.zero_dvd.mp h
theorem eq_unsat (ctx : Context) (p : Poly) (h : p.isNum (fun c => !isZero c) = true) (h₁ : p.denote' ctx = 0) : False := by
  have h := Poly.of_isNum ctx h
  rw [← Poly.denote'_eq_denote, h₁] at h
  exact Bool.noConfusion h
theorem eq_unsat_coeff (ctx : Context) (p : Poly) (k : Int) (h : p.offMultiples k.natAbs = true) (h₁ : p.denote' ctx = 0) :
    False := by
  refine Poly.not_dvd_of_offMultiples ctx h ?_
  rw [← Poly.denote'_eq_denote, h₁]
  exact Int.dvd_zero _

/-! ### Disequalities -/

theorem diseq_norm (ctx : Context) (p₁ p₂ : Poly) (h : scaled 1 p₁ 1 p₂ isZero = true) (h₁ : p₁.denote' ctx ≠ 0) :
    p₂.denote' ctx ≠ 0 := eq_of_same ctx h ▸ h₁
theorem diseq_coeff (ctx : Context) (p p' : Poly) (k : Int) (h : scaled 1 p k p' isZero = true) (h₁ : p.denote' ctx ≠ 0) :
    p'.denote' ctx ≠ 0 := fun e => by
  have h := eq_of_scaled ctx h
  rw [e, Int.mul_zero] at h
  omega
theorem diseq_neg (ctx : Context) (p p' : Poly) (h : scaled 1 p (-1) p' isZero = true) (h₁ : p.denote' ctx ≠ 0) :
    p'.denote' ctx ≠ 0 := diseq_coeff ctx p p' (-1) h h₁
theorem diseq_of_core (ctx : Context) (p₁ p₂ p₃ : Poly) (h : balanced 1 p₁ (-1) p₂ 1 p₃ isZero = true)
    (h₁ : p₁.denote' ctx ≠ p₂.denote' ctx) : p₃.denote' ctx ≠ 0 := by
  have h := eq_of_balanced ctx h
  omega
theorem not_eq_norm_expr (ctx : Context) (lhs rhs : Expr) (p : Poly) (h : (lhs.sub rhs).leaves 1 p isZero = true)
    (h₁ : ¬lhs.denote ctx = rhs.denote ctx) : ¬p.denote' ctx = 0 := fun e => h₁ ((norm_eq ctx lhs rhs p h).mpr e)
theorem diseq_norm_poly (ctx : Context) (p p' : Poly) (h : p.denote' ctx = p'.denote' ctx) (h₁ : p.denote' ctx ≠ 0) :
    p'.denote' ctx ≠ 0 := h ▸ h₁
theorem eq_diseq_subst (ctx : Context) (x : Var) (p₁ p₂ p₃ : Poly)
    (h : (!isZero (p₁.coeff x) && (balanced (p₂.coeff x) p₁ (-p₁.coeff x) p₂ 1 p₃ isZero ||
      balanced (p₂.coeff x) p₁ (-p₁.coeff x) p₂ (-1) p₃ isZero)) = true)
    (h₁ : p₁.denote' ctx = 0) (h₂ : p₂.denote' ctx ≠ 0) : p₃.denote' ctx ≠ 0 := fun e => by
  obtain ⟨ha, h⟩ := and_true_split h
  refine (Int.mul_eq_zero.mp (?_ : p₁.coeff x * p₂.denote' ctx = 0)).elim (ne_zero_of_not_isZero ha) h₂
  rcases or_true_split h with h | h <;>
  · have h := eq_of_balanced ctx h
    rw [h₁, e, Int.mul_zero, Int.neg_mul] at h
    omega
theorem diseq_unsat (ctx : Context) (p : Poly) (h : p.isNum isZero = true) (h₁ : p.denote' ctx ≠ 0) : False := by
  have h := Poly.of_isNum ctx h
  rw [← Poly.denote'_eq_denote] at h
  exact h₁ (eq_zero_of_isZero h)

/-! ### Inequalities -/

theorem le_norm (ctx : Context) (p₁ p₂ : Poly) (h : scaled 1 p₁ 1 p₂ isZero = true) (h₁ : p₁.denote' ctx ≤ 0) :
    p₂.denote' ctx ≤ 0 := eq_of_same ctx h ▸ h₁
theorem le_coeff (ctx : Context) (p p' : Poly) (k : Int) (h : scaled 1 p k p' (tight k) = true) (h₁ : p.denote' ctx ≤ 0) :
    p'.denote' ctx ≤ 0 := by
  obtain ⟨c, hc, h⟩ := of_scaled ctx h
  obtain ⟨hc, hk⟩ := and_true_split hc
  exact nonpos_of_tight (of_decide_eq_true hc) (of_decide_eq_true hk) (by omega)
theorem le_neg (ctx : Context) (p p' : Poly) (h : scaled (-1) p 1 p' (fun c => decide (c = -1)) = true)
    (h₁ : ¬p.denote' ctx ≤ 0) : p'.denote' ctx ≤ 0 := by
  obtain ⟨c, hc, h⟩ := of_scaled ctx h
  have hc := of_decide_eq_true hc
  omega
theorem le_norm_expr (ctx : Context) (lhs rhs : Expr) (p : Poly) (h : (lhs.sub rhs).leaves 1 p isZero = true)
    (h₁ : lhs.denote ctx ≤ rhs.denote ctx) : p.denote' ctx ≤ 0 := (norm_le ctx lhs rhs p h).mp h₁
theorem le_norm_poly (ctx : Context) (p p' : Poly) (h : p.denote' ctx = p'.denote' ctx) (h₁ : p.denote' ctx ≤ 0) :
    p'.denote' ctx ≤ 0 := h ▸ h₁
theorem le_combine (ctx : Context) (p₁ p₂ p₃ : Poly)
    (h : balanced p₂.leadCoeff.natAbs p₁ p₁.leadCoeff.natAbs p₂ 1 p₃ isZero = true)
    (h₁ : p₁.denote' ctx ≤ 0) (h₂ : p₂.denote' ctx ≤ 0) : p₃.denote' ctx ≤ 0 := by
  have h := eq_of_balanced ctx h
  have l₁ := mul_nonpos (Int.natCast_nonneg p₂.leadCoeff.natAbs) h₁
  have l₂ := mul_nonpos (Int.natCast_nonneg p₁.leadCoeff.natAbs) h₂
  omega
theorem le_combine_coeff (ctx : Context) (p₁ p₂ p₃ : Poly) (k : Int)
    (h : balanced p₂.leadCoeff.natAbs p₁ p₁.leadCoeff.natAbs p₂ k p₃ (tight k) = true)
    (h₁ : p₁.denote' ctx ≤ 0) (h₂ : p₂.denote' ctx ≤ 0) : p₃.denote' ctx ≤ 0 := by
  obtain ⟨c, hc, h⟩ := of_balanced ctx h
  obtain ⟨hc, hk⟩ := and_true_split hc
  have l₁ := mul_nonpos (Int.natCast_nonneg p₂.leadCoeff.natAbs) h₁
  have l₂ := mul_nonpos (Int.natCast_nonneg p₁.leadCoeff.natAbs) h₂
  exact nonpos_of_tight (of_decide_eq_true hc) (of_decide_eq_true hk) (by omega)
theorem eq_le_subst_nonneg (ctx : Context) (x : Var) (p₁ p₂ p₃ : Poly)
    (h : (decide (0 ≤ p₁.coeff x) && balanced (-p₂.coeff x) p₁ (p₁.coeff x) p₂ 1 p₃ isZero) = true)
    (h₁ : p₁.denote' ctx = 0) (h₂ : p₂.denote' ctx ≤ 0) : p₃.denote' ctx ≤ 0 := by
  obtain ⟨ha, h⟩ := and_true_split h
  have h := eq_of_balanced ctx h
  have l := mul_nonpos (of_decide_eq_true ha) h₂
  rw [h₁, Int.mul_zero] at h
  omega
theorem eq_le_subst_nonpos (ctx : Context) (x : Var) (p₁ p₂ p₃ : Poly)
    (h : (decide (p₁.coeff x ≤ 0) && balanced (p₂.coeff x) p₁ (-p₁.coeff x) p₂ 1 p₃ isZero) = true)
    (h₁ : p₁.denote' ctx = 0) (h₂ : p₂.denote' ctx ≤ 0) : p₃.denote' ctx ≤ 0 := by
  obtain ⟨ha, h⟩ := and_true_split h
  have h := eq_of_balanced ctx h
  have l := mul_nonpos (Int.neg_nonneg_of_nonpos (of_decide_eq_true ha)) h₂
  rw [h₁, Int.mul_zero] at h
  omega
theorem le_of_le_diseq (ctx : Context) (p₁ p₂ p₃ : Poly)
    (h : ((scaled 1 p₁ 1 p₂ isZero || scaled 1 p₁ (-1) p₂ isZero) && scaled 1 p₁ 1 p₃ (fun c => decide (c = -1))) = true)
    (h₁ : p₁.denote' ctx ≤ 0) (h₂ : p₂.denote' ctx ≠ 0) : p₃.denote' ctx ≤ 0 := by
  obtain ⟨h, hp⟩ := and_true_split h
  obtain ⟨c, hc, hp⟩ := of_scaled ctx hp
  have hc := of_decide_eq_true hc
  rcases or_true_split h with h | h <;>
  · have h := eq_of_scaled ctx h
    omega
theorem diseq_split_resolve (ctx : Context) (p₁ p₂ p₃ : Poly)
    (h : (scaled 1 p₁ 1 p₂ (fun c => decide (c = -1)) && scaled (-1) p₁ 1 p₃ (fun c => decide (c = -1))) = true)
    (h₁ : p₁.denote' ctx ≠ 0) (h₂ : ¬p₂.denote' ctx ≤ 0) : p₃.denote' ctx ≤ 0 := by
  obtain ⟨h, hp⟩ := and_true_split h
  obtain ⟨c, hc, h⟩ := of_scaled ctx h
  obtain ⟨c', hc', hp⟩ := of_scaled ctx hp
  have hc := of_decide_eq_true hc
  have hc' := of_decide_eq_true hc'
  omega
theorem le_unsat (ctx : Context) (p : Poly) (h : p.isNum (fun c => decide (0 < c)) = true) (h₁ : p.denote' ctx ≤ 0) : False := by
  have h := of_decide_eq_true (Poly.of_isNum ctx h)
  rw [← Poly.denote'_eq_denote] at h
  omega
theorem le_of_tight_dvd {d a b c : Int} (hd : d ∣ b) (hb : b = a + c) (hc : c < d) (ha : a ≤ 0) : b ≤ 0 :=
  Int.le_of_not_gt fun h => hd.elim fun k e => by
    rcases Int.lt_or_ge 0 k with hk | hk
    · have : d * 1 ≤ d * k := Int.mul_le_mul_of_nonneg_left hk (by omega)
      omega
    · have := mul_nonpos (k := d) (by omega) hk
      omega
theorem dvd_le_tight (ctx : Context) (d : Int) (p₁ p₂ p₃ : Poly)
    (h : (scaled 1 p₁ 1 p₃ (dvds d) && scaled (-1) p₂ (-1) p₃ (fun c => decide (c < d))) = true)
    (h₁ : d ∣ p₁.denote' ctx) (h₂ : p₂.denote' ctx ≤ 0) : p₃.denote' ctx ≤ 0 := by
  obtain ⟨h, hp⟩ := and_true_split h
  obtain ⟨c, hc, h⟩ := of_scaled ctx h
  obtain ⟨c', hc', hp⟩ := of_scaled ctx hp
  refine le_of_tight_dvd (d := d) (c := c') ?_ (by omega) (of_decide_eq_true hc') h₂
  rw [show p₃.denote' ctx = p₁.denote' ctx - c by omega]
  exact Int.dvd_sub h₁ (of_dvds hc)
theorem dvd_neg_le_tight (ctx : Context) (d : Int) (p₁ p₂ p₃ : Poly)
    (h : (scaled (-1) p₁ 1 p₃ (dvds d) && scaled (-1) p₂ (-1) p₃ (fun c => decide (c < d))) = true)
    (h₁ : d ∣ p₁.denote' ctx) (h₂ : p₂.denote' ctx ≤ 0) : p₃.denote' ctx ≤ 0 := by
  obtain ⟨h, hp⟩ := and_true_split h
  obtain ⟨c, hc, h⟩ := of_scaled ctx h
  obtain ⟨c', hc', hp⟩ := of_scaled ctx hp
  refine le_of_tight_dvd (d := d) (c := c') ?_ (by omega) (of_decide_eq_true hc') h₂
  rw [show p₃.denote' ctx = -p₁.denote' ctx - c by omega]
  exact Int.dvd_sub (Int.dvd_neg.mpr h₁) (of_dvds hc)

/-! ### Divisibility -/

theorem dvd_norm (ctx : Context) (d : Int) (p₁ p₂ : Poly) (h : scaled 1 p₁ 1 p₂ isZero = true) (h₁ : d ∣ p₁.denote' ctx) :
    d ∣ p₂.denote' ctx := eq_of_same ctx h ▸ h₁
theorem dvd_norm_expr (ctx : Context) (d : Int) (e : Expr) (p : Poly) (h : e.leaves 1 p isZero = true)
    (h₁ : d ∣ e.denote ctx) : d ∣ p.denote' ctx := Expr.eq_of_norm_eq ctx e p h ▸ h₁
theorem dvd_norm_poly (ctx : Context) (d : Int) (p p' : Poly) (h : p.denote' ctx = p'.denote' ctx) (h₁ : d ∣ p.denote' ctx) :
    d ∣ p'.denote' ctx := h ▸ h₁
theorem dvd_coeff (ctx : Context) (d : Int) (p : Poly) (d' : Int) (p' : Poly) (g : Int)
    (h : (!isZero g && (decide (d = g * d') && scaled 1 p g p' isZero)) = true) (h₁ : d ∣ p.denote' ctx) :
    d' ∣ p'.denote' ctx := by
  obtain ⟨hg, h⟩ := and_true_split h
  obtain ⟨hd, h⟩ := and_true_split h
  have h := eq_of_scaled ctx h
  rw [Int.one_mul] at h
  rw [h, of_decide_eq_true hd] at h₁
  exact dvd_of_mul_dvd (ne_zero_of_not_isZero hg) h₁
theorem dvd_elim (ctx : Context) (d : Int) (p : Poly) (d' : Int) (p' : Poly)
    (h : (dvds d' d && (dvds d' p.leadCoeff && scaled 1 p.tail 1 p' isZero)) = true) (h₁ : d ∣ p.denote' ctx) :
    d' ∣ p'.denote' ctx := by
  obtain ⟨hd, h⟩ := and_true_split h
  obtain ⟨ha, h⟩ := and_true_split h
  rw [← eq_of_same ctx h]
  have h₁ := Int.dvd_trans (of_dvds hd) h₁
  rw [Poly.denote'_lead] at h₁
  have h₁ := Int.dvd_sub h₁ (Int.dvd_mul_of_dvd_left (of_dvds ha) (p.leadVar.denote ctx))
  rwa [Int.add_sub_cancel_left] at h₁
theorem dvd_of_eq (ctx : Context) (x : Var) (p : Poly) (d : Int) (p' : Poly)
    (h : (dvds d (p.coeff x) && (balanced 1 p (-p.coeff x) (.add 1 x (.num 0)) 1 p' isZero ||
      balanced 1 p (-p.coeff x) (.add 1 x (.num 0)) (-1) p' isZero)) = true) (h₁ : p.denote' ctx = 0) :
    d ∣ p'.denote' ctx := by
  obtain ⟨hd, h⟩ := and_true_split h
  have hd := Int.dvd_mul_of_dvd_left (of_dvds hd) (Poly.denote' ctx (.add 1 x (.num 0)))
  rcases or_true_split h with h | h
  · have h := eq_of_balanced ctx h
    rw [h₁, Int.neg_mul] at h
    rw [show p'.denote' ctx = -(p.coeff x * Poly.denote' ctx (.add 1 x (.num 0))) by omega]
    exact Int.dvd_neg.mpr hd
  · have h := eq_of_balanced ctx h
    rw [h₁, Int.neg_mul] at h
    rw [show p'.denote' ctx = p.coeff x * Poly.denote' ctx (.add 1 x (.num 0)) by omega]
    exact hd
theorem eq_dvd_subst (ctx : Context) (x : Var) (p₁ : Poly) (d₂ : Int) (p₂ : Poly) (d₃ : Int) (p₃ : Poly)
    (h : (dvds d₃ (p₁.coeff x * d₂) && (balanced (-p₂.coeff x) p₁ (p₁.coeff x) p₂ 1 p₃ isZero ||
      balanced (-p₂.coeff x) p₁ (p₁.coeff x) p₂ (-1) p₃ isZero)) = true)
    (h₁ : p₁.denote' ctx = 0) (h₂ : d₂ ∣ p₂.denote' ctx) : d₃ ∣ p₃.denote' ctx := by
  obtain ⟨hd, h⟩ := and_true_split h
  have hd := Int.dvd_trans (of_dvds hd) (mul_dvd (p₁.coeff x) h₂)
  rcases or_true_split h with h | h
  · have h := eq_of_balanced ctx h
    rw [h₁, Int.mul_zero] at h
    rw [show p₃.denote' ctx = p₁.coeff x * p₂.denote' ctx by omega]
    exact hd
  · have h := eq_of_balanced ctx h
    rw [h₁, Int.mul_zero] at h
    rw [show p₃.denote' ctx = -(p₁.coeff x * p₂.denote' ctx) by omega]
    exact Int.dvd_neg.mpr hd
theorem dvd_solve_combine (ctx : Context) (d₁ : Int) (p₁ : Poly) (d₂ : Int) (p₂ : Poly) (d : Int) (p : Poly) (_g α β : Int)
    (h : (dvds d (d₁ * d₂) && balanced (α * d₂) p₁ (β * d₁) p₂ 1 p isZero) = true)
    (h₁ : d₁ ∣ p₁.denote' ctx) (h₂ : d₂ ∣ p₂.denote' ctx) : d ∣ p.denote' ctx := by
  obtain ⟨hd, h⟩ := and_true_split h
  have h := eq_of_balanced ctx h
  rw [Int.one_mul] at h
  rw [← h]
  refine Int.dvd_trans (of_dvds hd) (Int.dvd_add ?_ ?_)
  · rw [Int.mul_comm α, Int.mul_assoc, Int.mul_comm d₁]
    exact mul_dvd d₂ (Int.dvd_mul_of_dvd_right h₁ α)
  · rw [Int.mul_comm β, Int.mul_assoc]
    exact mul_dvd d₁ (Int.dvd_mul_of_dvd_right h₂ β)
theorem dvd_solve_elim (ctx : Context) (d₁ : Int) (p₁ : Poly) (d₂ : Int) (p₂ : Poly) (d : Int) (p : Poly)
    (h : (dvds d (p₂.leadCoeff * d₁) && (dvds d (p₁.leadCoeff * d₂) &&
      balanced p₂.leadCoeff p₁ (-p₁.leadCoeff) p₂ 1 p isZero)) = true)
    (h₁ : d₁ ∣ p₁.denote' ctx) (h₂ : d₂ ∣ p₂.denote' ctx) : d ∣ p.denote' ctx := by
  obtain ⟨hd₁, h⟩ := and_true_split h
  obtain ⟨hd₂, h⟩ := and_true_split h
  have h := eq_of_balanced ctx h
  rw [Int.one_mul] at h
  rw [← h, Int.neg_mul]
  exact Int.dvd_add (Int.dvd_trans (of_dvds hd₁) (mul_dvd _ h₁))
    (Int.dvd_neg.mpr (Int.dvd_trans (of_dvds hd₂) (mul_dvd _ h₂)))
theorem dvd_unsat (ctx : Context) (d : Int) (p : Poly)
    (h : (Nat.beq (d.natAbs % p.gcdCoeffs d.natAbs) 0 && p.offMultiples (p.gcdCoeffs d.natAbs)) = true)
    (h₁ : d ∣ p.denote' ctx) : False := by
  obtain ⟨hd, h⟩ := and_true_split h
  rw [Poly.denote'_eq_denote] at h₁
  exact Poly.not_dvd_of_offMultiples ctx h (Int.dvd_trans (dvd_of_beq_mod hd) h₁)

/-! ### Quotients, products and powers that became linear -/

theorem ediv_emod (x y : Int) : -1 * x + y * (x / y) + x % y = 0 := by
  have := Int.mul_ediv_add_emod x y
  omega
theorem emod_nonneg (x y : Int) (h : (!isZero y) = true) : -1 * (x % y) ≤ 0 := by
  have := Int.emod_nonneg x (ne_zero_of_not_isZero h)
  omega
theorem emod_le (x y n : Int) (h : (!isZero y && decide (n = 1 - y.natAbs)) = true) : x % y + n ≤ 0 := by
  obtain ⟨hy, h⟩ := and_true_split h
  have := Int.emod_lt x (ne_zero_of_not_isZero hy)
  have h := of_decide_eq_true h
  omega
theorem of_not_dvd (a b : Int) (h : (!isZero a) = true) (h₁ : ¬a ∣ b) : b % a > 0 := by
  have := Int.emod_nonneg b (ne_zero_of_not_isZero h)
  have : b % a ≠ 0 := fun e => h₁ (Int.dvd_of_emod_eq_zero e)
  omega
theorem natCast_sub (x y : Nat) : (NatCast.natCast (x - y) : Int) =
    if (NatCast.natCast y : Int) + -1 * NatCast.natCast x ≤ 0 then (NatCast.natCast x : Int) + -1 * NatCast.natCast y else 0 := by
  show ((x - y : Nat) : Int) = if (y : Int) + -1 * x ≤ 0 then (x : Int) + -1 * y else 0
  split <;> omega
/-- What the equation `p = 0` says of its only variable. -/
def Poly.solves (x : Var) (k : Int) : Poly → Bool
  | .add a y (.num b) => !isZero a && (Nat.beq x y && decide (a * k + b = 0))
  | _ => false
theorem var_eq (ctx : Context) (x : Var) (k : Int) (p : Poly) (h : p.solves x k = true) (h₁ : p.denote' ctx = 0) :
    x.denote ctx = k := by
  match p, h, h₁ with
  | .add a y (.num b), h, h₁ =>
    obtain ⟨ha, h⟩ := and_true_split h
    obtain ⟨hx, h⟩ := and_true_split h
    rw [Poly.denote'_eq_denote] at h₁
    have h₁ : a * y.denote ctx + b = 0 := h₁
    rw [Nat.eq_of_beq_eq_true hx]
    exact Int.eq_of_mul_eq_mul_left (ne_zero_of_not_isZero ha) (by have h := of_decide_eq_true h; omega)
theorem of_var_eq (ctx : Context) (x : Var) (k : Int) (p : Poly) (h : scaled 1 (.add 1 x (.num (-k))) 1 p isZero = true)
    (h₁ : x.denote ctx = k) : p.denote' ctx = 0 := by
  rw [← eq_of_same ctx h, Poly.denote'_eq_denote]
  show 1 * x.denote ctx + -k = 0
  omega
theorem of_var_eq_mul (ctx : Context) (x : Var) (k : Int) (y : Var) (p : Poly)
    (h : scaled 1 (.add 1 x (.add (-k) y (.num 0))) 1 p isZero = true) (h₁ : x.denote ctx = k * y.denote ctx) :
    p.denote' ctx = 0 := by
  rw [← eq_of_same ctx h, Poly.denote'_eq_denote]
  show 1 * x.denote ctx + (-k * y.denote ctx + 0) = 0
  rw [Int.neg_mul]
  omega
theorem eq_one_mul (a : Int) : a = 1 * a := (Int.one_mul a).symm
theorem mul_eq_kk (a b k₁ k₂ k : Int) (h₁ : a = k₁) (h₂ : b = k₂) (h : decide (k₁ * k₂ = k) = true) : a * b = k := by
  rw [h₁, h₂, of_decide_eq_true h]
theorem mul_eq_kkx (a b k₁ k₂ c k : Int) (h₁ : a = k₁) (h₂ : b = k₂ * c) (h : decide (k₁ * k₂ = k) = true) : a * b = k * c := by
  rw [h₁, h₂, ← Int.mul_assoc, of_decide_eq_true h]
theorem mul_eq_kxk (a b k₁ c k₂ k : Int) (h₁ : a = k₁ * c) (h₂ : b = k₂) (h : decide (k₁ * k₂ = k) = true) : a * b = k * c := by
  rw [h₁, h₂, Int.mul_assoc, Int.mul_comm c, ← Int.mul_assoc, of_decide_eq_true h]
theorem mul_eq_zero_left (a b : Int) (h : a = 0) : a * b = 0 := by rw [h, Int.zero_mul]
theorem mul_eq_zero_right (a b : Int) (h : b = 0) : a * b = 0 := by rw [h, Int.mul_zero]
theorem pow_eq (a : Int) (b : Nat) (a' b' k : Int) (h₁ : a = a') (h₂ : (b : Int) = b') (h : decide (k = a' ^ b'.toNat) = true) :
    a ^ b = k := by
  rw [of_decide_eq_true h, h₁, ← h₂]; rfl

/-! ### Cooper's method: a lower and an upper bound of a variable, and where it stands above the lower one -/

/-- `p (n - 1) ∨ … ∨ p 0`. -/
def OrOver : Nat → (Nat → Prop) → Prop
  | 0, _ => False
  | n + 1, p => p n ∨ OrOver n p
def OrOver.Cases : Nat → (Nat → Prop) → Prop
  | 0, p => p 0
  | n + 1, p => ¬p (n + 1) → Cases n p
theorem orOver_cases (n : Nat) (p : Nat → Prop) (h : OrOver (n + 1) p) : OrOver.Cases n p := by
  induction n with
  | zero => exact h.elim id False.elim
  | succ n ih => exact fun k => ih (h.resolve_left k)
theorem orOver_of_lt {p : Nat → Prop} {n k : Nat} (hk : k < n) (h : p k) : OrOver n p := by
  induction n with
  | zero => exact absurd hk (Nat.not_lt_zero k)
  | succ n ih => exact (Nat.lt_or_eq_of_le (Nat.le_of_lt_succ hk)).elim (fun l => .inr (ih l)) fun e => .inl (e ▸ h)
def Poly.bounds (p₁ p₂ : Poly) (n : Nat) : Bool :=
  decide (p₁.leadCoeff < 0) && (decide (0 < p₂.leadCoeff) && (Nat.beq p₁.leadVar p₂.leadVar && Nat.blt 0 n))
theorem Poly.of_bounds (ctx : Context) {p₁ p₂ : Poly} {n : Nat} (h : p₁.bounds p₂ n = true) (h₁ : p₁.denote' ctx ≤ 0)
    (h₂ : p₂.denote' ctx ≤ 0) : ∃ x, x = p₁.leadVar.denote ctx ∧ p₁.leadCoeff < 0 ∧ 0 < p₂.leadCoeff ∧ 0 < (n : Int) ∧
      p₁.leadCoeff * x + p₁.tail.denote' ctx ≤ 0 ∧ p₂.leadCoeff * x + p₂.tail.denote' ctx ≤ 0 := by
  obtain ⟨ha, h⟩ := and_true_split h
  obtain ⟨hb, h⟩ := and_true_split h
  obtain ⟨hx, hn⟩ := and_true_split h
  rw [Poly.denote'_lead] at h₁ h₂
  rw [← Nat.eq_of_beq_eq_true hx] at h₂
  exact ⟨_, rfl, of_decide_eq_true ha, of_decide_eq_true hb, by have := Nat.le_of_ble_eq_true hn; omega, h₁, h₂⟩

/-- `k` places above the lower bound, in units of its coefficient. -/
def cooper_left_split (ctx : Context) (p₁ p₂ : Poly) (k : Nat) : Prop :=
  p₂.leadCoeff * p₁.tail.denote' ctx + -p₁.leadCoeff * p₂.tail.denote' ctx + p₂.leadCoeff * k ≤ 0 ∧
    p₁.leadCoeff ∣ p₁.tail.denote' ctx + k
def cooper_right_split (ctx : Context) (p₁ p₂ : Poly) (k : Nat) : Prop :=
  p₂.leadCoeff * p₁.tail.denote' ctx + -p₁.leadCoeff * p₂.tail.denote' ctx + -p₁.leadCoeff * k ≤ 0 ∧
    p₂.leadCoeff ∣ p₂.tail.denote' ctx + k
def cooper_dvd_left_split (ctx : Context) (p₁ p₂ p₃ : Poly) (d : Int) (k : Nat) : Prop :=
  cooper_left_split ctx p₁ p₂ k ∧
    p₁.leadCoeff * d ∣ p₃.leadCoeff * p₁.tail.denote' ctx + -p₁.leadCoeff * p₃.tail.denote' ctx + p₃.leadCoeff * k
def cooper_dvd_right_split (ctx : Context) (p₁ p₂ p₃ : Poly) (d : Int) (k : Nat) : Prop :=
  cooper_right_split ctx p₁ p₂ k ∧
    p₂.leadCoeff * d ∣ -p₃.leadCoeff * p₂.tail.denote' ctx + p₂.leadCoeff * p₃.tail.denote' ctx + -p₃.leadCoeff * k
theorem exists_place {m n : Int} (hm : 0 ≤ m) (hn : 0 < n) : ∃ k : Nat, (k : Int) < n ∧ (k : Int) ≤ m ∧ n ∣ m - k := by
  have h₀ := Int.emod_nonneg m (Int.ne_of_gt hn)
  have e : ((m % n).toNat : Int) = m % n := Int.toNat_of_nonneg h₀
  refine ⟨(m % n).toNat, e ▸ Int.emod_lt_of_pos m hn, ?_, ⟨m / n, ?_⟩⟩
  · rw [e]
    have := Int.mul_ediv_add_emod m n
    have := Int.mul_nonneg (Int.le_of_lt hn) (Int.ediv_nonneg hm (Int.le_of_lt hn))
    omega
  · rw [e]
    have := Int.mul_ediv_add_emod m n
    omega
theorem place_left {a b x q₁ q₂ k : Int} (ha : a < 0) (hb : 0 < b) (h₂ : b * x + q₂ ≤ 0) (hk : k ≤ -(a * x + q₁)) :
    b * q₁ + -a * q₂ + b * k ≤ 0 := by
  have l₁ : b * k ≤ b * -(a * x + q₁) := Int.mul_le_mul_of_nonneg_left hk (Int.le_of_lt hb)
  have l₂ : -a * (b * x + q₂) ≤ 0 := mul_nonpos (by omega) h₂
  rw [Int.mul_neg, Int.mul_add, Int.mul_left_comm] at l₁
  rw [Int.neg_mul, Int.mul_add] at l₂
  rw [Int.neg_mul]
  omega
theorem place_right {a b x q₁ q₂ k : Int} (ha : a < 0) (hb : 0 < b) (h₁ : a * x + q₁ ≤ 0) (hk : k ≤ -(b * x + q₂)) :
    b * q₁ + -a * q₂ + -a * k ≤ 0 := by
  have l₁ : -a * k ≤ -a * -(b * x + q₂) := Int.mul_le_mul_of_nonneg_left hk (by omega)
  have l₂ : b * (a * x + q₁) ≤ 0 := mul_nonpos (Int.le_of_lt hb) h₁
  rw [Int.neg_mul_neg, Int.mul_add] at l₁
  rw [Int.mul_add, Int.mul_left_comm] at l₂
  rw [Int.neg_mul] at l₁
  rw [Int.neg_mul, Int.neg_mul]
  omega
theorem dvd_place {a x q m k n : Int} (hn : a ∣ n) (hm : m = -(a * x + q)) (hk : n ∣ m - k) : a ∣ q + k := by
  rw [show q + k = -(a * x) - (m - k) by omega]
  exact Int.dvd_sub (Int.dvd_neg.mpr (Int.dvd_mul_right a x)) (Int.dvd_trans hn hk)
theorem dvd_place₂ {a c d x q s m k n : Int} (hn : a * d ∣ c * n) (hs : d ∣ c * x + s) (hm : m = -(a * x + q)) (hk : n ∣ m - k) :
    a * d ∣ c * q + -a * s + c * k := by
  have e : c * q + -a * s + c * k = -(a * (c * x + s)) - c * (m - k) := by
    rw [hm, Int.mul_sub, Int.mul_neg, Int.mul_add, Int.mul_add, Int.mul_left_comm c a x, Int.neg_mul]
    omega
  rw [e]
  exact Int.dvd_sub (Int.dvd_neg.mpr (mul_dvd a hs)) (Int.dvd_trans hn (mul_dvd c hk))

theorem cooper_left (ctx : Context) (p₁ p₂ : Poly) (n : Nat) (h : (p₁.bounds p₂ n && dvds p₁.leadCoeff n) = true)
    (h₁ : p₁.denote' ctx ≤ 0) (h₂ : p₂.denote' ctx ≤ 0) : OrOver n (cooper_left_split ctx p₁ p₂) := by
  obtain ⟨h, hd⟩ := and_true_split h
  obtain ⟨x, _, ha, hb, hn, h₁, h₂⟩ := Poly.of_bounds ctx h h₁ h₂
  obtain ⟨k, hkn, hk, hnk⟩ := exists_place (m := -(p₁.leadCoeff * x + p₁.tail.denote' ctx)) (by omega) hn
  exact orOver_of_lt (by omega) ⟨place_left ha hb h₂ hk, dvd_place (of_dvds hd) rfl hnk⟩
theorem cooper_right (ctx : Context) (p₁ p₂ : Poly) (n : Nat) (h : (p₁.bounds p₂ n && dvds p₂.leadCoeff n) = true)
    (h₁ : p₁.denote' ctx ≤ 0) (h₂ : p₂.denote' ctx ≤ 0) : OrOver n (cooper_right_split ctx p₁ p₂) := by
  obtain ⟨h, hd⟩ := and_true_split h
  obtain ⟨x, _, ha, hb, hn, h₁, h₂⟩ := Poly.of_bounds ctx h h₁ h₂
  obtain ⟨k, hkn, hk, hnk⟩ := exists_place (m := -(p₂.leadCoeff * x + p₂.tail.denote' ctx)) (by omega) hn
  exact orOver_of_lt (by omega) ⟨place_right ha hb h₁ hk, dvd_place (of_dvds hd) rfl hnk⟩
theorem cooper_dvd_left (ctx : Context) (p₁ p₂ p₃ : Poly) (d : Int) (n : Nat)
    (h : (p₁.bounds p₂ n && (dvds p₁.leadCoeff n && (Nat.beq p₁.leadVar p₃.leadVar &&
      dvds (p₁.leadCoeff * d) (p₃.leadCoeff * n)))) = true)
    (h₁ : p₁.denote' ctx ≤ 0) (h₂ : p₂.denote' ctx ≤ 0) (h₃ : d ∣ p₃.denote' ctx) :
    OrOver n (cooper_dvd_left_split ctx p₁ p₂ p₃ d) := by
  obtain ⟨h, hd⟩ := and_true_split h
  obtain ⟨hd, h'⟩ := and_true_split hd
  obtain ⟨hx, hd'⟩ := and_true_split h'
  obtain ⟨x, ex, ha, hb, hn, h₁, h₂⟩ := Poly.of_bounds ctx h h₁ h₂
  rw [Poly.denote'_lead, ← Nat.eq_of_beq_eq_true hx, ← ex] at h₃
  obtain ⟨k, hkn, hk, hnk⟩ := exists_place (m := -(p₁.leadCoeff * x + p₁.tail.denote' ctx)) (by omega) hn
  exact orOver_of_lt (by omega)
    ⟨⟨place_left ha hb h₂ hk, dvd_place (of_dvds hd) rfl hnk⟩, dvd_place₂ (of_dvds hd') h₃ rfl hnk⟩
theorem cooper_dvd_right (ctx : Context) (p₁ p₂ p₃ : Poly) (d : Int) (n : Nat)
    (h : (p₁.bounds p₂ n && (dvds p₂.leadCoeff n && (Nat.beq p₁.leadVar p₃.leadVar &&
      dvds (p₂.leadCoeff * d) (p₃.leadCoeff * n)))) = true)
    (h₁ : p₁.denote' ctx ≤ 0) (h₂ : p₂.denote' ctx ≤ 0) (h₃ : d ∣ p₃.denote' ctx) :
    OrOver n (cooper_dvd_right_split ctx p₁ p₂ p₃ d) := by
  obtain ⟨h, hd⟩ := and_true_split h
  obtain ⟨hd, h'⟩ := and_true_split hd
  obtain ⟨hx, hd'⟩ := and_true_split h'
  obtain ⟨x, ex, ha, hb, hn, h₁, h₂⟩ := Poly.of_bounds ctx h h₁ h₂
  rw [Poly.denote'_lead, ← Nat.eq_of_beq_eq_true hx, ← ex] at h₃
  obtain ⟨k, hkn, hk, hnk⟩ := exists_place (m := -(p₂.leadCoeff * x + p₂.tail.denote' ctx)) (by omega) hn
  refine orOver_of_lt (by omega) ⟨⟨place_right ha hb h₁ hk, dvd_place (of_dvds hd) rfl hnk⟩, ?_⟩
  have h := Int.dvd_neg.mpr (dvd_place₂ (of_dvds hd') h₃ rfl hnk)
  rw [Int.neg_add, Int.neg_add, ← Int.neg_mul, ← Int.neg_mul, ← Int.neg_mul, Int.neg_neg] at h
  exact h

/-- Whether `p` is `k₁ * p₁ + k₂ * p₂ + c`. -/
def Poly.isSum (p : Poly) (k₁ : Int) (p₁ : Poly) (k₂ : Int) (p₂ : Poly) (c : Int) : Bool :=
  balanced k₁ p₁ k₂ p₂ 1 p fun e => decide (e = -c)
theorem Poly.of_isSum (ctx : Context) {p p₁ p₂ : Poly} {k₁ k₂ c : Int} (h : p.isSum k₁ p₁ k₂ p₂ c = true) :
    p.denote' ctx = k₁ * p₁.denote' ctx + k₂ * p₂.denote' ctx + c := by
  obtain ⟨e, he, h⟩ := of_balanced ctx h
  have he := of_decide_eq_true he
  omega
theorem cooper_left_split_ineq (ctx : Context) (p₁ p₂ : Poly) (k : Nat) (_b : Int) (p' : Poly) (h : cooper_left_split ctx p₁ p₂ k)
    (hp : p'.isSum p₂.leadCoeff p₁.tail (-p₁.leadCoeff) p₂.tail (p₂.leadCoeff * k) = true) : p'.denote' ctx ≤ 0 :=
  Poly.of_isSum ctx hp ▸ h.1
theorem cooper_left_split_dvd (ctx : Context) (p₁ p₂ : Poly) (k : Nat) (a : Int) (p' : Poly) (h : cooper_left_split ctx p₁ p₂ k)
    (hp : (dvds a p₁.leadCoeff && p'.isSum 1 p₁.tail 0 (.num 0) k) = true) : a ∣ p'.denote' ctx := by
  obtain ⟨hd, hp⟩ := and_true_split hp
  rw [Poly.of_isSum ctx hp, Int.zero_mul, Int.add_zero, Int.one_mul]
  exact Int.dvd_trans (of_dvds hd) h.2
theorem cooper_right_split_ineq (ctx : Context) (p₁ p₂ : Poly) (k : Nat) (_a : Int) (p' : Poly)
    (h : cooper_right_split ctx p₁ p₂ k)
    (hp : p'.isSum p₂.leadCoeff p₁.tail (-p₁.leadCoeff) p₂.tail (-p₁.leadCoeff * k) = true) : p'.denote' ctx ≤ 0 :=
  Poly.of_isSum ctx hp ▸ h.1
theorem cooper_right_split_dvd (ctx : Context) (p₁ p₂ : Poly) (k : Nat) (b : Int) (p' : Poly)
    (h : cooper_right_split ctx p₁ p₂ k) (hp : (dvds b p₂.leadCoeff && p'.isSum 1 p₂.tail 0 (.num 0) k) = true) :
    b ∣ p'.denote' ctx := by
  obtain ⟨hd, hp⟩ := and_true_split hp
  rw [Poly.of_isSum ctx hp, Int.zero_mul, Int.add_zero, Int.one_mul]
  exact Int.dvd_trans (of_dvds hd) h.2
theorem cooper_dvd_left_split_ineq (ctx : Context) (p₁ p₂ p₃ : Poly) (d : Int) (k : Nat) (b : Int) (p' : Poly)
    (h : cooper_dvd_left_split ctx p₁ p₂ p₃ d k)
    (hp : p'.isSum p₂.leadCoeff p₁.tail (-p₁.leadCoeff) p₂.tail (p₂.leadCoeff * k) = true) : p'.denote' ctx ≤ 0 :=
  cooper_left_split_ineq ctx p₁ p₂ k b p' h.1 hp
theorem cooper_dvd_left_split_dvd1 (ctx : Context) (p₁ p₂ p₃ : Poly) (d : Int) (k : Nat) (a : Int) (p' : Poly)
    (h : cooper_dvd_left_split ctx p₁ p₂ p₃ d k) (hp : (dvds a p₁.leadCoeff && p'.isSum 1 p₁.tail 0 (.num 0) k) = true) :
    a ∣ p'.denote' ctx := cooper_left_split_dvd ctx p₁ p₂ k a p' h.1 hp
theorem cooper_dvd_left_split_dvd2 (ctx : Context) (p₁ p₂ p₃ : Poly) (d : Int) (k : Nat) (d' : Int) (p' : Poly)
    (h : cooper_dvd_left_split ctx p₁ p₂ p₃ d k)
    (hp : (dvds d' (p₁.leadCoeff * d) &&
      p'.isSum p₃.leadCoeff p₁.tail (-p₁.leadCoeff) p₃.tail (p₃.leadCoeff * k)) = true) : d' ∣ p'.denote' ctx := by
  obtain ⟨hd, hp⟩ := and_true_split hp
  exact Poly.of_isSum ctx hp ▸ Int.dvd_trans (of_dvds hd) h.2
theorem cooper_dvd_right_split_ineq (ctx : Context) (p₁ p₂ p₃ : Poly) (d : Int) (k : Nat) (a : Int) (p' : Poly)
    (h : cooper_dvd_right_split ctx p₁ p₂ p₃ d k)
    (hp : p'.isSum p₂.leadCoeff p₁.tail (-p₁.leadCoeff) p₂.tail (-p₁.leadCoeff * k) = true) : p'.denote' ctx ≤ 0 :=
  cooper_right_split_ineq ctx p₁ p₂ k a p' h.1 hp
theorem cooper_dvd_right_split_dvd1 (ctx : Context) (p₁ p₂ p₃ : Poly) (d : Int) (k : Nat) (b : Int) (p' : Poly)
    (h : cooper_dvd_right_split ctx p₁ p₂ p₃ d k) (hp : (dvds b p₂.leadCoeff && p'.isSum 1 p₂.tail 0 (.num 0) k) = true) :
    b ∣ p'.denote' ctx := cooper_right_split_dvd ctx p₁ p₂ k b p' h.1 hp
theorem cooper_dvd_right_split_dvd2 (ctx : Context) (p₁ p₂ p₃ : Poly) (d : Int) (k : Nat) (d' : Int) (p' : Poly)
    (h : cooper_dvd_right_split ctx p₁ p₂ p₃ d k)
    (hp : (dvds d' (p₂.leadCoeff * d) &&
      p'.isSum (-p₃.leadCoeff) p₂.tail p₂.leadCoeff p₃.tail (-p₃.leadCoeff * k)) = true) : d' ∣ p'.denote' ctx := by
  obtain ⟨hd, hp⟩ := and_true_split hp
  exact Poly.of_isSum ctx hp ▸ Int.dvd_trans (of_dvds hd) h.2

/-- The least number from `a` on that differs from `r` by a multiple of `d`. -/
def least (a r d : Int) : Int := a + (r - a) % d
def cooper_unsat.cert (d α β : Int) : Poly → Poly → Poly → Bool
  | .add k₁ x (.num a), .add k₂ y (.num b), .add c z (.num e) =>
    decide (k₁ = -1) && (decide (k₂ = 1) && (Nat.beq x y && (Nat.beq x z && (decide (0 < d) &&
      (decide (α * c + β * d = 1) && decide (-b < least a (-(α * e)) d))))))
  | _, _, _ => false
theorem cooper_unsat (ctx : Context) (p₁ p₂ p₃ : Poly) (d α β : Int) (h : cooper_unsat.cert d α β p₁ p₂ p₃ = true)
    (h₁ : p₁.denote' ctx ≤ 0) (h₂ : p₂.denote' ctx ≤ 0) (h₃ : d ∣ p₃.denote' ctx) : False := by
  match p₁, p₂, p₃, h, h₁, h₂, h₃ with
  | .add k₁ x (.num a), .add k₂ y (.num b), .add c z (.num e), h, h₁, h₂, h₃ =>
    obtain ⟨hk₁, h⟩ := and_true_split h
    obtain ⟨hk₂, h⟩ := and_true_split h
    obtain ⟨hy, h⟩ := and_true_split h
    obtain ⟨hz, h⟩ := and_true_split h
    obtain ⟨hd, h⟩ := and_true_split h
    obtain ⟨hg, h⟩ := and_true_split h
    have hd := of_decide_eq_true hd
    have hg := of_decide_eq_true hg
    have h := of_decide_eq_true h
    rw [Poly.denote'_eq_denote] at h₁ h₂ h₃
    have h₁ : k₁ * x.denote ctx + a ≤ 0 := h₁
    have h₂ : k₂ * y.denote ctx + b ≤ 0 := h₂
    have h₃ : d ∣ c * z.denote ctx + e := h₃
    rw [of_decide_eq_true hk₁] at h₁
    rw [of_decide_eq_true hk₂, ← Nat.eq_of_beq_eq_true hy] at h₂
    rw [← Nat.eq_of_beq_eq_true hz] at h₃
    generalize x.denote ctx = v at h₁ h₂ h₃
    have l₀ := Int.emod_nonneg (-(α * e) - a) (Int.ne_of_gt hd)
    have l₁ := Int.emod_lt_of_pos (-(α * e) - a) hd
    have l₂ := Int.mul_ediv_add_emod (-(α * e) - a) d
    unfold least at h
    have h₃ := Int.dvd_mul_of_dvd_right h₃ α
    rw [Int.mul_add, ← Int.mul_assoc, show α * c = 1 - β * d by omega, Int.sub_mul, Int.one_mul] at h₃
    obtain ⟨j, hj⟩ := h₃
    generalize (-(α * e) - a) / d = q at l₂
    generalize (-(α * e) - a) % d = r at *
    have e : v - (a + r) = d * (q + j + β * v) := by
      rw [Int.mul_add, Int.mul_add, ← Int.mul_assoc d, Int.mul_comm d β]
      omega
    have : v - (a + r) < 0 := by omega
    have : -d < v - (a + r) := by omega
    generalize q + j + β * v = w at e
    rcases Int.lt_or_ge w 0 with hw | hw
    · have : d * (w + 1) ≤ 0 := mul_nonpos (Int.le_of_lt hd) hw
      rw [Int.mul_add, Int.mul_one] at this
      omega
    · have := Int.mul_nonneg (Int.le_of_lt hd) hw
      omega
end Int.Internal.Linear
