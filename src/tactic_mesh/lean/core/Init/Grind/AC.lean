prelude
import Init.Data.AC.Reflection
import Init.Data.Int.Linear
/-! The steps of `grind` for associative operations, which may be commutative or idempotent and may have a neutral element:
equations between sequences of atoms. A step is checked by bringing what it says and what it came from to normal form. -/
universe u
-- The solver gives every step all instances of its operation, needed or not.
set_option linter.unusedSectionVars false
namespace Lean.Grind.AC
open Int.Internal.Linear (and_true_split)

abbrev Var := Nat
structure Context (α : Sort u) where
  vars : RArray (PLift α)
  op : α → α → α
inductive Expr where
  | var (x : Var)
  | op (lhs rhs : Expr)
/-- Atoms in a row; never empty. If there is a neutral element, it is the atom 0. -/
inductive Seq where
  | var (x : Var)
  | cons (x : Var) (s : Seq)

variable {α : Sort u} (ctx : Context α)
def Var.denote (x : Var) : α := (ctx.vars.get x).down
def Expr.denote : Expr → α
  | .var x => Var.denote ctx x
  | .op a b => ctx.op (denote a) (denote b)
def Seq.denote : Seq → α
  | .var x => Var.denote ctx x
  | .cons x s => ctx.op (Var.denote ctx x) (denote s)

/-! ## Normal forms -/

def Seq.append : Seq → Seq → Seq
  | .var x, t => .cons x t
  | .cons x s, t => .cons x (append s t)
def Expr.toSeq : Expr → Seq
  | .var x => .var x
  | .op a b => a.toSeq.append b.toSeq
def Seq.beq : Seq → Seq → Bool
  | .var x, .var y => Nat.beq x y
  | .cons x s, .cons y t => Nat.beq x y && s.beq t
  | _, _ => false
def Seq.insert (x : Var) : Seq → Seq
  | .var y => cond (Nat.ble x y) (.cons x (.var y)) (.cons y (.var x))
  | .cons y s => cond (Nat.ble x y) (.cons x (.cons y s)) (.cons y (insert x s))
def Seq.sort : Seq → Seq
  | .var x => .var x
  | .cons x s => s.sort.insert x
/-- `x` before `s`, where neutral elements are left out. -/
def Seq.consNonzero (x : Var) : Seq → Seq
  | .var y => cond (Nat.beq y 0) (.var x) (cond (Nat.beq x 0) (.var y) (.cons x (.var y)))
  | .cons y s => cond (Nat.beq x 0) (.cons y s) (.cons x (.cons y s))
def Seq.erase0 : Seq → Seq
  | .var x => .var x
  | .cons x s => s.erase0.consNonzero x
/-- `x` before `s`, but once where `s` begins with it. -/
def Seq.consOnce (x : Var) : Seq → Seq
  | .var y => cond (Nat.beq x y) (.var y) (.cons x (.var y))
  | .cons y s => cond (Nat.beq x y) (.cons y s) (.cons x (.cons y s))
def Seq.eraseDup : Seq → Seq
  | .var x => .var x
  | .cons x s => s.eraseDup.consOnce x

theorem Seq.eq_of_beq : {s t : Seq} → s.beq t = true → s = t
  | .var _, .var _, h => congrArg Seq.var (Nat.eq_of_beq_eq_true h)
  | .cons x s, .cons y t, h => by
    obtain ⟨hx, h⟩ := and_true_split h
    rw [Nat.eq_of_beq_eq_true hx, eq_of_beq h]
  | .var _, .cons .., h => Bool.noConfusion h
  | .cons .., .var _, h => Bool.noConfusion h

variable {ctx}
theorem Seq.denote_append (ha : Std.Associative ctx.op) (s t : Seq) : (s.append t).denote ctx = ctx.op (s.denote ctx) (t.denote ctx) := by
  induction s with
  | var x => rfl
  | cons x s ih => exact (congrArg (ctx.op _) ih).trans (ha.assoc _ _ _).symm
theorem Expr.denote_toSeq (ha : Std.Associative ctx.op) (e : Expr) : e.toSeq.denote ctx = e.denote ctx := by
  induction e with
  | var x => rfl
  | op a b iha ihb => exact (Seq.denote_append ha _ _).trans (congr (congrArg ctx.op iha) ihb)
