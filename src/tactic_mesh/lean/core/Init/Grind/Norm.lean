prelude
import Init.Grind.Lemmas
import Init.Grind.Ring.Instances
import Init.Data.Int.DivMod.Lemmas
/-! The normal form of the propositions that `grind` looks at: negations moved inwards, implications between
truth values gone, quantifiers split over connectives, `<` on numbers as `≤`, casts moved inwards. -/

universe u v
theorem Nat.add_eq {x y : Nat} : Nat.add x y = x + y := rfl
theorem Nat.mul_eq {x y : Nat} : Nat.mul x y = x * y := rfl
theorem Nat.sub_eq {x y : Nat} : Nat.sub x y = x - y := rfl
theorem Nat.le_eq (m n : Nat) : Nat.le m n = (m ≤ n) := rfl
theorem Nat.lt_eq (m n : Nat) : (m < n) = (m + 1 ≤ n) := rfl
theorem Int.lt_eq (m n : Int) : (m < n) = (m + 1 ≤ n) := rfl
theorem Int.Internal.Linear.sub_fold (a b : Int) : a.sub b = a - b := rfl
theorem Int.Internal.Linear.neg_fold (a : Int) : a.neg = -a := rfl

namespace Lean.Grind

theorem not_true : (¬True) = False := not_true_eq_false
theorem not_false : (¬False) = True := not_false_eq_true
theorem not_not (p : Prop) : (¬¬p) = p := propext Classical.not_not
theorem not_and (p q : Prop) : (¬(p ∧ q)) = (¬p ∨ ¬q) := propext Classical.not_and_iff_not_or_not
theorem not_or (p q : Prop) : (¬(p ∨ q)) = (¬p ∧ ¬q) := propext _root_.not_or
theorem not_implies (p q : Prop) : (¬(p → q)) = (p ∧ ¬q) := propext Classical.not_imp
theorem not_ite {p : Prop} {_ : Decidable p} (q r : Prop) : (¬ite p q r) = ite p (¬q) (¬r) := by
  by_cases h : p
  · rw [if_pos h, if_pos h]
  · rw [if_neg h, if_neg h]
theorem not_forall {α : Sort u} (p : α → Prop) : (¬∀ x, p x) = ∃ x, ¬p x := propext Classical.not_forall
theorem not_exists {α : Sort u} (p : α → Prop) : (¬∃ x, p x) = ∀ x, ¬p x := propext _root_.not_exists
theorem not_eq_prop (p q : Prop) : (¬(p = q)) = (p = ¬q) := propext
  ⟨fun h => propext ⟨fun hp hq => h (propext (iff_of_true hp hq)), fun nq => Classical.byContradiction fun np =>
      h (propext (iff_of_false np nq))⟩,
    fun h e => iff_not_self (Iff.of_eq (e ▸ h : q = ¬q))⟩
theorem eq_true_eq (p : Prop) : (p = True) = p := propext ⟨of_eq_true, eq_true⟩
theorem eq_false_eq (p : Prop) : (p = False) = ¬p := propext ⟨of_eq_false, eq_false⟩
theorem true_imp_eq (p : Prop) : (True → p) = p := true_implies p
theorem false_imp_eq (p : Prop) : (False → p) = True := false_implies p
theorem imp_true_eq (p : Prop) : (p → True) = True := implies_true p
theorem imp_false_eq (p : Prop) : (p → False) = ¬p := rfl
theorem imp_self_eq (p : Prop) : (p → p) = True := eq_true id
theorem or_assoc (p q r : Prop) : ((p ∨ q) ∨ r) = (p ∨ (q ∨ r)) := propext _root_.or_assoc
theorem or_swap12 (p q r : Prop) : (p ∨ q ∨ r) = (q ∨ p ∨ r) := propext or_left_comm
theorem or_swap13 (p q r : Prop) : (p ∨ q ∨ r) = (r ∨ q ∨ p) := propext (by rw [or_left_comm, @or_comm p r, or_left_comm])
theorem flip_bool_eq (a b : Bool) : (a = b) = (b = a) := propext eq_comm
theorem bool_eq_to_prop (a b : Bool) : (a = b) = ((a = true) = (b = true)) := by cases a <;> cases b <;> simp

theorem forall_and {α : Sort u} {p q : α → Prop} : (∀ x, p x ∧ q x) = ((∀ x, p x) ∧ (∀ x, q x)) := propext _root_.forall_and
theorem exists_or {α : Sort u} {p q : α → Prop} : (∃ x, p x ∨ q x) = ((∃ x, p x) ∨ ∃ x, q x) := propext _root_.exists_or
theorem exists_const (α : Sort u) [i : Nonempty α] {b : Prop} : (∃ _ : α, b) = b := propext (_root_.exists_const α)
theorem exists_prop {a b : Prop} : (∃ _h : a, b) = (a ∧ b) := propext _root_.exists_prop
theorem exists_and_left {α : Sort u} {p : α → Prop} {b : Prop} : (∃ x, b ∧ p x) = (b ∧ (∃ x, p x)) := propext _root_.exists_and_left
theorem exists_and_right {α : Sort u} {p : α → Prop} {b : Prop} : (∃ x, p x ∧ b) = ((∃ x, p x) ∧ b) := propext _root_.exists_and_right
theorem forall_true (α : Sort u) : (∀ _ : α, True) = True := implies_true α
theorem forall_imp_eq_or {α : Sort u} (p : α → Prop) (q : Prop) : ((∀ a, p a) → q) = ((∃ a, ¬p a) ∨ q) := propext
  ⟨fun h => (Classical.em (∀ a, p a)).elim (fun k => .inr (h k)) (fun n => .inl (Classical.not_forall.1 n)),
    fun h k => h.elim (fun ⟨a, n⟩ => absurd (k a) n) id⟩
