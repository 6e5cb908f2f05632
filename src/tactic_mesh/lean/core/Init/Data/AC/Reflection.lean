prelude
import Init.Data.AC
import Init.Data.Nat.MinMax
import Init.Data.Nat.Gcd
import Init.Data.Nat.Lcm
import Init.Data.Nat.Bitwise.Lemmas
/-! Equality up to associativity, commutativity, idempotence and neutral elements, by reflection: what `ac_rfl`
and `ac_nf` prove their steps with. -/
universe u v
namespace Lean.Data.AC
open Std
inductive Expr where
  | var (x : Nat)
  | op (lhs rhs : Expr)
structure Variable {α : Sort u} (op : α → α → α) : Type u where
  value : α
  neutral : Option (PLift (LawfulIdentity op value))
structure Context (α : Sort u) where
  op : α → α → α
  assoc : Associative op
  comm : Option (PLift (Commutative op))
  idem : Option (PLift (IdempotentOp op))
  vars : List (Variable op)
  arbitrary : α
variable {α : Sort u}
def lookup {op : α → α → α} (arbitrary : α) : List (Variable op) → Nat → Variable op
  | [], _ => ⟨arbitrary, none⟩
  | v :: _, 0 => v
  | _ :: vs, n + 1 => lookup arbitrary vs n
def Context.var (ctx : Context α) (x : Nat) : Variable ctx.op := lookup ctx.arbitrary ctx.vars x
def given {β : Type v} : Option β → Bool
  | some _ => true
  | none => false
def isNeutral (ctx : Context α) (x : Nat) : Bool := given (ctx.var x).neutral
def eval (ctx : Context α) : Expr → α
  | .var x => (ctx.var x).value
  | .op l r => ctx.op (eval ctx l) (eval ctx r)
def evalList (ctx : Context α) : List Nat → α
  | [] => ctx.arbitrary
  | [x] => (ctx.var x).value
  | x :: y :: xs => ctx.op (ctx.var x).value (evalList ctx (y :: xs))

/-! ### Normal form -/

def Expr.appendTo : Expr → List Nat → List Nat
  | .var x, xs => x :: xs
  | .op l r, xs => l.appendTo (r.appendTo xs)
def Expr.toList (e : Expr) : List Nat := e.appendTo []
def insert (x : Nat) : List Nat → List Nat
  | [] => [x]
  | y :: ys => cond (Nat.ble x y) (x :: y :: ys) (y :: insert x ys)
def sort : List Nat → List Nat
  | [] => []
  | x :: xs => insert x (sort xs)
/-- Without neutral elements, but never empty. -/
def removeNeutrals (ctx : Context α) : List Nat → List Nat
  | [] => []
  | [x] => [x]
  | x :: y :: xs =>
    cond (isNeutral ctx x) (removeNeutrals ctx (y :: xs))
      (match removeNeutrals ctx (y :: xs) with
        | [z] => cond (isNeutral ctx z) [x] [x, z]
        | zs => x :: zs)
/-- Without neighbours that are the same. -/
def mergeIdem : List Nat → List Nat
  | [] => []
  | x :: xs =>
    match mergeIdem xs with
    | [] => [x]
    | y :: ys => cond (Nat.beq x y) (y :: ys) (x :: y :: ys)
def norm (ctx : Context α) (e : Expr) : List Nat :=
  let xs := removeNeutrals ctx e.toList
  let xs := cond (given ctx.comm) (sort xs) xs
  cond (given ctx.idem) (mergeIdem xs) xs
def same : List Nat → List Nat → Bool
  | [], [] => true
  | x :: xs, y :: ys => Nat.beq x y && same xs ys
  | _, _ => false

/-! ### The normal form has the same value -/

theorem evalList_cons (ctx : Context α) (x : Nat) : ∀ {xs : List Nat}, xs ≠ [] → evalList ctx (x :: xs) = ctx.op (ctx.var x).value (evalList ctx xs)
  | [], h => absurd rfl h
  | _ :: _, _ => rfl
