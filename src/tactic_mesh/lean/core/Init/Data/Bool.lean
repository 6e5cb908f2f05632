prelude
import Init.Data.BEq
import Init.Core.Operations
/-! Truth values: laws of `&&`, `||`, `!`, `^^`, `==` and `cond`, their relation to propositions, and deciding
statements about all truth values. Closed laws are decided by trying both values. -/

universe u v
namespace Bool

/-- Exclusive or, written `x ^^ y`. -/
abbrev xor : Bool → Bool → Bool := bne

instance (p : Bool → Prop) [inst : DecidablePred p] : Decidable (∀ x, p x) :=
  match inst true, inst false with
  | isFalse ht, _ => isFalse fun h => ht (h true)
  | _, isFalse hf => isFalse fun h => hf (h false)
  | isTrue ht, isTrue hf => isTrue fun
    | true => ht
    | false => hf
instance (p : Bool → Prop) [inst : DecidablePred p] : Decidable (∃ x, p x) :=
  match inst true, inst false with
  | isTrue ht, _ => isTrue ⟨true, ht⟩
  | _, isTrue hf => isTrue ⟨false, hf⟩
  | isFalse ht, isFalse hf => isFalse fun
    | ⟨true, h⟩ => ht h
    | ⟨false, h⟩ => hf h

instance : LE Bool := ⟨(· → ·)⟩
instance : LT Bool := ⟨(!· && ·)⟩
instance (x y : Bool) : Decidable (x ≤ y) := inferInstanceAs (Decidable (x → y))
instance (x y : Bool) : Decidable (x < y) := inferInstanceAs (Decidable (!x && y))
instance : Max Bool := ⟨or⟩
instance : Min Bool := ⟨and⟩

theorem false_ne_true : false ≠ true := (nomatch ·)
theorem eq_false_or_eq_true : (b : Bool) → b = true ∨ b = false := by decide
theorem eq_false_iff : {b : Bool} → b = false ↔ b ≠ true := by decide
theorem ne_false_iff : {b : Bool} → b ≠ false ↔ b = true := by decide
theorem eq_iff_iff {a b : Bool} : a = b ↔ (a ↔ b) := by cases a <;> cases b <;> decide
theorem coe_iff_coe : {a b : Bool} → (a ↔ b) ↔ a = b := by decide
theorem coe_true_iff_false : {a b : Bool} → (a ↔ b = false) ↔ a = (!b) := by decide
theorem coe_false_iff_true : {a b : Bool} → (a = false ↔ b) ↔ (!a) = b := by decide
theorem coe_false_iff_false : {a b : Bool} → (a = false ↔ b = false) ↔ (!a) = (!b) := by decide
attribute [simp] coe_iff_coe coe_true_iff_false coe_false_iff_true coe_false_iff_false
@[simp] theorem decide_eq_true {b : Bool} [Decidable (b = true)] : decide (b = true) = b := by
  cases b
  · exact _root_.decide_eq_false (nomatch ·)
  · exact _root_.decide_eq_true rfl
@[simp] theorem decide_eq_false {b : Bool} [Decidable (b = false)] : decide (b = false) = !b := by
  cases b
  · exact _root_.decide_eq_true rfl
  · exact _root_.decide_eq_false (nomatch ·)
theorem decide_true_eq {b : Bool} [Decidable (true = b)] : decide (true = b) = b := by
  cases b
  · exact _root_.decide_eq_false (nomatch ·)
  · exact _root_.decide_eq_true rfl
theorem decide_false_eq {b : Bool} [Decidable (false = b)] : decide (false = b) = !b := by
  cases b
  · exact _root_.decide_eq_true rfl
  · exact _root_.decide_eq_false (nomatch ·)
attribute [simp] decide_true_eq decide_false_eq

/-! ## Conjunction -/