theorem Seq.denote_insert (ha : Std.Associative ctx.op) (hc : Std.Commutative ctx.op) (x : Var) (s : Seq) :
    (s.insert x).denote ctx = ctx.op (Var.denote ctx x) (s.denote ctx) := by
  induction s with
  | var y =>
    show Seq.denote ctx (cond (Nat.ble x y) _ _) = _
    cases Nat.ble x y with
    | true => rfl
    | false => exact hc.comm _ _
  | cons y s ih =>
    show Seq.denote ctx (cond (Nat.ble x y) _ _) = _
    cases Nat.ble x y with
    | true => rfl
    | false =>
      show ctx.op (Var.denote ctx y) ((s.insert x).denote ctx) = ctx.op _ (ctx.op (Var.denote ctx y) (s.denote ctx))
      rw [ih, ← ha.assoc, ← ha.assoc, hc.comm (Var.denote ctx y)]
theorem Seq.denote_sort (ha : Std.Associative ctx.op) (hc : Std.Commutative ctx.op) (s : Seq) : s.sort.denote ctx = s.denote ctx := by
  induction s with
  | var x => rfl
  | cons x s ih => exact (denote_insert ha hc x _).trans (congrArg (ctx.op _) ih)
theorem Seq.denote_consNonzero (hn : Std.LawfulIdentity ctx.op (Var.denote ctx 0)) (x : Var) (s : Seq) :
    (s.consNonzero x).denote ctx = ctx.op (Var.denote ctx x) (s.denote ctx) := by
  cases s with
  | var y =>
    show Seq.denote ctx (cond (Nat.beq y 0) _ (cond (Nat.beq x 0) _ _)) = ctx.op _ (Var.denote ctx y)
    cases h : Nat.beq y 0 with
    | true => rw [Nat.eq_of_beq_eq_true h]; exact (hn.right_id _).symm
    | false =>
      cases h : Nat.beq x 0 with
      | true => rw [Nat.eq_of_beq_eq_true h]; exact (hn.left_id _).symm
      | false => rfl
  | cons y s =>
    show Seq.denote ctx (cond (Nat.beq x 0) _ _) = _
    cases h : Nat.beq x 0 with
    | true => rw [Nat.eq_of_beq_eq_true h]; exact (hn.left_id _).symm
    | false => rfl
theorem Seq.denote_erase0 (hn : Std.LawfulIdentity ctx.op (Var.denote ctx 0)) (s : Seq) : s.erase0.denote ctx = s.denote ctx := by
  induction s with
  | var x => rfl
  | cons x s ih => exact (denote_consNonzero hn x _).trans (congrArg (ctx.op _) ih)
theorem Seq.denote_consOnce (ha : Std.Associative ctx.op) (hi : Std.IdempotentOp ctx.op) (x : Var) (s : Seq) :
    (s.consOnce x).denote ctx = ctx.op (Var.denote ctx x) (s.denote ctx) := by
  cases s with
  | var y =>
    show Seq.denote ctx (cond (Nat.beq x y) _ _) = ctx.op _ (Var.denote ctx y)
    cases h : Nat.beq x y with
    | true => rw [Nat.eq_of_beq_eq_true h]; exact (hi.idempotent _).symm
    | false => rfl
  | cons y s =>
    show Seq.denote ctx (cond (Nat.beq x y) _ _) = ctx.op _ (ctx.op (Var.denote ctx y) (s.denote ctx))
    cases h : Nat.beq x y with
    | true => rw [Nat.eq_of_beq_eq_true h, ← ha.assoc, hi.idempotent]; rfl
    | false => rfl
theorem Seq.denote_eraseDup (ha : Std.Associative ctx.op) (hi : Std.IdempotentOp ctx.op) (s : Seq) : s.eraseDup.denote ctx = s.denote ctx := by
  induction s with
  | var x => rfl
  | cons x s ih => exact (denote_consOnce ha hi x _).trans (congrArg (ctx.op _) ih)

/-- Whether two sequences are equal by the laws that `norm` stands for. -/
def same (norm : Seq → Seq) (s t : Seq) : Bool := (norm s).beq (norm t)
/-- That `norm` keeps the value. -/
def Keeps (ctx : Context α) (norm : Seq → Seq) : Prop := ∀ s : Seq, (norm s).denote ctx = s.denote ctx
theorem of_same {norm : Seq → Seq} (hn : Keeps ctx norm) {s t : Seq} (h : same norm s t = true) : s.denote ctx = t.denote ctx := by
  rw [← hn s, ← hn t, Seq.eq_of_beq h]
