prelude
import Init.Data.NeZero
import Init.Data.Nat.Bitwise.Lemmas
import Init.Data.Nat.Log2
/-! `Fin n`, the numbers below `n`: numerals, arithmetic modulo `n`, and the maps between `Fin`s of different size. -/
universe u
instance Fin.decLt {n : Nat} (a b : Fin n) : Decidable (a < b) := Nat.decLt a.val b.val
instance Fin.decLe {n : Nat} (a b : Fin n) : Decidable (a ≤ b) := Nat.decLe a.val b.val
namespace Fin
variable {n : Nat}
instance coeToNat : CoeOut (Fin n) Nat := ⟨fun v => v.val⟩
@[reducible] protected def toNat (a : Fin n) : Nat := a.val
def elim0 {α : Sort u} (h : Fin 0) : α := absurd h.isLt (Nat.not_lt_zero h.val)
theorem pos (i : Fin n) : 0 < n := Nat.zero_lt_of_lt i.isLt
theorem size_pos (i : Fin n) : 0 < n := i.pos
theorem mlt {b : Nat} : {a : Nat} → a < n → b % n < n := fun h => Nat.mod_lt _ (Nat.zero_lt_of_lt h)

/-! ### Numerals and arithmetic -/

protected def ofNat (n : Nat) [NeZero n] (a : Nat) : Fin n := ⟨a % n, Nat.mod_lt _ (Nat.pos_of_neZero n)⟩
instance instOfNat {n : Nat} [NeZero n] {i : Nat} : OfNat (Fin n) i := ⟨Fin.ofNat n i⟩
instance instInhabited {n : Nat} [NeZero n] : Inhabited (Fin n) := ⟨0⟩
protected def add : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨(a + b) % n, mlt h⟩
protected def mul : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨a * b % n, mlt h⟩
protected def sub : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨(n - b + a) % n, mlt h⟩
protected def mod : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨a % b, Nat.mod_lt_of_lt h⟩
protected def div : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨a / b, Nat.div_lt_of_lt h⟩
def modn : Fin n → Nat → Fin n
  | ⟨a, h⟩, m => ⟨a % m, Nat.mod_lt_of_lt h⟩
def land : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨Nat.land a b % n, mlt h⟩
def lor : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨Nat.lor a b % n, mlt h⟩
def xor : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨Nat.xor a b % n, mlt h⟩
def shiftLeft : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨a <<< b % n, mlt h⟩
def shiftRight : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨a >>> b % n, mlt h⟩
def log2 (n : Fin m) : Fin m := ⟨Nat.log2 n.val, Nat.lt_of_le_of_lt (Nat.log2_le_self n.val) n.isLt⟩
protected def neg (a : Fin n) : Fin n := ⟨(n - a.val) % n, mlt a.isLt⟩
/-- Powers by repeated multiplication. -/
protected def npow [NeZero n] (x : Fin n) : Nat → Fin n
  | 0 => Fin.ofNat n 1
  | k + 1 => Fin.mul (Fin.npow x k) x
instance instAdd : Add (Fin n) := ⟨Fin.add⟩
instance instSub : Sub (Fin n) := ⟨Fin.sub⟩
instance instMul : Mul (Fin n) := ⟨Fin.mul⟩
instance instMod : Mod (Fin n) := ⟨Fin.mod⟩
instance instDiv : Div (Fin n) := ⟨Fin.div⟩
instance instAndOp : AndOp (Fin n) := ⟨Fin.land⟩
instance instOrOp : OrOp (Fin n) := ⟨Fin.lor⟩
instance instXorOp : XorOp (Fin n) := ⟨Fin.xor⟩
instance instShiftLeft : ShiftLeft (Fin n) := ⟨Fin.shiftLeft⟩
instance instShiftRight : ShiftRight (Fin n) := ⟨Fin.shiftRight⟩
instance instNeg : Neg (Fin n) := ⟨Fin.neg⟩
instance instNatPow [NeZero n] : NatPow (Fin n) := ⟨Fin.npow⟩
instance instMax : Max (Fin n) := maxOfLe
instance instMin : Min (Fin n) := minOfLe