@[simp] theorem and_self_left : ∀ (a b : Bool), (a && (a && b)) = (a && b) := by decide
@[simp] theorem and_self_right : ∀ (a b : Bool), ((a && b) && b) = (a && b) := by decide
@[simp] theorem not_and_self : ∀ (x : Bool), (!x && x) = false := by decide
@[simp] theorem and_not_self : ∀ (x : Bool), (x && !x) = false := by decide
theorem and_comm : ∀ (x y : Bool), (x && y) = (y && x) := by decide
theorem and_left_comm : ∀ (x y z : Bool), (x && (y && z)) = (y && (x && z)) := by decide
theorem and_right_comm : ∀ (x y z : Bool), ((x && y) && z) = ((x && z) && y) := by decide
@[simp] theorem and_iff_left_iff_imp : {a b : Bool} → ((a && b) = a) ↔ (a → b) := by decide
@[simp] theorem and_iff_right_iff_imp : {a b : Bool} → ((a && b) = b) ↔ (b → a) := by decide
@[simp] theorem iff_self_and : {a b : Bool} → (a = (a && b)) ↔ (a → b) := by decide
@[simp] theorem iff_and_self : {a b : Bool} → (b = (a && b)) ↔ (b → a) := by decide
theorem and_eq_false_iff {x y : Bool} : (x && y) = false ↔ x = false ∨ y = false := by cases x <;> cases y <;> decide
@[simp] theorem and_eq_false_imp : ∀ {x y : Bool}, (x && y) = false ↔ (x = true → y = false) := by decide
theorem and_eq_true_iff : ∀ {x y : Bool}, (x && y) = true ↔ x = true ∧ y = true := by decide
theorem and_elim_left : ∀ {x y : Bool}, (x && y) = true → x = true := by decide
theorem and_elim_right : ∀ {x y : Bool}, (x && y) = true → y = true := by decide

/-! ## Disjunction -/

@[simp] theorem or_self_left : ∀ (a b : Bool), (a || (a || b)) = (a || b) := by decide
@[simp] theorem or_self_right : ∀ (a b : Bool), ((a || b) || b) = (a || b) := by decide
@[simp] theorem not_or_self : ∀ (x : Bool), (!x || x) = true := by decide
@[simp] theorem or_not_self : ∀ (x : Bool), (x || !x) = true := by decide
theorem or_comm : ∀ (x y : Bool), (x || y) = (y || x) := by decide
theorem or_left_comm : ∀ (x y z : Bool), (x || (y || z)) = (y || (x || z)) := by decide
theorem or_right_comm : ∀ (x y z : Bool), ((x || y) || z) = ((x || z) || y) := by decide
@[simp] theorem or_iff_left_iff_imp : {a b : Bool} → ((a || b) = a) ↔ (b → a) := by decide
@[simp] theorem or_iff_right_iff_imp : {a b : Bool} → ((a || b) = b) ↔ (a → b) := by decide
@[simp] theorem iff_self_or : {a b : Bool} → (a = (a || b)) ↔ (b → a) := by decide
@[simp] theorem iff_or_self : {a b : Bool} → (b = (a || b)) ↔ (a → b) := by decide
theorem or_eq_true_iff : ∀ {x y : Bool}, (x || y) = true ↔ x = true ∨ y = true := by decide
@[simp] theorem or_eq_false_iff : ∀ {x y : Bool}, (x || y) = false ↔ x = false ∧ y = false := by decide

/-! ## Distribution and negation -/