theorem forall_or_forall {α : Sort u} {β : α → Sort v} (p : α → Prop) (q : (a : α) → β a → Prop) :
    (∀ a : α, p a ∨ ∀ b : β a, q a b) = (∀ (a : α) (b : β a), p a ∨ q a b) := propext
  ⟨fun h a b => (h a).imp_right (· b), fun h a => (Classical.em (p a)).elim .inl fun n => .inr fun b => (h a b).resolve_left n⟩
theorem forall_forall_or {α : Sort u} {β : α → Sort v} (p : α → Prop) (q : (a : α) → β a → Prop) :
    (∀ a : α, (∀ b : β a, q a b) ∨ p a) = (∀ (a : α) (b : β a), q a b ∨ p a) := propext
  ⟨fun h a b => (h a).imp_left (· b), fun h a => (Classical.em (p a)).elim .inr fun n => .inl fun b => (h a b).resolve_right n⟩
theorem iff_eq (p q : Prop) : (p ↔ q) = (p = q) := propext ⟨propext, iff_of_eq⟩
theorem ge_eq {α : Type u} [LE α] (a b : α) : (a ≥ b) = (b ≤ a) := rfl
theorem gt_eq {α : Type u} [LT α] (a b : α) : (a > b) = (b < a) := rfl
theorem natCast_add (a b : Nat) : (NatCast.natCast (a + b) : Int) = NatCast.natCast a + NatCast.natCast b := rfl
theorem natCast_mul (a b : Nat) : (NatCast.natCast (a * b) : Int) = NatCast.natCast a * NatCast.natCast b := rfl
theorem natCast_div (a b : Nat) : (NatCast.natCast (a / b) : Int) = NatCast.natCast a / NatCast.natCast b := rfl
theorem natCast_mod (a b : Nat) : (NatCast.natCast (a % b) : Int) = NatCast.natCast a % NatCast.natCast b := rfl
theorem natCast_pow (a b : Nat) : (NatCast.natCast (a ^ b) : Int) = NatCast.natCast a ^ b := Int.natCast_pow a b
attribute [local instance] Semiring.natCast Ring.intCast
theorem smul_nat_eq_mul {α : Type u} [Semiring α] (n : Nat) (a : α) : n • a = NatCast.natCast n * a :=
  Semiring.nsmul_eq_natCast_mul n a
theorem smul_int_eq_mul {α : Type u} [Ring α] (i : Int) (a : α) : i • a = Int.cast i * a := Ring.zsmul_eq_intCast_mul i a

init_grind_norm
  |
  iff_eq heq_eq_eq eq_self ne_eq
  eq_true_eq eq_false_eq not_eq_prop
  not_true not_false
  true_imp_eq false_imp_eq imp_true_eq imp_self_eq
  and_true true_and and_false false_and and_assoc and_self
  or_true true_or or_false false_or or_assoc or_self
  ite_true ite_false dite_eq_ite ite_self
  forall_and exists_const exists_or exists_prop exists_and_left exists_and_right
  cond_true cond_false
  Bool.or_false Bool.or_true Bool.false_or Bool.true_or Bool.or_self Bool.or_assoc
  Bool.and_false Bool.and_true Bool.false_and Bool.true_and Bool.and_self Bool.and_assoc
  Bool.not_not Bool.not_eq_true Bool.not_eq_false Bool.not_true Bool.not_false
  beq_iff_eq bne_iff_ne beq_self_eq_true
  decide_eq_true_eq decide_not decide_true decide_false
  ge_eq gt_eq
  Nat.le_zero_eq Nat.lt_eq Nat.succ_eq_add_one
  Nat.add_eq Nat.sub_eq Nat.mul_eq Nat.zero_eq Nat.le_eq
  Nat.div_zero Nat.mod_zero Nat.div_one Nat.mod_one
  Nat.sub_sub Nat.pow_zero Nat.pow_one Nat.sub_self Nat.one_pow Nat.zero_sub
  Int.lt_eq
  Int.emod_neg Int.ediv_neg Int.ediv_zero Int.emod_zero Int.ediv_one Int.emod_one
  Int.negSucc_eq Int.one_pow Int.pow_zero Int.pow_one
  natCast_div natCast_mod natCast_add natCast_mul natCast_pow
  Int.add_def Int.mul_def Int.ofNat_eq_coe Int.Internal.Linear.sub_fold Int.Internal.Linear.neg_fold
  Int.one_dvd Int.zero_dvd
  smul_int_eq_mul smul_nat_eq_mul
end Lean.Grind
