prelude
import Init.PropLemmas
import Init.Coe
/-! Boolean equality `==`: when it is reflexive, an equivalence, or the same as `=`. -/

universe u v
set_option linter.unusedVariables false

/-- `x != y` is `!(x == y)`. -/
@[inline] def bne {α : Type u} [BEq α] (a b : α) : Bool := !(a == b)

class ReflBEq (α : Type u) [BEq α] : Prop where
  protected rfl {a : α} : a == a
/-- Boolean equality that holds exactly of equal values. -/
class LawfulBEq (α : Type u) [BEq α] : Prop extends ReflBEq α where
  eq_of_beq : {a b : α} → a == b → a = b
export LawfulBEq (eq_of_beq)
class PartialEquivBEq (α : Type u) [BEq α] : Prop where
  symm {a b : α} : a == b → b == a
  trans {a b c : α} : a == b → b == c → a == c
class EquivBEq (α : Type u) [BEq α] : Prop extends PartialEquivBEq α, ReflBEq α

section
variable {α : Type u} [BEq α]

theorem BEq.rfl [ReflBEq α] {a : α} : a == a := ReflBEq.rfl
@[simp] theorem BEq.refl [ReflBEq α] (a : α) : a == a := ReflBEq.rfl
theorem beq_of_eq [ReflBEq α] {a b : α} : a = b → a == b := fun h => h ▸ BEq.rfl
@[simp] theorem beq_self_eq_true [ReflBEq α] (a : α) : (a == a) = true := ReflBEq.rfl
@[simp] theorem bne_self_eq_false [ReflBEq α] (a : α) : (a != a) = false := congrArg (!·) (beq_self_eq_true a)
theorem not_eq_of_beq_eq_false [ReflBEq α] {a b : α} (h : (a == b) = false) : ¬a = b := fun e => by
  rw [e, beq_self_eq_true] at h
  exact Bool.noConfusion h
theorem ne_of_beq_false [ReflBEq α] {a b : α} (h : (a == b) = false) : a ≠ b := not_eq_of_beq_eq_false h
theorem beq_false_of_ne [LawfulBEq α] {a b : α} (h : a ≠ b) : (a == b) = false :=
  eq_false_of_ne_true fun k => h (eq_of_beq k)
@[simp] theorem beq_iff_eq [LawfulBEq α] {a b : α} : a == b ↔ a = b := ⟨eq_of_beq, beq_of_eq⟩
@[simp] theorem beq_eq_false_iff_ne [LawfulBEq α] {a b : α} : (a == b) = false ↔ a ≠ b := ⟨ne_of_beq_false, beq_false_of_ne⟩
@[simp] theorem bne_iff_ne [LawfulBEq α] {a b : α} : a != b ↔ a ≠ b := by
  rw [bne, Bool.not_eq_true']
  exact beq_eq_false_iff_ne
@[simp] theorem bne_eq_false_iff_eq [LawfulBEq α] {a b : α} : (a != b) = false ↔ a = b := by
  rw [bne, Bool.not_eq_false']
  exact beq_iff_eq
theorem Bool.beq_eq_decide_eq [LawfulBEq α] [DecidableEq α] (a b : α) : (a == b) = decide (a = b) := by
  by_cases h : a = b
  · rw [decide_eq_true h, beq_of_eq h]
  · rw [decide_eq_false h, beq_false_of_ne h]
theorem beq_eq_decide [LawfulBEq α] [DecidableEq α] (a b : α) : (a == b) = decide (a = b) := Bool.beq_eq_decide_eq a b
theorem bne_eq_decide [LawfulBEq α] [DecidableEq α] (a b : α) : (a != b) = decide (a ≠ b) := by
  rw [bne, beq_eq_decide, decide_not]
theorem BEq.symm [PartialEquivBEq α] {a b : α} : a == b → b == a := PartialEquivBEq.symm
theorem BEq.trans [PartialEquivBEq α] {a b c : α} : a == b → b == c → a == c := PartialEquivBEq.trans
theorem BEq.comm [PartialEquivBEq α] {a b : α} : (a == b) = (b == a) := by
  cases h : b == a
  · exact eq_false_of_ne_true fun k => ne_true_of_eq_false h (BEq.symm k)
  · exact BEq.symm h
theorem bne_comm [PartialEquivBEq α] {a b : α} : (a != b) = (b != a) := by rw [bne, BEq.comm, bne]
theorem BEq.symm_false [PartialEquivBEq α] {a b : α} : (a == b) = false → (b == a) = false := BEq.comm (α := α) ▸ id
theorem BEq.trans_false [PartialEquivBEq α] {a b c : α} (h₁ : a == b) (h₂ : (b == c) = false) : (a == c) = false :=
  eq_false_of_ne_true fun k => ne_true_of_eq_false h₂ (BEq.trans (BEq.symm h₁) k)
instance (priority := low) instEquivBEqOfLawfulBEq [LawfulBEq α] : EquivBEq α where
  symm h := beq_of_eq (eq_of_beq h).symm
  trans h k := beq_of_eq ((eq_of_beq h).trans (eq_of_beq k))
theorem beq_comm [PartialEquivBEq α] {a b : α} : (a == b) = (b == a) := BEq.comm
/-- Equality can be decided where Boolean equality is lawful. -/
def instDecidableEqOfLawfulBEq [LawfulBEq α] : DecidableEq α := fun x y =>
  match h : x == y with
  | false => isFalse (not_eq_of_beq_eq_false h)
  | true => isTrue (eq_of_beq h)
end

theorem beq_self_eq_true' {α : Type u} [DecidableEq α] (a : α) : (a == a) = true := decide_eq_true rfl
theorem bne_self_eq_false' {α : Type u} [DecidableEq α] (a : α) : (a != a) = false := congrArg (!·) (beq_self_eq_true' a)
instance {α : Type u} [DecidableEq α] : LawfulBEq α where
  rfl := decide_eq_true rfl
  eq_of_beq h := of_decide_eq_true h