def Seq.normA (s : Seq) : Seq := s
def Seq.normAC (s : Seq) : Seq := s.sort
def Seq.normAI (s : Seq) : Seq := s.erase0
def Seq.normACI (s : Seq) : Seq := s.erase0.sort
def Seq.normAD (s : Seq) : Seq := s.eraseDup
def Seq.normACD (s : Seq) : Seq := s.sort.eraseDup
section
variable [ha : Std.Associative ctx.op]
omit ha in
theorem keepsA : Keeps ctx .normA := fun _ => rfl
theorem keepsAC [hc : Std.Commutative ctx.op] : Keeps ctx .normAC := Seq.denote_sort ha hc
omit ha in
theorem keepsAI [hn : Std.LawfulIdentity ctx.op (Var.denote ctx 0)] : Keeps ctx .normAI := Seq.denote_erase0 hn
theorem keepsACI [hc : Std.Commutative ctx.op] [hn : Std.LawfulIdentity ctx.op (Var.denote ctx 0)] : Keeps ctx .normACI :=
  fun s => (Seq.denote_sort ha hc _).trans (Seq.denote_erase0 hn s)
theorem keepsAD [hi : Std.IdempotentOp ctx.op] : Keeps ctx .normAD := Seq.denote_eraseDup ha hi
theorem keepsACD [hc : Std.Commutative ctx.op] [hi : Std.IdempotentOp ctx.op] : Keeps ctx .normACD :=
  fun s => (Seq.denote_eraseDup ha hi _).trans (Seq.denote_sort ha hc s)
end

/-! ## Steps without laws -/

section
variable (ctx)
theorem refl (s : Seq) : s.denote ctx = s.denote ctx := rfl
theorem eq_orient (lhs rhs : Seq) (h : lhs.denote ctx = rhs.denote ctx) : rhs.denote ctx = lhs.denote ctx := h.symm
theorem eq_simp_lhs_exact (lhs₁ rhs₁ rhs₂ : Seq) (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) (h₂ : lhs₁.denote ctx = rhs₂.denote ctx) :
    rhs₁.denote ctx = rhs₂.denote ctx := h₁.symm.trans h₂
theorem eq_simp_rhs_exact (lhs₁ rhs₁ lhs₂ : Seq) (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) (h₂ : lhs₂.denote ctx = lhs₁.denote ctx) :
    lhs₂.denote ctx = rhs₁.denote ctx := h₂.trans h₁
theorem diseq_simp_lhs_exact (lhs₁ rhs₁ rhs₂ : Seq) (h₁ : lhs₁.denote ctx = rhs₁.denote ctx)
    (h₂ : lhs₁.denote ctx ≠ rhs₂.denote ctx) : rhs₁.denote ctx ≠ rhs₂.denote ctx := h₁ ▸ h₂
theorem diseq_simp_rhs_exact (lhs₁ rhs₁ lhs₂ : Seq) (h₁ : lhs₁.denote ctx = rhs₁.denote ctx)
    (h₂ : lhs₂.denote ctx ≠ lhs₁.denote ctx) : lhs₂.denote ctx ≠ rhs₁.denote ctx := h₁ ▸ h₂
theorem diseq_unsat (lhs rhs : Seq) (h : lhs.beq rhs = true) (h₁ : lhs.denote ctx ≠ rhs.denote ctx) : False :=
  h₁ (congrArg (Seq.denote ctx) (Seq.eq_of_beq h))
theorem eq_expr_seq_seq (e : Expr) (s₁ s₂ : Seq) (h₁ : e.denote ctx = s₁.denote ctx) (h₂ : s₁.denote ctx = s₂.denote ctx) :
    e.denote ctx = s₂.denote ctx := h₁.trans h₂
theorem imp_eq (lhs rhs : Expr) (s : Seq) (h₁ : lhs.denote ctx = s.denote ctx) (h₂ : rhs.denote ctx = s.denote ctx) :
    lhs.denote ctx = rhs.denote ctx := h₁.trans h₂.symm
end

/-! ## Normal forms of what is known -/

theorem Expr.of_same [ha : Std.Associative ctx.op] {norm : Seq → Seq} (hn : Keeps ctx norm) {e : Expr} {s : Seq}
    (h : same norm e.toSeq s = true) : e.denote ctx = s.denote ctx := (Expr.denote_toSeq ha e).symm.trans (AC.of_same hn h)
theorem of_same₂ {norm : Seq → Seq} (hn : Keeps ctx norm) {s t s' t' : Seq} (h : (same norm s s' && same norm t t') = true) :
    s.denote ctx = s'.denote ctx ∧ t.denote ctx = t'.denote ctx := (and_true_split h).imp (of_same hn) (of_same hn)