theorem and_or_distrib_left : ∀ (x y z : Bool), (x && (y || z)) = (x && y || x && z) := by decide
theorem and_or_distrib_right : ∀ (x y z : Bool), ((x || y) && z) = (x && z || y && z) := by decide
theorem or_and_distrib_left : ∀ (x y z : Bool), (x || y && z) = ((x || y) && (x || z)) := by decide
theorem or_and_distrib_right : ∀ (x y z : Bool), (x && y || z) = ((x || z) && (y || z)) := by decide
theorem and_xor_distrib_left : ∀ (x y z : Bool), (x && (y ^^ z)) = ((x && y) ^^ (x && z)) := by decide
theorem and_xor_distrib_right : ∀ (x y z : Bool), ((x ^^ y) && z) = ((x && z) ^^ (y && z)) := by decide
@[simp] theorem not_and : ∀ (x y : Bool), (!(x && y)) = (!x || !y) := by decide
@[simp] theorem not_or : ∀ (x y : Bool), (!(x || y)) = (!x && !y) := by decide
@[simp] theorem not_eq_not : ∀ {a b : Bool}, ¬a = !b ↔ a = b := by decide
@[simp] theorem not_not_eq : ∀ {a b : Bool}, ¬(!a) = b ↔ a = b := by decide
@[simp] theorem not_eq_self : ∀ (b : Bool), ((!b) = b) ↔ False := by decide
@[simp] theorem eq_not_self : ∀ (b : Bool), (b = (!b)) ↔ False := by decide
@[simp] theorem not_eq_eq_eq_not : ∀ {a b : Bool}, ((!a) = b) ↔ (a = !b) := by decide
theorem eq_not : ∀ {a b : Bool}, (a = (!b)) ↔ (a ≠ b) := by decide
theorem not_eq : ∀ {a b : Bool}, ((!a) = b) ↔ (a ≠ b) := by decide
@[simp] theorem not_inj_iff : ∀ {x y : Bool}, (!x) = (!y) ↔ x = y := by decide
theorem not_inj : ∀ {x y : Bool}, (!x) = (!y) → x = y := by decide

/-! ## Equality and exclusive or -/

