prelude
import Init.Omega.LinearCombo
import Init.Data.Option.Basic
/-! Bounds on the values of linear combinations, and the steps by which the `omega` tactic derives new bounds from old. -/
namespace Lean.Omega
/-- A lower bound, if there is one. -/
abbrev LowerBound : Type := Option Int
/-- An upper bound, if there is one. -/
abbrev UpperBound : Type := Option Int
abbrev LowerBound.sat (b : LowerBound) (t : Int) : Bool := b.all fun x => x ≤ t
abbrev UpperBound.sat (b : UpperBound) (t : Int) : Bool := b.all fun y => t ≤ y
/-- A lower and an upper bound, each of which may be absent. -/
structure Constraint where
  lowerBound : LowerBound
  upperBound : UpperBound
deriving BEq, DecidableEq
namespace Constraint
/-- Whether the number is within the bounds. -/
def sat (c : Constraint) (t : Int) : Bool := c.lowerBound.sat t ∧ c.upperBound.sat t
/-- Whether the value of the linear combination is within the bounds. -/
def sat' (c : Constraint) (x y : Coeffs) : Bool := c.sat (Coeffs.dot x y)
def map (c : Constraint) (f : Int → Int) : Constraint where
  lowerBound := c.lowerBound.map f
  upperBound := c.upperBound.map f
def translate (c : Constraint) (t : Int) : Constraint := c.map (· + t)
def flip (c : Constraint) : Constraint where
  lowerBound := c.upperBound
  upperBound := c.lowerBound
def neg (c : Constraint) : Constraint := c.flip.map (- ·)
def trivial : Constraint := ⟨none, none⟩
def impossible : Constraint := ⟨some 1, some 0⟩
def exact (r : Int) : Constraint := ⟨some r, some r⟩
def isImpossible : Constraint → Bool
  | ⟨some x, some y⟩ => y < x
  | _ => false
def isExact : Constraint → Bool
  | ⟨some x, some y⟩ => x = y
  | _ => false
def scale (k : Int) (c : Constraint) : Constraint :=
  if k = 0 then
    if c.isImpossible then c else ⟨some 0, some 0⟩
  else if 0 < k then c.map (k * ·)
  else c.flip.map (k * ·)
def add (x y : Constraint) : Constraint where
  lowerBound := x.lowerBound.bind fun a => y.lowerBound.map fun b => a + b
  upperBound := x.upperBound.bind fun a => y.upperBound.map fun b => a + b
/-- The bounds of `a * x + b * y`. -/
def combo (a : Int) (x : Constraint) (b : Int) (y : Constraint) : Constraint := add (scale a x) (scale b y)
/-- Both constraints at once. -/
def combine (x y : Constraint) : Constraint where
  lowerBound := Option.merge max x.lowerBound y.lowerBound
  upperBound := Option.merge min x.upperBound y.upperBound
/-- The bounds of `x / k`, when `k` divides `x`. -/
def div (c : Constraint) (k : Nat) : Constraint where
  lowerBound := c.lowerBound.map fun x => -((-x) / k)
  upperBound := c.upperBound.map fun y => y / k

/-! ## What the bounds say -/
private theorem sat_iff {c : Constraint} {t : Int} :
    c.sat t = true ↔ (∀ x, c.lowerBound = some x → x ≤ t) ∧ (∀ y, c.upperBound = some y → t ≤ y) := by
  have lower : ∀ b : Option Int, (b.all fun x => decide (x ≤ t)) = true ↔ ∀ x, b = some x → x ≤ t
    | none => ⟨fun _ _ e => (nomatch e), fun _ => rfl⟩
    | some a => ⟨fun h _ e => by cases e; exact of_decide_eq_true h, fun h => decide_eq_true (h a rfl)⟩
  have upper : ∀ b : Option Int, (b.all fun y => decide (t ≤ y)) = true ↔ ∀ y, b = some y → t ≤ y
    | none => ⟨fun _ _ e => (nomatch e), fun _ => rfl⟩
    | some a => ⟨fun h _ e => by cases e; exact of_decide_eq_true h, fun h => decide_eq_true (h a rfl)⟩
  refine Iff.trans ⟨fun h => of_decide_eq_true h, fun h => decide_eq_true h⟩ ?_
  exact ⟨fun h => ⟨(lower _).mp h.1, (upper _).mp h.2⟩, fun h => ⟨(lower _).mpr h.1, (upper _).mpr h.2⟩⟩
private theorem map_eq_some {f : α → β} {o : Option α} {b : β} (h : o.map f = some b) : ∃ a, o = some a ∧ f a = b := by
  cases o with
  | none => cases h
  | some a => cases h; exact ⟨a, rfl, rfl⟩
