prelude
import Init.Grind.Linarith
/-! The module of differences of a module without negation, for `grind`: pairs of elements, where `(a, b)` stands for
`a - b`, ordered like the elements if addition keeps their order. Where addition cannot be cancelled, sums are compared. -/
universe u v
set_option linter.unusedSectionVars false
namespace Lean.Grind.IntModule.OfNatModule
open AddCommMonoid

section
variable (α : Type u) [NatModule α]
/-- `a - b` and `c - d` are the same difference. -/
def rel (p q : α × α) : Prop := ∃ k, p.1 + q.2 + k = q.1 + p.2 + k
def Q : Type u := Quot (rel α)
end

section
variable {α : Type u} [NatModule α]
theorem rel_refl (p : α × α) : rel α p p := ⟨0, rfl⟩
theorem rel_symm {p q : α × α} : rel α p q → rel α q p := fun ⟨k, h⟩ => ⟨k, h.symm⟩
theorem rel_trans {p q r : α × α} : rel α p q → rel α q r → rel α p r := fun ⟨k, h⟩ ⟨l, h'⟩ => by
  refine ⟨q.1 + q.2 + k + l, ?_⟩
  calc p.1 + r.2 + (q.1 + q.2 + k + l)
    _ = p.1 + q.2 + k + (q.1 + r.2 + l) := by simp only [add_comm, add_left_comm]
    _ = q.1 + p.2 + k + (r.1 + q.2 + l) := by rw [h, h']
    _ = r.1 + p.2 + (q.1 + q.2 + k + l) := by simp only [add_comm, add_left_comm]
def Q.mk (p : α × α) : Q α := Quot.mk (rel α) p
theorem Q.sound {p q : α × α} (h : rel α p q) : Q.mk p = Q.mk q := Quot.sound h
@[elab_as_elim] theorem Q.ind {motive : Q α → Prop} (h : ∀ p, motive (Q.mk p)) (q : Q α) : motive q := Quot.ind h q
theorem Q.exact {p q : α × α} (h : Q.mk p = Q.mk q) : rel α p q :=
  (congrArg (Quot.lift (r := rel α) (fun r => rel α p r)
    fun _ _ s => propext ⟨fun t => rel_trans t s, fun t => rel_trans t (rel_symm s)⟩) h).mp (rel_refl p)
/-- A function of two pairs that respects sameness on either side is one of two differences. -/
def Q.lift₂ {β : Sort v} (f : α × α → α × α → β) (h₁ : ∀ p q r, rel α p q → f p r = f q r)
    (h₂ : ∀ p q r, rel α p q → f r p = f r q) : Q α → Q α → β :=
  Quot.lift (fun p => Quot.lift (f p) fun q r => h₂ q r p) fun p q h => funext (Q.ind fun r => h₁ p q r h)
def add : Q α → Q α → Q α := Q.lift₂ (fun p q => Q.mk (p.1 + q.1, p.2 + q.2))
  (fun p q r ⟨k, h⟩ => Q.sound ⟨k + r.1 + r.2, by
    show p.1 + r.1 + (q.2 + r.2) + (k + r.1 + r.2) = q.1 + r.1 + (p.2 + r.2) + (k + r.1 + r.2)
    calc p.1 + r.1 + (q.2 + r.2) + (k + r.1 + r.2)
      _ = (p.1 + q.2 + k) + (r.1 + r.2 + r.1 + r.2) := by simp only [add_comm, add_left_comm]
      _ = (q.1 + p.2 + k) + (r.1 + r.2 + r.1 + r.2) := by rw [h]
      _ = q.1 + r.1 + (p.2 + r.2) + (k + r.1 + r.2) := by simp only [add_comm, add_left_comm]⟩)
  (fun p q r ⟨k, h⟩ => Q.sound ⟨k + r.1 + r.2, by
    show r.1 + p.1 + (r.2 + q.2) + (k + r.1 + r.2) = r.1 + q.1 + (r.2 + p.2) + (k + r.1 + r.2)
    calc r.1 + p.1 + (r.2 + q.2) + (k + r.1 + r.2)
      _ = (p.1 + q.2 + k) + (r.1 + r.2 + r.1 + r.2) := by simp only [add_comm, add_left_comm]
      _ = (q.1 + p.2 + k) + (r.1 + r.2 + r.1 + r.2) := by rw [h]
      _ = r.1 + q.1 + (r.2 + p.2) + (k + r.1 + r.2) := by simp only [add_comm, add_left_comm]⟩)
def neg : Q α → Q α := Quot.lift (fun p => Q.mk (p.2, p.1)) fun p q ⟨k, h⟩ => Q.sound ⟨k, by
  show p.2 + q.1 + k = q.2 + p.1 + k
  rw [add_comm p.2, add_comm q.2, h]⟩
def nsmul (n : Nat) : Q α → Q α := Quot.lift (fun p => Q.mk (n • p.1, n • p.2)) fun p q ⟨k, h⟩ => Q.sound ⟨n • k, by
  show n • p.1 + n • q.2 + n • k = n • q.1 + n • p.2 + n • k
  rw [← NatModule.nsmul_add, ← NatModule.nsmul_add, h, NatModule.nsmul_add, NatModule.nsmul_add]⟩
def zsmul : Int → Q α → Q α
  | .ofNat n, a => nsmul n a
  | .negSucc n, a => neg (nsmul (n + 1) a)
def toQ (a : α) : Q α := Q.mk (a, 0)
theorem mk_congr {a b c d : α} (h : a = c) (h' : b = d) : Q.mk (a, b) = Q.mk (c, d) := by rw [h, h']

theorem add_zero' (a : Q α) : add a (toQ 0) = a := by
  refine Q.ind (fun p => ?_) a
  exact mk_congr (add_zero _) (add_zero _)
theorem add_comm' (a b : Q α) : add a b = add b a := by
  refine Q.ind (fun p => ?_) a
  refine Q.ind (fun q => ?_) b
  exact mk_congr (add_comm _ _) (add_comm _ _)
theorem add_assoc' (a b c : Q α) : add (add a b) c = add a (add b c) := by
  refine Q.ind (fun p => ?_) a
  refine Q.ind (fun q => ?_) b
  refine Q.ind (fun r => ?_) c
  exact mk_congr (add_assoc _ _ _) (add_assoc _ _ _)
theorem neg_add_cancel' (a : Q α) : add (neg a) a = toQ 0 := by
  refine Q.ind (fun p => ?_) a
  refine Q.sound ⟨0, ?_⟩
  show p.2 + p.1 + 0 + 0 = 0 + (p.1 + p.2) + 0
  rw [add_zero, zero_add, add_comm p.2]
theorem nsmul_zero' (a : Q α) : nsmul 0 a = toQ 0 := by
  refine Q.ind (fun p => ?_) a
  exact mk_congr (NatModule.zero_nsmul _) (NatModule.zero_nsmul _)
theorem nsmul_succ' (n : Nat) (a : Q α) : nsmul (n + 1) a = add (nsmul n a) a := by
  refine Q.ind (fun p => ?_) a
  exact mk_congr (NatModule.add_one_nsmul _ _) (NatModule.add_one_nsmul _ _)
/-- The additive group of differences. -/
@[reducible] def group : AddCommGroup (Q α) where
  zero := toQ 0
  add := add
  neg := neg
  sub a b := add a (neg b)
  add_zero := add_zero'
  add_comm := add_comm'
  add_assoc := add_assoc'
  neg_add_cancel := neg_add_cancel'
  sub_eq_add_neg _ _ := rfl
theorem zsmul_succ' (k : Int) (a : Q α) : zsmul (k + 1) a = add (zsmul k a) a := by
  match k with
  | .ofNat n => exact nsmul_succ' n a
  | .negSucc 0 =>
    show nsmul 0 a = add (neg (nsmul 1 a)) a
    rw [nsmul_succ', nsmul_zero', add_comm' (toQ 0), add_zero']
    exact (neg_add_cancel' a).symm
  | .negSucc (n + 1) =>
    show neg (nsmul (n + 1) a) = add (neg (nsmul (n + 2) a)) a
    letI := group (α := α)
    rw [nsmul_succ' (n + 1)]
    show -(nsmul (n + 1) a) = -(nsmul (n + 1) a + a) + a
    rw [AddCommGroup.neg_add, AddCommGroup.neg_add_cancel_right]
theorem add_zsmul' (k l : Int) (a : Q α) : zsmul (k + l) a = add (zsmul k a) (zsmul l a) := by
  letI := group (α := α)
  have up : ∀ (m : Int), zsmul (m + 1) a = zsmul m a + a := fun m => zsmul_succ' m a
  show zsmul (k + l) a = zsmul k a + zsmul l a
  have nat : ∀ n : Nat, zsmul (k + n) a = zsmul k a + zsmul n a := fun n => by
    induction n with
    | zero =>
      rw [Int.natCast_zero, Int.add_zero, show zsmul 0 a = (0 : Q α) from nsmul_zero' a, AddCommMonoid.add_zero]
    | succ n ih => rw [Int.natCast_succ, ← Int.add_assoc, up, ih, up, AddCommMonoid.add_assoc]
  match l with
  | .ofNat n => exact nat n
  | .negSucc n =>
    have e : ∀ m : Nat, zsmul (k - m) a + zsmul m a = zsmul k a := fun m => by
      induction m with
      | zero =>
        rw [Int.natCast_zero, Int.sub_zero, show zsmul 0 a = (0 : Q α) from nsmul_zero' a, AddCommMonoid.add_zero]
      | succ m ih =>
        rw [← ih, show k - (m : Int) = k - ((m + 1 : Nat) : Int) + 1 by omega, up, Int.natCast_succ, up,
          AddCommMonoid.add_assoc, AddCommMonoid.add_comm a]
    rw [← e (n + 1)]
    show zsmul (k - ((n + 1 : Nat) : Int)) a = zsmul (k - ((n + 1 : Nat) : Int)) a + zsmul ((n + 1 : Nat) : Int) a + -(zsmul ((n + 1 : Nat) : Int) a)
    rw [AddCommGroup.add_neg_cancel_right]
/-- The module of differences. -/
@[reducible] def ofNatModule : IntModule (Q α) where
  toAddCommGroup := group
  nsmul := ⟨nsmul⟩
  zsmul := ⟨zsmul⟩
  zero_zsmul := nsmul_zero'
  one_zsmul a := by
    show nsmul 1 a = a
    rw [nsmul_succ', nsmul_zero', add_comm', add_zero']
  add_zsmul := add_zsmul'
  zsmul_natCast_eq_nsmul _ _ := rfl
attribute [instance] ofNatModule

theorem toQ_zero : toQ (0 : α) = 0 := rfl
theorem toQ_add (a b : α) : toQ (a + b) = toQ a + toQ b := mk_congr rfl (add_zero 0).symm
theorem toQ_smul (n : Nat) (a : α) : toQ (n • a) = n • toQ a := mk_congr rfl (NatModule.nsmul_zero n).symm
theorem add_congr {a b : α} {a' b' : Q α} (h₁ : toQ a = a') (h₂ : toQ b = b') : toQ (a + b) = a' + b' := by
  rw [toQ_add, h₁, h₂]
theorem smul_congr (n : Nat) (a : α) (a' : Q α) (h : toQ a = a') : toQ (n • a) = n • a' := by rw [toQ_smul, h]
theorem of_eq {a b : α} {a' b' : Q α} (h₁ : toQ a = a') (h₂ : toQ b = b') (h : a = b) : a' = b' := by rw [← h₁, ← h₂, h]
theorem toQ_inj [AddRightCancel α] {a b : α} (h : toQ a = toQ b) : a = b := by
  obtain ⟨k, h⟩ := Q.exact h
  exact AddRightCancel.add_right_cancel _ _ _ (AddRightCancel.add_right_cancel _ _ _ h)
theorem of_diseq [AddRightCancel α] {a b : α} {a' b' : Q α} (h₁ : toQ a = a') (h₂ : toQ b = b') (h : a ≠ b) : a' ≠ b' :=
  fun e => h (toQ_inj (h₁.trans (e.trans h₂.symm)))
end
instance instNoNatZeroDivisorsQOfAddRightCancel {α : Type u} [NatModule α] [AddRightCancel α] [i : NoNatZeroDivisors α] :
    NoNatZeroDivisors (Q α) where
  no_nat_zero_divisors k a b hk := by
    refine Q.ind (fun p => ?_) a
    refine Q.ind (fun q => ?_) b
    intro h
    obtain ⟨c, h⟩ := Q.exact h
    have h : k • p.1 + k • q.2 + c = k • q.1 + k • p.2 + c := h
    rw [← NatModule.nsmul_add, ← NatModule.nsmul_add] at h
    exact Q.sound ⟨0, congrArg (· + 0) (i.no_nat_zero_divisors k _ _ hk (AddRightCancel.add_right_cancel _ _ _ h))⟩

/-! ## Order -/

section
variable {α : Type u} [NatModule α] [LE α] [Std.IsPreorder α] [OrderedAdd α]
theorem le_of_rel {p p' q q' : α × α} (hp : rel α p p') (hq : rel α q q') (h : p.1 + q.2 ≤ q.1 + p.2) : p'.1 + q'.2 ≤ q'.1 + p'.2 := by
  obtain ⟨k, hp⟩ := hp
  obtain ⟨l, hq⟩ := hq
  rw [OrderedAdd.add_le_left_iff (p.1 + p.2 + q.1 + q.2 + k + l)]
  have h := (OrderedAdd.add_le_left_iff (p'.1 + p.2 + k + (q.1 + q'.2 + l))).mp h
  calc p'.1 + q'.2 + (p.1 + p.2 + q.1 + q.2 + k + l)
    _ = p.1 + q.2 + (p'.1 + p.2 + k + (q.1 + q'.2 + l)) := by simp only [add_comm, add_left_comm]
    _ ≤ q.1 + p.2 + (p'.1 + p.2 + k + (q.1 + q'.2 + l)) := h
    _ = q.1 + p.2 + (p.1 + p'.2 + k + (q'.1 + q.2 + l)) := by rw [hp, hq]
    _ = q'.1 + p'.2 + (p.1 + p.2 + q.1 + q.2 + k + l) := by simp only [add_comm, add_left_comm]
instance instLEQOfOrderedAdd : LE (Q α) where
  le := Q.lift₂ (fun p q => p.1 + q.2 ≤ q.1 + p.2)
    (fun _ _ r h => propext ⟨le_of_rel h (rel_refl r), le_of_rel (rel_symm h) (rel_refl r)⟩)
    (fun _ _ r h => propext ⟨le_of_rel (rel_refl r) h, le_of_rel (rel_refl r) (rel_symm h)⟩)
instance instLTQOfOrderedAdd : LT (Q α) := ⟨fun a b => a ≤ b ∧ ¬b ≤ a⟩
instance : Std.LawfulOrderLT (Q α) := ⟨fun _ _ => Iff.rfl⟩
theorem mk_le_mk {p q : α × α} : Q.mk p ≤ Q.mk q ↔ p.1 + q.2 ≤ q.1 + p.2 := Iff.rfl
theorem toQ_le {a b : α} : toQ a ≤ toQ b ↔ a ≤ b := by
  show a + 0 ≤ b + 0 ↔ a ≤ b
  rw [add_zero, add_zero]
theorem toQ_lt [LT α] [Std.LawfulOrderLT α] {a b : α} : toQ a < toQ b ↔ a < b := by
  show toQ a ≤ toQ b ∧ ¬toQ b ≤ toQ a ↔ _
  rw [toQ_le, toQ_le, Std.lt_iff_le_and_not_ge]
instance instIsPreorderQ : Std.IsPreorder (Q α) where
  le_refl a := by
    refine Q.ind (fun p => ?_) a
    exact Std.le_refl (p.1 + p.2)
  le_trans a b c := by
    refine Q.ind (fun p => ?_) a
    refine Q.ind (fun q => ?_) b
    refine Q.ind (fun r => ?_) c
    intro h k
    have h : p.1 + q.2 ≤ q.1 + p.2 := h
    have k : q.1 + r.2 ≤ r.1 + q.2 := k
    have l := OrderedAdd.add_le_add h k
    show p.1 + r.2 ≤ r.1 + p.2
    rw [OrderedAdd.add_le_left_iff (q.1 + q.2)]
    calc p.1 + r.2 + (q.1 + q.2)
      _ = p.1 + q.2 + (q.1 + r.2) := by simp only [add_comm, add_left_comm]
      _ ≤ q.1 + p.2 + (r.1 + q.2) := l
      _ = r.1 + p.2 + (q.1 + q.2) := by simp only [add_comm, add_left_comm]
instance instOrderedAddQ : OrderedAdd (Q α) where
  add_le_left_iff {a b} c := by
    refine Q.ind (fun p => ?_) a
    refine Q.ind (fun q => ?_) b
    refine Q.ind (fun r => ?_) c
    show p.1 + q.2 ≤ q.1 + p.2 ↔ p.1 + r.1 + (q.2 + r.2) ≤ q.1 + r.1 + (p.2 + r.2)
    rw [OrderedAdd.add_le_left_iff (r.1 + r.2), show p.1 + q.2 + (r.1 + r.2) = p.1 + r.1 + (q.2 + r.2) by
      simp only [add_assoc, add_left_comm], show q.1 + p.2 + (r.1 + r.2) = q.1 + r.1 + (p.2 + r.2) by
      simp only [add_assoc, add_left_comm]]
theorem of_le {a b : α} {a' b' : Q α} (h₁ : toQ a = a') (h₂ : toQ b = b') (h : a ≤ b) : a' ≤ b' := by
  rw [← h₁, ← h₂]; exact toQ_le.mpr h
theorem of_not_le {a b : α} {a' b' : Q α} (h₁ : toQ a = a') (h₂ : toQ b = b') (h : ¬a ≤ b) : ¬a' ≤ b' := by
  rw [← h₁, ← h₂]; exact fun k => h (toQ_le.mp k)
end
section
variable {α : Type u} [NatModule α] [LE α] [LT α] [Std.LawfulOrderLT α] [Std.IsPreorder α] [OrderedAdd α]
theorem of_lt {a b : α} {a' b' : Q α} (h₁ : toQ a = a') (h₂ : toQ b = b') (h : a < b) : a' < b' := by
  rw [← h₁, ← h₂]; exact toQ_lt.mpr h
theorem of_not_lt {a b : α} {a' b' : Q α} (h₁ : toQ a = a') (h₂ : toQ b = b') (h : ¬a < b) : ¬a' < b' := by
  rw [← h₁, ← h₂]; exact fun k => h (toQ_lt.mp k)
end
instance instIsLinearOrderQ {α : Type u} [NatModule α] [LE α] [Std.IsLinearOrder α] [OrderedAdd α] : Std.IsLinearOrder (Q α) where
  toIsPreorder := instIsPreorderQ
  le_antisymm a b := by
    refine Q.ind (fun p => ?_) a
    refine Q.ind (fun q => ?_) b
    intro h k
    exact Q.sound ⟨0, congrArg (· + 0) (Std.le_antisymm (α := α) h k)⟩
  le_total a b := by
    refine Q.ind (fun p => ?_) a
    refine Q.ind (fun q => ?_) b
    exact Std.le_total (α := α)
end Lean.Grind.IntModule.OfNatModule

/-! ## Sums of natural multiples -/

namespace Lean.Grind.Linarith
open AddCommMonoid
open Int.Internal.Linear (and_true_split)
inductive NatPoly where
  | nil
  | add (k : Nat) (v : Var) (p : NatPoly)
/-- Adds `k * v`, in the order of the atoms. -/
def NatPoly.insert (k : Nat) (v : Var) : NatPoly → NatPoly
  | .nil => .add k v .nil
  | .add k' v' p => cond (Nat.beq v v') (.add (k + k') v p) (cond (Nat.ble v v') (.add k v (.add k' v' p)) (.add k' v' (insert k v p)))
/-- Adds `c * e`. -/
def Expr.addToN (c : Nat) : Expr → NatPoly → NatPoly
  | .var v, p => cond (Nat.beq c 0) p (p.insert c v)
  | .add a b, p => addToN c b (addToN c a p)
  | .natMul k a, p => addToN (c * k) a p
  | .zero, p => p
  | .neg _, p => p
  | .sub _ _, p => p
  | .intMul _ _, p => p
def NatPoly.beq : NatPoly → NatPoly → Bool
  | .nil, .nil => true
  | .add k v p, .add l w q => Nat.beq k l && (Nat.beq v w && p.beq q)
  | _, _ => false
section
variable {α : Type u} [NatModule α] (ctx : Context α)
/-- The value; what has no meaning without negation is 0. -/
def Expr.denoteN : Expr → α
  | .var v => v.denote ctx
  | .add a b => denoteN a + denoteN b
  | .natMul k a => k • denoteN a
  | .zero => 0
  | .neg _ => 0
  | .sub _ _ => 0
  | .intMul _ _ => 0
def NatPoly.denote : NatPoly → α
  | .nil => 0
  | .add k v p => k • v.denote ctx + denote p
theorem NatPoly.denote_insert (k : Nat) (v : Var) (p : NatPoly) : (p.insert k v).denote ctx = k • v.denote ctx + p.denote ctx := by
  induction p with
  | nil => rfl
  | add k' v' p ih =>
    show NatPoly.denote ctx (cond (Nat.beq v v') _ _) = k • v.denote ctx + (k' • v'.denote ctx + p.denote ctx)
    cases h : Nat.beq v v' with
    | true => rw [← Nat.eq_of_beq_eq_true h, ← add_assoc, ← NatModule.add_nsmul]; rfl
    | false =>
      show NatPoly.denote ctx (cond (Nat.ble v v') _ _) = _
      cases Nat.ble v v' with
      | true => rfl
      | false =>
        show k' • v'.denote ctx + (p.insert k v).denote ctx = _
        rw [ih, add_left_comm]
theorem mul_nsmul (k l : Nat) (a : α) : (k * l) • a = k • (l • a) := by
  induction k with
  | zero => rw [Nat.zero_mul, NatModule.zero_nsmul, NatModule.zero_nsmul]
  | succ k ih => rw [Nat.succ_mul, NatModule.add_nsmul, ih, NatModule.add_one_nsmul]
theorem Expr.denote_addToN (c : Nat) (e : Expr) (p : NatPoly) : (e.addToN c p).denote ctx = c • e.denoteN ctx + p.denote ctx := by
  have none : p.denote ctx = c • (0 : α) + p.denote ctx := by rw [NatModule.nsmul_zero, zero_add]
  induction e generalizing c p with
  | var v =>
    show NatPoly.denote ctx (cond (Nat.beq c 0) _ _) = _
    cases h : Nat.beq c 0 with
    | true => rw [Nat.eq_of_beq_eq_true h, NatModule.zero_nsmul, zero_add]; rfl
    | false => exact NatPoly.denote_insert ctx c v p
  | add a b iha ihb =>
    refine (ihb _ _ (by rw [NatModule.nsmul_zero, zero_add])).trans ?_
    rw [iha _ _ none]
    show _ = c • (a.denoteN ctx + b.denoteN ctx) + _
    rw [NatModule.nsmul_add, add_left_comm, add_assoc]
  | natMul k a ih =>
    refine (ih _ _ (by rw [NatModule.nsmul_zero, zero_add])).trans ?_
    rw [mul_nsmul]; rfl
  | zero => exact none
  | neg a => exact none
  | sub a b => exact none
  | intMul k a => exact none
theorem NatPoly.eq_of_beq : {p q : NatPoly} → p.beq q = true → p = q
  | .nil, .nil, _ => rfl
  | .add k v p, .add l w q, h => by
    obtain ⟨hk, h⟩ := and_true_split h
    obtain ⟨hv, h⟩ := and_true_split h
    rw [Nat.eq_of_beq_eq_true hk, Nat.eq_of_beq_eq_true hv, eq_of_beq h]
  | .nil, .add .., h => Bool.noConfusion h
  | .add .., .nil, h => Bool.noConfusion h
theorem eq_normN (lhs rhs : Expr) (h : (lhs.addToN 1 .nil).beq (rhs.addToN 1 .nil) = true) : lhs.denoteN ctx = rhs.denoteN ctx := by
  have l := Expr.denote_addToN ctx 1 lhs .nil
  have r := Expr.denote_addToN ctx 1 rhs .nil
  rw [show NatPoly.denote ctx .nil = (0 : α) from rfl, add_zero, NatModule.one_nsmul] at l r
  rw [← l, ← r, NatPoly.eq_of_beq h]
end
end Lean.Grind.Linarith