theorem Expr.of_same₂ [Std.Associative ctx.op] {norm : Seq → Seq} (hn : Keeps ctx norm) {e f : Expr} {s t : Seq}
    (h : (same norm e.toSeq s && same norm f.toSeq t) = true) : e.denote ctx = s.denote ctx ∧ f.denote ctx = t.denote ctx :=
  (and_true_split h).imp (of_same hn) (of_same hn)

section
variable (ctx) [Std.Associative ctx.op]
theorem norm_a (e : Expr) (s : Seq) (h : same .normA e.toSeq s = true) : e.denote ctx = s.denote ctx := Expr.of_same keepsA h
theorem eq_norm_a (lhs rhs : Expr) (lhs' rhs' : Seq) (h : (same .normA lhs.toSeq lhs' && same .normA rhs.toSeq rhs') = true)
    (h₁ : lhs.denote ctx = rhs.denote ctx) : lhs'.denote ctx = rhs'.denote ctx := by
  obtain ⟨e, f⟩ := Expr.of_same₂ (ctx := ctx) keepsA h
  rw [← e, ← f, h₁]
theorem diseq_norm_a (lhs rhs : Expr) (lhs' rhs' : Seq) (h : (same .normA lhs.toSeq lhs' && same .normA rhs.toSeq rhs') = true)
    (h₁ : lhs.denote ctx ≠ rhs.denote ctx) : lhs'.denote ctx ≠ rhs'.denote ctx := by
  obtain ⟨e, f⟩ := Expr.of_same₂ (ctx := ctx) keepsA h
  rwa [← e, ← f]
end

section
variable (ctx) [Std.Associative ctx.op] [Std.Commutative ctx.op]
theorem norm_ac (e : Expr) (s : Seq) (h : same .normAC e.toSeq s = true) : e.denote ctx = s.denote ctx := Expr.of_same keepsAC h
theorem eq_norm_ac (lhs rhs : Expr) (lhs' rhs' : Seq) (h : (same .normAC lhs.toSeq lhs' && same .normAC rhs.toSeq rhs') = true)
    (h₁ : lhs.denote ctx = rhs.denote ctx) : lhs'.denote ctx = rhs'.denote ctx := by
  obtain ⟨e, f⟩ := Expr.of_same₂ (ctx := ctx) keepsAC h
  rw [← e, ← f, h₁]
theorem diseq_norm_ac (lhs rhs : Expr) (lhs' rhs' : Seq) (h : (same .normAC lhs.toSeq lhs' && same .normAC rhs.toSeq rhs') = true)
    (h₁ : lhs.denote ctx ≠ rhs.denote ctx) : lhs'.denote ctx ≠ rhs'.denote ctx := by
  obtain ⟨e, f⟩ := Expr.of_same₂ (ctx := ctx) keepsAC h
  rwa [← e, ← f]
end

section
variable (ctx) [Std.Associative ctx.op] [Std.LawfulIdentity ctx.op (Var.denote ctx 0)]
theorem norm_ai (e : Expr) (s : Seq) (h : same .normAI e.toSeq s = true) : e.denote ctx = s.denote ctx := Expr.of_same keepsAI h
theorem eq_norm_ai (lhs rhs : Expr) (lhs' rhs' : Seq) (h : (same .normAI lhs.toSeq lhs' && same .normAI rhs.toSeq rhs') = true)
    (h₁ : lhs.denote ctx = rhs.denote ctx) : lhs'.denote ctx = rhs'.denote ctx := by
  obtain ⟨e, f⟩ := Expr.of_same₂ (ctx := ctx) keepsAI h
  rw [← e, ← f, h₁]
theorem diseq_norm_ai (lhs rhs : Expr) (lhs' rhs' : Seq) (h : (same .normAI lhs.toSeq lhs' && same .normAI rhs.toSeq rhs') = true)
    (h₁ : lhs.denote ctx ≠ rhs.denote ctx) : lhs'.denote ctx ≠ rhs'.denote ctx := by
  obtain ⟨e, f⟩ := Expr.of_same₂ (ctx := ctx) keepsAI h
  rwa [← e, ← f]
end

section
variable (ctx) [Std.Associative ctx.op] [Std.Commutative ctx.op] [Std.LawfulIdentity ctx.op (Var.denote ctx 0)]
theorem norm_aci (e : Expr) (s : Seq) (h : same .normACI e.toSeq s = true) : e.denote ctx = s.denote ctx := Expr.of_same keepsACI h
theorem eq_norm_aci (lhs rhs : Expr) (lhs' rhs' : Seq) (h : (same .normACI lhs.toSeq lhs' && same .normACI rhs.toSeq rhs') = true)
    (h₁ : lhs.denote ctx = rhs.denote ctx) : lhs'.denote ctx = rhs'.denote ctx := by
  obtain ⟨e, f⟩ := Expr.of_same₂ (ctx := ctx) keepsACI h
  rw [← e, ← f, h₁]