theorem not_sat_of_isImpossible {c : Constraint} (h : c.isImpossible) {t : Int} : ¬c.sat t := by
  intro s
  rcases c with ⟨_ | x, _ | y⟩
  · cases h
  · cases h
  · cases h
  · have k := sat_iff.mp s
    exact Int.not_lt.mpr (Int.le_trans (k.1 x rfl) (k.2 y rfl)) (of_decide_eq_true h)
theorem not_sat'_of_isImpossible {c : Constraint} (h : c.isImpossible) {x y : Coeffs} : ¬c.sat' x y :=
  not_sat_of_isImpossible h
theorem exact_sat (r t : Int) : (exact r).sat t ↔ r = t := by
  refine sat_iff.trans ⟨fun h => Int.le_antisymm (h.1 r rfl) (h.2 r rfl), fun h => ?_⟩
  subst h
  exact ⟨fun x e => by cases e; exact Int.le_refl r, fun x e => by cases e; exact Int.le_refl r⟩
theorem neg_sat {c : Constraint} {t : Int} (w : c.sat t) : c.neg.sat (-t) := by
  have k := sat_iff.mp w
  refine sat_iff.mpr ⟨fun x e => ?_, fun y e => ?_⟩
  · rcases map_eq_some e with ⟨a, h, rfl⟩; exact Int.neg_le_neg (k.2 a h)
  · rcases map_eq_some e with ⟨a, h, rfl⟩; exact Int.neg_le_neg (k.1 a h)
theorem scale_sat {c : Constraint} {t : Int} (k : Int) (w : c.sat t) : (scale k c).sat (k * t) := by
  have s := sat_iff.mp w
  unfold scale
  split
  · rename_i h
    rw [h, Int.zero_mul]
    split
    · rename_i i; exact absurd w (not_sat_of_isImpossible i)
    · exact (exact_sat 0 0).mpr rfl
  · rename_i h
    split
    · rename_i p
      refine sat_iff.mpr ⟨fun x e => ?_, fun y e => ?_⟩
      · rcases map_eq_some e with ⟨a, i, rfl⟩; exact Int.mul_le_mul_of_nonneg_left (s.1 a i) (Int.le_of_lt p)
      · rcases map_eq_some e with ⟨a, i, rfl⟩; exact Int.mul_le_mul_of_nonneg_left (s.2 a i) (Int.le_of_lt p)
    · rename_i p
      have n : k ≤ 0 := Int.not_lt.mp p
      refine sat_iff.mpr ⟨fun x e => ?_, fun y e => ?_⟩
      · rcases map_eq_some e with ⟨a, i, rfl⟩; exact Int.mul_le_mul_of_nonpos_left n (s.2 a i)
      · rcases map_eq_some e with ⟨a, i, rfl⟩; exact Int.mul_le_mul_of_nonpos_left n (s.1 a i)
theorem add_sat {c₁ c₂ : Constraint} {t₁ t₂ : Int} (w₁ : c₁.sat t₁) (w₂ : c₂.sat t₂) : (c₁.add c₂).sat (t₁ + t₂) := by
  have s₁ := sat_iff.mp w₁
  have s₂ := sat_iff.mp w₂
  rcases c₁ with ⟨l₁, u₁⟩
  refine sat_iff.mpr ⟨fun x e => ?_, fun y e => ?_⟩
  · cases l₁ with
    | none => cases e
    | some a => rcases map_eq_some e with ⟨b, h, rfl⟩; exact Int.add_le_add (s₁.1 a rfl) (s₂.1 b h)
  · cases u₁ with
    | none => cases e
    | some a => rcases map_eq_some e with ⟨b, h, rfl⟩; exact Int.add_le_add (s₁.2 a rfl) (s₂.2 b h)
theorem combo_sat (a : Int) {c₁ : Constraint} {t₁ : Int} (w₁ : c₁.sat t₁) (b : Int) {c₂ : Constraint} {t₂ : Int}
    (w₂ : c₂.sat t₂) : (combo a c₁ b c₂).sat (a * t₁ + b * t₂) := add_sat (scale_sat a w₁) (scale_sat b w₂)