theorem appendTo_ne (e : Expr) (xs : List Nat) : e.appendTo xs ≠ [] := by
  induction e generalizing xs with
  | var x => exact nofun
  | op l r ihl ihr => exact ihl _
theorem evalList_appendTo (ctx : Context α) (e : Expr) (xs : List Nat) (h : xs ≠ []) :
    evalList ctx (e.appendTo xs) = ctx.op (eval ctx e) (evalList ctx xs) := by
  induction e generalizing xs with
  | var x => exact evalList_cons ctx x h
  | op l r ihl ihr =>
    show evalList ctx (l.appendTo (r.appendTo xs)) = ctx.op (ctx.op (eval ctx l) (eval ctx r)) _
    rw [ihl _ (appendTo_ne r xs), ihr _ h, ctx.assoc.assoc]
theorem evalList_toList (ctx : Context α) (e : Expr) : evalList ctx e.toList = eval ctx e := by
  induction e with
  | var x => rfl
  | op l r _ ihr =>
    show evalList ctx (l.appendTo (r.appendTo [])) = ctx.op (eval ctx l) (eval ctx r)
    rw [evalList_appendTo ctx l _ (appendTo_ne r [])]
    exact congrArg (ctx.op (eval ctx l)) ihr
theorem insert_ne (x : Nat) : ∀ (xs : List Nat), insert x xs ≠ []
  | [] => nofun
  | y :: ys => by rw [insert]; cases Nat.ble x y <;> exact nofun
theorem evalList_insert (ctx : Context α) (hc : Commutative ctx.op) (x : Nat) :
    ∀ (xs : List Nat), evalList ctx (insert x xs) = evalList ctx (x :: xs)
  | [] => rfl
  | y :: ys => by
    rw [insert]
    cases Nat.ble x y with
    | true => rfl
    | false =>
      show evalList ctx (y :: insert x ys) = ctx.op (ctx.var x).value (evalList ctx (y :: ys))
      rw [evalList_cons ctx y (insert_ne x ys), evalList_insert ctx hc x ys]
      cases ys with
      | nil => exact hc.comm _ _
      | cons z zs =>
        show ctx.op _ (ctx.op _ _) = ctx.op _ (ctx.op _ _)
        rw [← ctx.assoc.assoc, ← ctx.assoc.assoc, hc.comm (ctx.var y).value]
theorem sort_ne : ∀ {xs : List Nat}, xs ≠ [] → sort xs ≠ []
  | [], h => absurd rfl h
  | x :: xs, _ => insert_ne x (sort xs)
theorem evalList_sort (ctx : Context α) (hc : Commutative ctx.op) : ∀ (xs : List Nat), evalList ctx (sort xs) = evalList ctx xs
  | [] => rfl
  | [_] => rfl
  | x :: y :: xs => by
    have h : y :: xs ≠ [] := nofun
    show evalList ctx (insert x (sort (y :: xs))) = _
    rw [evalList_insert ctx hc, evalList_cons ctx x (sort_ne h), evalList_sort ctx hc (y :: xs)]
    rfl
theorem neutral_left (ctx : Context α) {x : Nat} (h : isNeutral ctx x = true) (a : α) : ctx.op (ctx.var x).value a = a := by
  rw [isNeutral] at h
  cases e : (ctx.var x).neutral with
  | none => rw [e] at h; exact Bool.noConfusion h
  | some n => exact n.down.left_id a
theorem neutral_right (ctx : Context α) {x : Nat} (h : isNeutral ctx x = true) (a : α) : ctx.op a (ctx.var x).value = a := by
  rw [isNeutral] at h
  cases e : (ctx.var x).neutral with
  | none => rw [e] at h; exact Bool.noConfusion h
  | some n => exact n.down.right_id a