theorem diseq_norm_aci (lhs rhs : Expr) (lhs' rhs' : Seq) (h : (same .normACI lhs.toSeq lhs' && same .normACI rhs.toSeq rhs') = true)
    (h₁ : lhs.denote ctx ≠ rhs.denote ctx) : lhs'.denote ctx ≠ rhs'.denote ctx := by
  obtain ⟨e, f⟩ := Expr.of_same₂ (ctx := ctx) keepsACI h
  rwa [← e, ← f]
end

section
variable (ctx) [Std.Associative ctx.op] [Std.IdempotentOp ctx.op]
theorem eq_erase_dup (lhs rhs lhs' rhs' : Seq) (h : (same .normAD lhs lhs' && same .normAD rhs rhs') = true)
    (h₁ : lhs.denote ctx = rhs.denote ctx) : lhs'.denote ctx = rhs'.denote ctx := by
  obtain ⟨e, f⟩ := of_same₂ (ctx := ctx) keepsAD h
  rw [← e, ← f, h₁]
theorem eq_erase_dup_rhs (lhs rhs rhs' : Seq) (h : same .normAD rhs rhs' = true) (h₁ : lhs.denote ctx = rhs.denote ctx) :
    lhs.denote ctx = rhs'.denote ctx := h₁.trans (of_same keepsAD h)
theorem diseq_erase_dup (lhs rhs lhs' rhs' : Seq) (h : (same .normAD lhs lhs' && same .normAD rhs rhs') = true)
    (h₁ : lhs.denote ctx ≠ rhs.denote ctx) : lhs'.denote ctx ≠ rhs'.denote ctx := by
  obtain ⟨e, f⟩ := of_same₂ (ctx := ctx) keepsAD h
  rwa [← e, ← f]
end

section
variable (ctx) [Std.Associative ctx.op] [Std.LawfulIdentity ctx.op (Var.denote ctx 0)]
theorem eq_erase0 (lhs rhs lhs' rhs' : Seq) (h : (same .normAI lhs lhs' && same .normAI rhs rhs') = true)
    (h₁ : lhs.denote ctx = rhs.denote ctx) : lhs'.denote ctx = rhs'.denote ctx := by
  obtain ⟨e, f⟩ := of_same₂ (ctx := ctx) keepsAI h
  rw [← e, ← f, h₁]
theorem eq_erase0_rhs (lhs rhs rhs' : Seq) (h : same .normAI rhs rhs' = true) (h₁ : lhs.denote ctx = rhs.denote ctx) :
    lhs.denote ctx = rhs'.denote ctx := h₁.trans (of_same keepsAI h)
theorem diseq_erase0 (lhs rhs lhs' rhs' : Seq) (h : (same .normAI lhs lhs' && same .normAI rhs rhs') = true)
    (h₁ : lhs.denote ctx ≠ rhs.denote ctx) : lhs'.denote ctx ≠ rhs'.denote ctx := by
  obtain ⟨e, f⟩ := of_same₂ (ctx := ctx) keepsAI h
  rwa [← e, ← f]
end

/-! ## Replacing a part by what it is equal to -/