theorem beq_comm {a b : Bool} : (a == b) = (b == a) := by cases a <;> cases b <;> rfl
@[simp] theorem true_beq : ∀ (b : Bool), (true == b) = b := by decide
@[simp] theorem false_beq : ∀ (b : Bool), (false == b) = !b := by decide
@[simp] theorem true_bne : ∀ (b : Bool), (true != b) = !b := by decide
@[simp] theorem false_bne : ∀ (b : Bool), (false != b) = b := by decide
@[simp] theorem bne_true : ∀ (b : Bool), (b != true) = !b := by decide
@[simp] theorem bne_false : ∀ (b : Bool), (b != false) = b := by decide
@[simp] theorem not_beq_self : ∀ (x : Bool), ((!x) == x) = false := by decide
@[simp] theorem beq_not_self : ∀ (x : Bool), (x == !x) = false := by decide
@[simp] theorem not_bne_self : ∀ (x : Bool), ((!x) != x) = true := by decide
@[simp] theorem bne_not_self : ∀ (x : Bool), (x != !x) = true := by decide
@[simp] theorem beq_self_left : ∀ (a b : Bool), (a == (a == b)) = b := by decide
@[simp] theorem beq_self_right : ∀ (a b : Bool), ((a == b) == b) = a := by decide
@[simp] theorem bne_self_left : ∀ (a b : Bool), (a != (a != b)) = b := by decide
@[simp] theorem bne_self_right : ∀ (a b : Bool), ((a != b) != b) = a := by decide
theorem not_bne_not : ∀ (x y : Bool), ((!x) != (!y)) = (x != y) := by decide
@[simp] theorem bne_assoc : ∀ (x y z : Bool), ((x != y) != z) = (x != (y != z)) := by decide
@[simp] theorem bne_left_inj : ∀ {x y z : Bool}, (x != y) = (x != z) ↔ y = z := by decide
@[simp] theorem bne_right_inj : ∀ {x y z : Bool}, (x != z) = (y != z) ↔ x = y := by decide
theorem eq_not_of_ne : ∀ {x y : Bool}, x ≠ y → x = !y := by decide
theorem beq_to_eq (a b : Bool) : ((a == b) = true) = (a = b) := propext beq_iff_eq
theorem not_beq_to_not_eq (a b : Bool) : ((!(a == b)) = true) = ¬(a = b) := by
  rw [not_eq_true']
  exact propext beq_eq_false_iff_ne

theorem xor_comm : ∀ (x y : Bool), (x ^^ y) = (y ^^ x) := by decide
theorem xor_left_comm : ∀ (x y z : Bool), (x ^^ (y ^^ z)) = (y ^^ (x ^^ z)) := by decide
theorem xor_right_comm : ∀ (x y z : Bool), ((x ^^ y) ^^ z) = ((x ^^ z) ^^ y) := by decide
theorem xor_assoc : ∀ (x y z : Bool), ((x ^^ y) ^^ z) = (x ^^ (y ^^ z)) := by decide
theorem xor_self (x : Bool) : (x ^^ x) = false := by cases x <;> rfl
theorem xor_false (x : Bool) : (x ^^ false) = x := by cases x <;> rfl
theorem false_xor (x : Bool) : (false ^^ x) = x := by cases x <;> rfl
theorem xor_true (x : Bool) : (x ^^ true) = !x := by cases x <;> rfl
theorem true_xor (x : Bool) : (true ^^ x) = !x := by cases x <;> rfl
theorem not_xor : ∀ (x y : Bool), ((!x) ^^ y) = !(x ^^ y) := by decide
theorem xor_not : ∀ (x y : Bool), (x ^^ (!y)) = !(x ^^ y) := by decide

/-! ## Order -/

@[simp] protected theorem le_true : ∀ (x : Bool), x ≤ true := by decide
@[simp] protected theorem false_le : ∀ (x : Bool), false ≤ x := by decide
@[simp] protected theorem le_refl : ∀ (x : Bool), x ≤ x := by decide
@[simp] protected theorem lt_irrefl : ∀ (x : Bool), ¬x < x := by decide
protected theorem le_trans : ∀ {x y z : Bool}, x ≤ y → y ≤ z → x ≤ z := by decide
protected theorem le_antisymm : ∀ {x y : Bool}, x ≤ y → y ≤ x → x = y := by decide
protected theorem le_total : ∀ (x y : Bool), x ≤ y ∨ y ≤ x := by decide
protected theorem lt_asymm : ∀ {x y : Bool}, x < y → ¬y < x := by decide
protected theorem lt_trans : ∀ {x y z : Bool}, x < y → y < z → x < z := by decide
protected theorem lt_iff_le_not_le : ∀ {x y : Bool}, x < y ↔ x ≤ y ∧ ¬y ≤ x := by decide
protected theorem le_of_lt : ∀ {x y : Bool}, x < y → x ≤ y := by decide
protected theorem le_of_eq : ∀ {x y : Bool}, x = y → x ≤ y := by decide
protected theorem ne_of_lt : ∀ {x y : Bool}, x < y → x ≠ y := by decide
theorem eq_true_of_true_le : ∀ {x : Bool}, true ≤ x → x = true := by decide
theorem eq_false_of_le_false : ∀ {x : Bool}, x ≤ false → x = false := by decide

/-! ## As numbers -/

/-- One for `true`, nought for `false`. -/
def toNat (b : Bool) : Nat := cond b 1 0
@[simp] theorem toNat_false : false.toNat = 0 := rfl
@[simp] theorem toNat_true : true.toNat = 1 := rfl
theorem toNat_le (c : Bool) : c.toNat ≤ 1 := by cases c <;> decide
theorem toNat_lt (b : Bool) : b.toNat < 2 := Nat.succ_le_succ (toNat_le b)
@[simp] theorem toNat_eq_zero {b : Bool} : b.toNat = 0 ↔ b = false := by cases b <;> decide
@[simp] theorem toNat_eq_one {b : Bool} : b.toNat = 1 ↔ b = true := by cases b <;> decide

/-! ## `cond` -/

theorem cond_eq_ite {α : Sort u} (b : Bool) (t e : α) : cond b t e = if b then t else e := by cases b <;> rfl
theorem cond_eq_if {α : Sort u} {b : Bool} {x y : α} : (bif b then x else y) = (if b then x else y) := cond_eq_ite b x y
@[simp] theorem cond_not {α : Sort u} (b : Bool) (t e : α) : cond (!b) t e = cond b e t := by cases b <;> rfl
@[simp] theorem cond_self {α : Sort u} (c : Bool) (t : α) : cond c t t = t := by cases c <;> rfl
theorem cond_pos {α : Sort u} {b : Bool} {a a' : α} (h : b = true) : (bif b then a else a') = a := by rw [h, cond_true]
theorem cond_neg {α : Sort u} {b : Bool} {a a' : α} (h : b = false) : (bif b then a else a') = a' := by rw [h, cond_false]
theorem apply_cond {α : Sort u} {β : Sort v} (f : α → β) {b : Bool} {a a' : α} :
    f (bif b then a else a') = bif b then f a else f a' := by cases b <;> rfl
theorem cond_decide {α : Sort u} (p : Prop) [Decidable p] (t e : α) : cond (decide p) t e = if p then t else e := by
  rw [cond_eq_ite]
  by_cases h : p
  · rw [if_pos h, _root_.decide_eq_true h, if_pos rfl]
  · rw [if_neg h, _root_.decide_eq_false h, if_neg (nomatch ·)]
@[simp] theorem cond_true_left : ∀ (c t : Bool), cond c true t = (c || t) := by decide
@[simp] theorem cond_false_left : ∀ (c t : Bool), cond c false t = (!c && t) := by decide
@[simp] theorem cond_true_right : ∀ (c t : Bool), cond c t true = (!c || t) := by decide
@[simp] theorem cond_false_right : ∀ (c t : Bool), cond c t false = (c && t) := by decide
/-- A conditional whose branches may depend on the value of the condition. -/
@[macro_inline] protected def dcond {α : Sort u} (c : Bool) (x : c = true → α) (y : c = false → α) : α :=
  match c with
  | true => x rfl
  | false => y rfl

/-! ## `decide` of connectives -/

@[simp] theorem decide_and (p q : Prop) [dpq : Decidable (p ∧ q)] [dp : Decidable p] [dq : Decidable q] :
    decide (p ∧ q) = (p && q) := by
  by_cases hp : p <;> by_cases hq : q <;> simp [hp, hq]
@[simp] theorem decide_or (p q : Prop) [dpq : Decidable (p ∨ q)] [dp : Decidable p] [dq : Decidable q] :
    decide (p ∨ q) = (p || q) := by
  by_cases hp : p <;> by_cases hq : q <;> simp [hp, hq]
@[simp] theorem decide_iff_dist (p q : Prop) [dpq : Decidable (p ↔ q)] [dp : Decidable p] [dq : Decidable q] :
    decide (p ↔ q) = (decide p == decide q) := by
  by_cases hp : p <;> by_cases hq : q <;> simp [hp, hq]
end Bool

@[simp] theorem decide_eq_decide {p q : Prop} {_ : Decidable p} {_ : Decidable q} : decide p = decide q ↔ (p ↔ q) := by
  rw [Bool.eq_iff_iff, decide_eq_true_iff, decide_eq_true_iff]
theorem false_ne_true : False ≠ True := fun h => h ▸ trivial
export Bool (xor)
@[simp] theorem cond_eq_true_distrib : ∀ (c t f : Bool), (cond c t f = true) = ite (c = true) (t = true) (f = true) := by
  intro c t f
  cases c <;> rfl
@[simp] theorem cond_eq_false_distrib : ∀ (c t f : Bool), (cond c t f = false) = ite (c = true) (t = false) (f = false) := by
  intro c t f
  cases c <;> rfl

instance : Std.Associative (· && ·) := ⟨Bool.and_assoc⟩
instance : Std.Commutative (· && ·) := ⟨Bool.and_comm⟩
instance : Std.IdempotentOp (· && ·) := ⟨Bool.and_self⟩
instance : Std.LawfulIdentity (· && ·) true := { left_id := Bool.true_and, right_id := Bool.and_true }
instance : Std.Associative (· || ·) := ⟨Bool.or_assoc⟩
instance : Std.Commutative (· || ·) := ⟨Bool.or_comm⟩
instance : Std.IdempotentOp (· || ·) := ⟨Bool.or_self⟩
instance : Std.LawfulIdentity (· || ·) false := { left_id := Bool.false_or, right_id := Bool.or_false }
instance : Std.Associative (· != · : Bool → Bool → Bool) := ⟨Bool.bne_assoc⟩
instance : Std.Commutative (· != · : Bool → Bool → Bool) := ⟨Bool.xor_comm⟩
instance : Std.LawfulIdentity (· != · : Bool → Bool → Bool) false := { left_id := Bool.false_bne, right_id := Bool.bne_false }