/-! ### Maps between `Fin`s -/

def succ : Fin n → Fin (n + 1)
  | ⟨i, h⟩ => ⟨i + 1, Nat.succ_lt_succ h⟩
def last (n : Nat) : Fin (n + 1) := ⟨n, Nat.lt_succ_self n⟩
def castLT {m : Nat} (i : Fin m) (h : i.val < n) : Fin n := ⟨i.val, h⟩
def castLE {m : Nat} (h : n ≤ m) (i : Fin n) : Fin m := ⟨i.val, Nat.lt_of_lt_of_le i.isLt h⟩
protected def cast {m : Nat} (eq : n = m) (i : Fin n) : Fin m := ⟨i.val, eq ▸ i.isLt⟩
def castAdd (m : Nat) : Fin n → Fin (n + m) := castLE (Nat.le_add_right n m)
def castSucc : Fin n → Fin (n + 1) := castAdd 1
def addNat (i : Fin n) (m : Nat) : Fin (n + m) := ⟨i.val + m, Nat.add_lt_add_right i.isLt m⟩
def natAdd (m : Nat) (i : Fin n) : Fin (m + n) := ⟨m + i.val, Nat.add_lt_add_left i.isLt m⟩
def rev (i : Fin n) : Fin n := ⟨n - (i.val + 1), Nat.sub_lt i.pos (Nat.zero_lt_succ i.val)⟩
def subNat (m : Nat) (i : Fin (n + m)) (h : m ≤ i.val) : Fin n :=
  ⟨i.val - m, (Nat.sub_lt_iff_lt_add h).mpr i.isLt⟩
def pred {n : Nat} (i : Fin (n + 1)) (h : i ≠ 0) : Fin n :=
  subNat 1 i (Nat.pos_of_ne_zero fun e => h (Fin.eq_of_val_eq e))

/-! ### Recursion -/

@[elab_as_elim] def induction {motive : Fin (n + 1) → Sort u} (zero : motive 0)
    (succ : ∀ i : Fin n, motive (castSucc i) → motive i.succ) : ∀ i : Fin (n + 1), motive i
  | ⟨i, hi⟩ => go i hi
where
  go : ∀ (i : Nat) (hi : i < n + 1), motive ⟨i, hi⟩
    | 0, _ => zero
    | i + 1, hi => succ ⟨i, Nat.lt_of_succ_lt_succ hi⟩ (go i (Nat.lt_of_succ_lt hi))
@[elab_as_elim] def inductionOn (i : Fin (n + 1)) {motive : Fin (n + 1) → Sort u} (zero : motive 0)
    (succ : ∀ i : Fin n, motive (castSucc i) → motive i.succ) : motive i := induction zero succ i
@[elab_as_elim] def cases {motive : Fin (n + 1) → Sort u} (zero : motive 0) (succ : ∀ i : Fin n, motive i.succ) :
    ∀ i : Fin (n + 1), motive i
  | ⟨0, _⟩ => zero
  | ⟨i + 1, h⟩ => succ ⟨i, Nat.lt_of_succ_lt_succ h⟩
@[elab_as_elim] def lastCases {motive : Fin (n + 1) → Sort u} (last : motive (Fin.last n))
    (cast : ∀ i : Fin n, motive (castSucc i)) (i : Fin (n + 1)) : motive i :=
  if h : i.val = n then cast_eq h ▸ last
  else cast ⟨i.val, Nat.lt_of_le_of_ne (Nat.le_of_lt_succ i.isLt) h⟩
where
  cast_eq {i : Fin (n + 1)} (h : i.val = n) : Fin.last n = i := Fin.eq_of_val_eq h.symm
end Fin