theorem Seq.append_congr [ha : Std.Associative ctx.op] {s s' t t' : Seq} (h : s.denote ctx = s'.denote ctx)
    (k : t.denote ctx = t'.denote ctx) : (s.append t).denote ctx = (s'.append t').denote ctx := by
  rw [Seq.denote_append ha, Seq.denote_append ha, h, k]
section
variable (ctx) [Std.Associative ctx.op]
theorem simp_prefix (lhs₁ rhs₁ : Seq) (tail : Seq) (t s' : Seq)
    (h : (same .normA (lhs₁.append tail) t && same .normA (rhs₁.append tail) s') = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) : t.denote ctx = s'.denote ctx := by
  obtain ⟨e, f⟩ := of_same₂ (ctx := ctx) keepsA h
  rw [← e, ← f]
  exact Seq.append_congr h₁ rfl
theorem eq_simp_lhs_prefix (lhs₁ rhs₁ : Seq) (tail : Seq) (lhs₂ rhs₂ s' : Seq)
    (h : (same .normA (lhs₁.append tail) lhs₂ && same .normA (rhs₁.append tail) s') = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) (h₂ : lhs₂.denote ctx = rhs₂.denote ctx) : s'.denote ctx = rhs₂.denote ctx :=
  simp_prefix ctx lhs₁ rhs₁ tail lhs₂ s' h h₁ ▸ h₂
theorem eq_simp_rhs_prefix (lhs₁ rhs₁ : Seq) (tail : Seq) (lhs₂ rhs₂ s' : Seq)
    (h : (same .normA (lhs₁.append tail) rhs₂ && same .normA (rhs₁.append tail) s') = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) (h₂ : lhs₂.denote ctx = rhs₂.denote ctx) : lhs₂.denote ctx = s'.denote ctx :=
  simp_prefix ctx lhs₁ rhs₁ tail rhs₂ s' h h₁ ▸ h₂
theorem diseq_simp_lhs_prefix (lhs₁ rhs₁ : Seq) (tail : Seq) (lhs₂ rhs₂ s' : Seq)
    (h : (same .normA (lhs₁.append tail) lhs₂ && same .normA (rhs₁.append tail) s') = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) (h₂ : lhs₂.denote ctx ≠ rhs₂.denote ctx) : s'.denote ctx ≠ rhs₂.denote ctx :=
  simp_prefix ctx lhs₁ rhs₁ tail lhs₂ s' h h₁ ▸ h₂
theorem diseq_simp_rhs_prefix (lhs₁ rhs₁ : Seq) (tail : Seq) (lhs₂ rhs₂ s' : Seq)
    (h : (same .normA (lhs₁.append tail) rhs₂ && same .normA (rhs₁.append tail) s') = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) (h₂ : lhs₂.denote ctx ≠ rhs₂.denote ctx) : lhs₂.denote ctx ≠ s'.denote ctx :=
  simp_prefix ctx lhs₁ rhs₁ tail rhs₂ s' h h₁ ▸ h₂
end
section
variable (ctx) [Std.Associative ctx.op]
theorem simp_suffix (lhs₁ rhs₁ : Seq) (head : Seq) (t s' : Seq)
    (h : (same .normA (head.append lhs₁) t && same .normA (head.append rhs₁) s') = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) : t.denote ctx = s'.denote ctx := by
  obtain ⟨e, f⟩ := of_same₂ (ctx := ctx) keepsA h
  rw [← e, ← f]
  exact Seq.append_congr rfl h₁
theorem eq_simp_lhs_suffix (lhs₁ rhs₁ : Seq) (head : Seq) (lhs₂ rhs₂ s' : Seq)
    (h : (same .normA (head.append lhs₁) lhs₂ && same .normA (head.append rhs₁) s') = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) (h₂ : lhs₂.denote ctx = rhs₂.denote ctx) : s'.denote ctx = rhs₂.denote ctx :=
  simp_suffix ctx lhs₁ rhs₁ head lhs₂ s' h h₁ ▸ h₂
theorem eq_simp_rhs_suffix (lhs₁ rhs₁ : Seq) (head : Seq) (lhs₂ rhs₂ s' : Seq)
    (h : (same .normA (head.append lhs₁) rhs₂ && same .normA (head.append rhs₁) s') = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) (h₂ : lhs₂.denote ctx = rhs₂.denote ctx) : lhs₂.denote ctx = s'.denote ctx :=
  simp_suffix ctx lhs₁ rhs₁ head rhs₂ s' h h₁ ▸ h₂
theorem diseq_simp_lhs_suffix (lhs₁ rhs₁ : Seq) (head : Seq) (lhs₂ rhs₂ s' : Seq)
    (h : (same .normA (head.append lhs₁) lhs₂ && same .normA (head.append rhs₁) s') = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) (h₂ : lhs₂.denote ctx ≠ rhs₂.denote ctx) : s'.denote ctx ≠ rhs₂.denote ctx :=
  simp_suffix ctx lhs₁ rhs₁ head lhs₂ s' h h₁ ▸ h₂
theorem diseq_simp_rhs_suffix (lhs₁ rhs₁ : Seq) (head : Seq) (lhs₂ rhs₂ s' : Seq)
    (h : (same .normA (head.append lhs₁) rhs₂ && same .normA (head.append rhs₁) s') = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) (h₂ : lhs₂.denote ctx ≠ rhs₂.denote ctx) : lhs₂.denote ctx ≠ s'.denote ctx :=
  simp_suffix ctx lhs₁ rhs₁ head rhs₂ s' h h₁ ▸ h₂
end
section
variable (ctx) [Std.Associative ctx.op]
theorem simp_middle (lhs₁ rhs₁ : Seq) (head tail : Seq) (t s' : Seq)
    (h : (same .normA (head.append (lhs₁.append tail)) t && same .normA (head.append (rhs₁.append tail)) s') = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) : t.denote ctx = s'.denote ctx := by
  obtain ⟨e, f⟩ := of_same₂ (ctx := ctx) keepsA h
  rw [← e, ← f]
  exact Seq.append_congr rfl (Seq.append_congr h₁ rfl)
theorem eq_simp_lhs_middle (lhs₁ rhs₁ : Seq) (head tail : Seq) (lhs₂ rhs₂ s' : Seq)
    (h : (same .normA (head.append (lhs₁.append tail)) lhs₂ && same .normA (head.append (rhs₁.append tail)) s') = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) (h₂ : lhs₂.denote ctx = rhs₂.denote ctx) : s'.denote ctx = rhs₂.denote ctx :=
  simp_middle ctx lhs₁ rhs₁ head tail lhs₂ s' h h₁ ▸ h₂
theorem eq_simp_rhs_middle (lhs₁ rhs₁ : Seq) (head tail : Seq) (lhs₂ rhs₂ s' : Seq)
    (h : (same .normA (head.append (lhs₁.append tail)) rhs₂ && same .normA (head.append (rhs₁.append tail)) s') = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) (h₂ : lhs₂.denote ctx = rhs₂.denote ctx) : lhs₂.denote ctx = s'.denote ctx :=
  simp_middle ctx lhs₁ rhs₁ head tail rhs₂ s' h h₁ ▸ h₂
theorem diseq_simp_lhs_middle (lhs₁ rhs₁ : Seq) (head tail : Seq) (lhs₂ rhs₂ s' : Seq)
    (h : (same .normA (head.append (lhs₁.append tail)) lhs₂ && same .normA (head.append (rhs₁.append tail)) s') = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) (h₂ : lhs₂.denote ctx ≠ rhs₂.denote ctx) : s'.denote ctx ≠ rhs₂.denote ctx :=
  simp_middle ctx lhs₁ rhs₁ head tail lhs₂ s' h h₁ ▸ h₂
theorem diseq_simp_rhs_middle (lhs₁ rhs₁ : Seq) (head tail : Seq) (lhs₂ rhs₂ s' : Seq)
    (h : (same .normA (head.append (lhs₁.append tail)) rhs₂ && same .normA (head.append (rhs₁.append tail)) s') = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) (h₂ : lhs₂.denote ctx ≠ rhs₂.denote ctx) : lhs₂.denote ctx ≠ s'.denote ctx :=
  simp_middle ctx lhs₁ rhs₁ head tail rhs₂ s' h h₁ ▸ h₂
end
section
variable (ctx) [Std.Associative ctx.op] [Std.Commutative ctx.op]
theorem simp_ac (s : Seq) (lhs₁ rhs₁ : Seq) (t s' : Seq)
    (h : (same .normAC (lhs₁.append s) t && same .normAC (rhs₁.append s) s') = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) : t.denote ctx = s'.denote ctx := by
  obtain ⟨e, f⟩ := of_same₂ (ctx := ctx) keepsAC h
  rw [← e, ← f]
  exact Seq.append_congr h₁ rfl
theorem eq_simp_lhs_ac (s : Seq) (lhs₁ rhs₁ : Seq) (lhs₂ rhs₂ s' : Seq)
    (h : (same .normAC (lhs₁.append s) lhs₂ && same .normAC (rhs₁.append s) s') = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) (h₂ : lhs₂.denote ctx = rhs₂.denote ctx) : s'.denote ctx = rhs₂.denote ctx :=
  simp_ac ctx s lhs₁ rhs₁ lhs₂ s' h h₁ ▸ h₂
theorem eq_simp_rhs_ac (s : Seq) (lhs₁ rhs₁ : Seq) (lhs₂ rhs₂ s' : Seq)
    (h : (same .normAC (lhs₁.append s) rhs₂ && same .normAC (rhs₁.append s) s') = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) (h₂ : lhs₂.denote ctx = rhs₂.denote ctx) : lhs₂.denote ctx = s'.denote ctx :=
  simp_ac ctx s lhs₁ rhs₁ rhs₂ s' h h₁ ▸ h₂
theorem diseq_simp_lhs_ac (s : Seq) (lhs₁ rhs₁ : Seq) (lhs₂ rhs₂ s' : Seq)
    (h : (same .normAC (lhs₁.append s) lhs₂ && same .normAC (rhs₁.append s) s') = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) (h₂ : lhs₂.denote ctx ≠ rhs₂.denote ctx) : s'.denote ctx ≠ rhs₂.denote ctx :=
  simp_ac ctx s lhs₁ rhs₁ lhs₂ s' h h₁ ▸ h₂
theorem diseq_simp_rhs_ac (s : Seq) (lhs₁ rhs₁ : Seq) (lhs₂ rhs₂ s' : Seq)
    (h : (same .normAC (lhs₁.append s) rhs₂ && same .normAC (rhs₁.append s) s') = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) (h₂ : lhs₂.denote ctx ≠ rhs₂.denote ctx) : lhs₂.denote ctx ≠ s'.denote ctx :=
  simp_ac ctx s lhs₁ rhs₁ rhs₂ s' h h₁ ▸ h₂
end

/-! ## Overlaps of two equations -/

section
variable (ctx) [ha : Std.Associative ctx.op]
theorem superpose (p c s lhs₁ rhs₁ lhs₂ rhs₂ lhs rhs : Seq)
    (h : ((same .normA (p.append c) lhs₁ && same .normA (c.append s) lhs₂) &&
      (same .normA (rhs₁.append s) lhs && same .normA (p.append rhs₂) rhs)) = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) (h₂ : lhs₂.denote ctx = rhs₂.denote ctx) : lhs.denote ctx = rhs.denote ctx := by
  obtain ⟨h, k⟩ := and_true_split h
  obtain ⟨e₁, e₂⟩ := of_same₂ (ctx := ctx) keepsA h
  obtain ⟨f₁, f₂⟩ := of_same₂ (ctx := ctx) keepsA k
  rw [← f₁, ← f₂, Seq.denote_append ha, Seq.denote_append ha, ← h₁, ← h₂, ← e₁, ← e₂, Seq.denote_append ha,
    Seq.denote_append ha, ha.assoc]
theorem superpose_ac [hc : Std.Commutative ctx.op] (r₁ c r₂ lhs₁ rhs₁ lhs₂ rhs₂ lhs rhs : Seq)
    (h : ((same .normAC (r₁.append c) lhs₁ && same .normAC (c.append r₂) lhs₂) &&
      (same .normAC (rhs₁.append r₂) lhs && same .normAC (r₁.append rhs₂) rhs)) = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) (h₂ : lhs₂.denote ctx = rhs₂.denote ctx) : lhs.denote ctx = rhs.denote ctx := by
  obtain ⟨h, k⟩ := and_true_split h
  obtain ⟨e₁, e₂⟩ := of_same₂ (ctx := ctx) keepsAC h
  obtain ⟨f₁, f₂⟩ := of_same₂ (ctx := ctx) keepsAC k
  rw [← f₁, ← f₂, Seq.denote_append ha, Seq.denote_append ha, ← h₁, ← h₂, ← e₁, ← e₂, Seq.denote_append ha,
    Seq.denote_append ha, ha.assoc]
/-- `x` may be put before a sequence that begins with it. -/
theorem superpose_head_idempotent [Std.IdempotentOp ctx.op] (x : Var) (lhs₁ rhs₁ rhs : Seq)
    (h : (same .normAD (.cons x lhs₁) lhs₁ && same .normA (.cons x rhs₁) rhs) = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) : lhs₁.denote ctx = rhs.denote ctx := by
  obtain ⟨h, k⟩ := and_true_split h
  rw [← of_same (ctx := ctx) keepsA k, ← of_same (ctx := ctx) keepsAD h]
  exact congrArg (ctx.op _) h₁
theorem superpose_tail_idempotent [Std.IdempotentOp ctx.op] (x : Var) (lhs₁ rhs₁ rhs : Seq)
    (h : (same .normAD (lhs₁.append (.var x)) lhs₁ && same .normA (rhs₁.append (.var x)) rhs) = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) : lhs₁.denote ctx = rhs.denote ctx := by
  obtain ⟨h, k⟩ := and_true_split h
  rw [← of_same (ctx := ctx) keepsA k, ← of_same (ctx := ctx) keepsAD h]
  exact Seq.append_congr h₁ rfl
theorem superpose_ac_idempotent [Std.Commutative ctx.op] [Std.IdempotentOp ctx.op] (x : Var) (lhs₁ rhs₁ rhs : Seq)
    (h : (same .normACD (.cons x lhs₁) lhs₁ && same .normAC (.cons x rhs₁) rhs) = true)
    (h₁ : lhs₁.denote ctx = rhs₁.denote ctx) : lhs₁.denote ctx = rhs.denote ctx := by
  obtain ⟨h, k⟩ := and_true_split h
  rw [← of_same (ctx := ctx) keepsAC k, ← of_same (ctx := ctx) keepsACD h]
  exact congrArg (ctx.op _) h₁
end
end Lean.Grind.AC