theorem evalList_removeNeutrals (ctx : Context α) : ∀ (xs : List Nat),
    evalList ctx (removeNeutrals ctx xs) = evalList ctx xs ∧ (xs ≠ [] → removeNeutrals ctx xs ≠ [])
  | [] => ⟨rfl, id⟩
  | [_] => ⟨rfl, id⟩
  | x :: y :: xs => by
    obtain ⟨e, n⟩ := evalList_removeNeutrals ctx (y :: xs)
    have n := n nofun
    rw [removeNeutrals]
    show _ = ctx.op (ctx.var x).value (evalList ctx (y :: xs)) ∧ _
    rw [← e]
    generalize removeNeutrals ctx (y :: xs) = zs at n ⊢
    cases h : isNeutral ctx x with
    | true => exact ⟨(neutral_left ctx h _).symm, fun _ => n⟩
    | false =>
      match zs, n with
      | [z], _ =>
        show evalList ctx (cond (isNeutral ctx z) [x] [x, z]) = ctx.op _ (ctx.var z).value ∧ (_ → cond (isNeutral ctx z) [x] [x, z] ≠ [])
        cases k : isNeutral ctx z with
        | true => exact ⟨(neutral_right ctx k _).symm, fun _ => nofun⟩
        | false => exact ⟨rfl, fun _ => nofun⟩
      | z :: w :: ws, _ => exact ⟨rfl, fun _ => nofun⟩
theorem evalList_mergeIdem (ctx : Context α) (hi : IdempotentOp ctx.op) : ∀ (xs : List Nat), evalList ctx (mergeIdem xs) = evalList ctx xs
  | [] => rfl
  | [_] => rfl
  | x :: y :: xs => by
    have ih := evalList_mergeIdem ctx hi (y :: xs)
    rw [mergeIdem]
    show _ = ctx.op (ctx.var x).value (evalList ctx (y :: xs))
    rw [← ih]
    generalize hm : mergeIdem (y :: xs) = m
    match m, hm with
    | [], hm =>
      rw [mergeIdem] at hm
      generalize mergeIdem xs = k at hm
      match k, hm with
      | z :: zs, hm =>
        have hm : cond (Nat.beq y z) (z :: zs) (y :: z :: zs) = [] := hm
        cases h : Nat.beq y z with
        | true => rw [h] at hm; exact List.noConfusion rfl (heq_of_eq hm)
        | false => rw [h] at hm; exact List.noConfusion rfl (heq_of_eq hm)
    | z :: zs, _ =>
      show evalList ctx (cond (Nat.beq x z) (z :: zs) (x :: z :: zs)) = _
      cases h : Nat.beq x z with
      | false => rfl
      | true =>
        show evalList ctx (z :: zs) = _
        rw [Nat.eq_of_beq_eq_true h]
        match zs with
        | [] => exact (hi.idempotent _).symm
        | w :: ws =>
          show ctx.op (ctx.var z).value _ = ctx.op (ctx.var z).value (ctx.op (ctx.var z).value _)
          rw [← ctx.assoc.assoc, hi.idempotent]
theorem evalList_norm (ctx : Context α) (e : Expr) : evalList ctx (norm ctx e) = eval ctx e := by
  show evalList ctx (cond (given ctx.idem) (mergeIdem (cond (given ctx.comm) _ _)) (cond (given ctx.comm) _ _)) = _
  have h := (evalList_removeNeutrals ctx e.toList).1.trans (evalList_toList ctx e)
  have k : evalList ctx (cond (given ctx.comm) (sort (removeNeutrals ctx e.toList)) (removeNeutrals ctx e.toList)) = eval ctx e := by
    cases ctx.comm with
    | none => exact h
    | some c => exact (evalList_sort ctx c.down _).trans h
  cases ctx.idem with
  | none => exact k
  | some i => exact (evalList_mergeIdem ctx i.down _).trans k