theorem combine_sat {c₁ c₂ : Constraint} {t : Int} (w₁ : c₁.sat t) (w₂ : c₂.sat t) : (c₁.combine c₂).sat t := by
  have s₁ := sat_iff.mp w₁
  have s₂ := sat_iff.mp w₂
  rcases c₁ with ⟨l₁, u₁⟩; rcases c₂ with ⟨l₂, u₂⟩
  refine sat_iff.mpr ⟨fun x e => ?_, fun y e => ?_⟩
  · cases l₁ <;> cases l₂ <;> cases e
    · exact s₂.1 _ rfl
    · exact s₁.1 _ rfl
    · exact Int.max_le.mpr ⟨s₁.1 _ rfl, s₂.1 _ rfl⟩
  · cases u₁ <;> cases u₂ <;> cases e
    · exact s₂.2 _ rfl
    · exact s₁.2 _ rfl
    · exact Int.le_min.mpr ⟨s₁.2 _ rfl, s₂.2 _ rfl⟩
theorem combine_sat' {s t : Constraint} {x y : Coeffs} (ws : s.sat' x y) (wt : t.sat' x y) : (s.combine t).sat' x y :=
  combine_sat ws wt
theorem div_sat (c : Constraint) (t : Int) (k : Nat) (n : k ≠ 0) (h : (k : Int) ∣ t) (w : c.sat t) : (c.div k).sat (t / k) := by
  have s := sat_iff.mp w
  have k0 : (0 : Int) < k := Int.ofNat_pos.mpr (Nat.pos_of_ne_zero n)
  rcases h with ⟨q, rfl⟩
  rw [Int.mul_ediv_cancel_left q (Int.ne_of_gt k0)]
  refine sat_iff.mpr ⟨fun x e => ?_, fun y e => ?_⟩
  · rcases map_eq_some e with ⟨a, h, rfl⟩
    refine Int.neg_le_of_neg_le ((Int.le_ediv_iff_mul_le k0).mpr ?_)
    rw [Int.neg_mul, Int.mul_comm]; exact Int.neg_le_neg (s.1 a h)
  · rcases map_eq_some e with ⟨a, h, rfl⟩
    refine (Int.le_ediv_iff_mul_le k0).mpr ?_
    rw [Int.mul_comm]; exact s.2 a h
theorem addInequality_sat {c : Int} {x y : Coeffs} (w : c + x.dot y ≥ 0) :
    ({ lowerBound := some (-c), upperBound := none } : Constraint).sat' x y := by
  refine sat_iff.mpr ⟨fun a e => ?_, fun _ e => (nomatch e)⟩
  cases e
  have := Int.add_le_add_left w (-c)
  rw [Int.neg_add_cancel_left, Int.add_zero] at this; exact this
theorem addEquality_sat {c : Int} {x y : Coeffs} (w : c + x.dot y = 0) :
    ({ lowerBound := some (-c), upperBound := some (-c) } : Constraint).sat' x y :=
  (exact_sat (-c) _).mpr (Int.neg_eq_of_add_eq_zero w)
end Constraint

/-! ## Bringing a constraint into normal form -/
/-- Divide by the greatest common divisor of the coefficients. -/
def normalize? : Constraint × Coeffs → Option (Constraint × Coeffs)
  | ⟨s, x⟩ =>
    let gcd := Coeffs.gcd x
    if gcd = 0 then
      if s.sat 0 then some (.trivial, x) else some (.impossible, x)
    else if gcd = 1 then none
    else some (s.div gcd, Coeffs.sdiv x gcd)
def normalize (p : Constraint × Coeffs) : Constraint × Coeffs := normalize? p |>.getD p
abbrev normalizeConstraint (s : Constraint) (x : Coeffs) : Constraint := (normalize (s, x)).1
abbrev normalizeCoeffs (s : Constraint) (x : Coeffs) : Coeffs := (normalize (s, x)).2
/-- Make the first coefficient positive. -/
def positivize? : Constraint × Coeffs → Option (Constraint × Coeffs)
  | ⟨s, x⟩ => if 0 ≤ x.leading then none else some (s.neg, Coeffs.smul x (-1))
def positivize (p : Constraint × Coeffs) : Constraint × Coeffs := positivize? p |>.getD p
def tidy? : Constraint × Coeffs → Option (Constraint × Coeffs)
  | ⟨s, x⟩ =>
    match positivize? (s, x) with
    | none => match normalize? (s, x) with
      | none => none
      | some (s', x') => some (s', x')
    | some (s', x') => some (normalize (s', x'))
def tidy (p : Constraint × Coeffs) : Constraint × Coeffs := tidy? p |>.getD p
abbrev tidyConstraint (s : Constraint) (x : Coeffs) : Constraint := (tidy (s, x)).1
abbrev tidyCoeffs (s : Constraint) (x : Coeffs) : Coeffs := (tidy (s, x)).2
theorem normalize_sat {s : Constraint} {x v : Coeffs} (w : s.sat' x v) :
    (normalizeConstraint s x).sat' (normalizeCoeffs s x) v := by
  unfold normalizeConstraint normalizeCoeffs normalize normalize?
  dsimp only
  split
  · rename_i h
    have z : Coeffs.dot x v = 0 := IntList.dot_eq_zero_of_left_eq_zero h
    split
    · rfl
    · rename_i n
      exact absurd (by have k : s.sat (Coeffs.dot x v) = true := w; rw [z] at k; exact k) n
  · rename_i h
    split
    · exact w
    · have e : Coeffs.dot (Coeffs.sdiv x (Coeffs.gcd x)) v = Coeffs.dot x v / Coeffs.gcd x :=
        IntList.sdiv_dot (fun _ => IntList.gcd_dvd x) v
      show (s.div (Coeffs.gcd x)).sat (Coeffs.dot (Coeffs.sdiv x (Coeffs.gcd x)) v) = true
      rw [e]
      exact Constraint.div_sat s _ _ h (IntList.gcd_dvd_dot x v) w
theorem tidy_sat {s : Constraint} {x v : Coeffs} (w : s.sat' x v) : (tidyConstraint s x).sat' (tidyCoeffs s x) v := by
  have same : tidy (s, x) = normalize (positivize (s, x)) := by
    unfold tidy tidy? positivize normalize
    dsimp only
    cases positivize? (s, x) with
    | none => dsimp only [Option.getD]; cases normalize? (s, x) <;> rfl
    | some p => rfl
  have key : (positivize (s, x)).1.sat' (positivize (s, x)).2 v := by
    by_cases h : 0 ≤ x.leading
    · have e : positivize (s, x) = (s, x) := by show (if _ then _ else _ : Option _).getD _ = _; rw [if_pos h]; rfl
      rw [e]; exact w
    · have e : positivize (s, x) = (s.neg, Coeffs.smul x (-1)) := by
        show (if _ then _ else _ : Option _).getD _ = _; rw [if_neg h]; rfl
      rw [e]
      show s.neg.sat (IntList.dot (IntList.smul x (-1)) v) = true
      rw [IntList.smul_dot, Int.neg_one_mul]; exact Constraint.neg_sat w
  show (tidy (s, x)).1.sat' (tidy (s, x)).2 v = true
  rw [same]; exact normalize_sat key
theorem combo_sat' (s t : Constraint) (a : Int) (x : Coeffs) (b : Int) (y : Coeffs) (v : Coeffs) (wx : s.sat' x v)
    (wy : t.sat' y v) : (Constraint.combo a s b t).sat' (Coeffs.combo a x b y) v := by
  show (Constraint.combo a s b t).sat (IntList.dot (IntList.combo a x b y) v) = true
  rw [IntList.combo_dot]; exact Constraint.combo_sat a wx b wy

/-! ## Balanced remainders: solving an equation without a unit coefficient -/
/-- The value of the new atom. -/
abbrev bmod_div_term (m : Nat) (a b : Coeffs) : Int := Coeffs.bmod_dot_sub_dot_bmod m a b / m
/-- The coefficients of the new equation, with the new atom at place `i`. -/
def bmod_coeffs (m : Nat) (i : Nat) (x : Coeffs) : Coeffs := Coeffs.set (Coeffs.bmod x m) i m
theorem bmod_sat (m : Nat) (r : Int) (i : Nat) (x v : Coeffs) (h : x.length ≤ i) (p : Coeffs.get v i = bmod_div_term m x v)
    (w : (Constraint.exact r).sat' x v) : (Constraint.exact (Int.bmod r m)).sat' (bmod_coeffs m i x) v := by
  have e : r = IntList.dot x v := (Constraint.exact_sat r _).mp w
  have l : (Coeffs.bmod x m).length ≤ i := Nat.le_trans (Coeffs.bmod_length x m) h
  refine (Constraint.exact_sat _ _).mpr ?_
  show Int.bmod r m = IntList.dot (IntList.set (Coeffs.bmod x m) i m) v
  rw [IntList.set_dot_of_length_le _ _ l]
  have g : IntList.get v i = Coeffs.bmod_dot_sub_dot_bmod m x v / m := p
  rw [g, Int.mul_ediv_cancel' (IntList.dvd_bmod_dot_sub_dot_bmod m x v), e]
  show _ = IntList.dot (IntList.bmod x m) v + (Int.bmod (IntList.dot x v) m - IntList.dot (IntList.bmod x m) v)
  rw [Int.add_comm, Int.sub_add_cancel]
end Lean.Omega