theorem eq_of_same : ∀ {xs ys : List Nat}, same xs ys = true → xs = ys
  | [], [], _ => rfl
  | [], _ :: _, h => Bool.noConfusion h
  | _ :: _, [], h => Bool.noConfusion h
  | x :: xs, y :: ys, h => by
    have h : (Nat.beq x y && same xs ys) = true := h
    cases k : Nat.beq x y with
    | false => rw [k] at h; exact Bool.noConfusion h
    | true => rw [k] at h; rw [Nat.eq_of_beq_eq_true k, eq_of_same h]
theorem Context.eq_of_norm (ctx : Context α) (a b : Expr) (h : same (norm ctx a) (norm ctx b) = true) : eval ctx a = eval ctx b := by
  rw [← evalList_norm, eq_of_same h, evalList_norm]
end Lean.Data.AC

/-! ### Operations on natural numbers -/

open Std
instance Nat.instLawfulIdentityAdd : LawfulIdentity (α := Nat) (· + ·) 0 where
  left_id := Nat.zero_add
  right_id := Nat.add_zero
instance Nat.instLawfulIdentityMul : LawfulIdentity (α := Nat) (· * ·) 1 where
  left_id := Nat.one_mul
  right_id := Nat.mul_one
instance Nat.instAssociativeMin : Associative (α := Nat) min := ⟨Nat.min_assoc⟩
instance Nat.instCommutativeMin : Commutative (α := Nat) min := ⟨Nat.min_comm⟩
instance Nat.instIdempotentOpMin : IdempotentOp (α := Nat) min := ⟨Nat.min_self⟩
instance Nat.instAssociativeMax : Associative (α := Nat) max := ⟨Nat.max_assoc⟩
instance Nat.instCommutativeMax : Commutative (α := Nat) max := ⟨Nat.max_comm⟩
instance Nat.instIdempotentOpMax : IdempotentOp (α := Nat) max := ⟨Nat.max_self⟩
instance Nat.instLawfulIdentityMax : LawfulIdentity (α := Nat) max 0 where
  left_id := Nat.zero_max
  right_id := Nat.max_zero
instance Nat.instAssociativeGcd : Associative Nat.gcd := ⟨Nat.gcd_assoc⟩
instance Nat.instCommutativeGcd : Commutative Nat.gcd := ⟨Nat.gcd_comm⟩
instance Nat.instIdempotentOpGcd : IdempotentOp Nat.gcd := ⟨Nat.gcd_self⟩
instance Nat.instAssociativeLcm : Associative Nat.lcm := ⟨Nat.lcm_assoc⟩
instance Nat.instCommutativeLcm : Commutative Nat.lcm := ⟨Nat.lcm_comm⟩
instance Nat.instIdempotentOpLcm : IdempotentOp Nat.lcm := ⟨Nat.lcm_self⟩
instance Nat.instAssociativeAnd : Associative (α := Nat) (· &&& ·) := ⟨Nat.and_assoc⟩
instance Nat.instCommutativeAnd : Commutative (α := Nat) (· &&& ·) := ⟨Nat.and_comm⟩
instance Nat.instIdempotentOpAnd : IdempotentOp (α := Nat) (· &&& ·) := ⟨Nat.and_self⟩
instance Nat.instAssociativeOr : Associative (α := Nat) (· ||| ·) := ⟨Nat.or_assoc⟩
instance Nat.instCommutativeOr : Commutative (α := Nat) (· ||| ·) := ⟨Nat.or_comm⟩
instance Nat.instIdempotentOpOr : IdempotentOp (α := Nat) (· ||| ·) := ⟨Nat.or_self⟩
instance Nat.instAssociativeXor : Associative (α := Nat) (· ^^^ ·) := ⟨Nat.xor_assoc⟩
instance Nat.instCommutativeXor : Commutative (α := Nat) (· ^^^ ·) := ⟨Nat.xor_comm⟩
