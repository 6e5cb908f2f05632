prelude
import Init.Data.Nat.Div.Basic
/-! This module: bit vectors as numbers below a power of two: their arithmetic and their order. -/

namespace BitVec
variable {w : Nat}
protected def toNat (x : BitVec w) : Nat := x.toFin.val
theorem isLt (x : BitVec w) : x.toNat < 2 ^ w := x.toFin.isLt
theorem two_pow_pos : (w : Nat) → 0 < 2 ^ w
  | 0 => Nat.le_refl 1
  | w + 1 => Nat.lt_of_lt_of_le (two_pow_pos w) (Nat.le_add_left _ _)
@[match_pattern] protected def ofNatLT (i : Nat) (p : i < 2 ^ w) : BitVec w := ⟨⟨i, p⟩⟩
/-- The number that the low `n` bits of `i` make. -/
@[match_pattern] protected def ofNat (n : Nat) (i : Nat) : BitVec n := ⟨⟨i % 2 ^ n, Nat.mod_lt _ (two_pow_pos n)⟩⟩
instance instOfNat {n i : Nat} : OfNat (BitVec n) i := ⟨BitVec.ofNat n i⟩
instance instInhabited : Inhabited (BitVec w) := ⟨BitVec.ofNat w 0⟩
theorem eq_of_toNat_eq : {x y : BitVec w} → x.toNat = y.toNat → x = y
  | ⟨⟨_, _⟩⟩, ⟨⟨_, _⟩⟩, rfl => rfl
theorem toNat_inj {x y : BitVec w} : x.toNat = y.toNat ↔ x = y := ⟨eq_of_toNat_eq, fun h => h ▸ rfl⟩
@[simp] theorem toNat_ofNat (x w : Nat) : (BitVec.ofNat w x).toNat = x % 2 ^ w := rfl
@[simp] theorem toNat_ofNatLT (x : Nat) (h : x < 2 ^ w) : (BitVec.ofNatLT x h).toNat = x := rfl
end BitVec
instance instDecidableEqBitVec {w : Nat} : DecidableEq (BitVec w) := fun x y =>
  if h : x.toNat = y.toNat then isTrue (BitVec.eq_of_toNat_eq h) else isFalse fun e => h (e ▸ rfl)
instance instLTBitVec {w : Nat} : LT (BitVec w) := ⟨fun x y => x.toNat < y.toNat⟩
instance instLEBitVec {w : Nat} : LE (BitVec w) := ⟨fun x y => x.toNat ≤ y.toNat⟩
instance {w : Nat} (x y : BitVec w) : Decidable (x < y) := inferInstanceAs (Decidable (x.toNat < y.toNat))
instance {w : Nat} (x y : BitVec w) : Decidable (x ≤ y) := inferInstanceAs (Decidable (x.toNat ≤ y.toNat))

namespace BitVec
variable {n : Nat}
protected def add (x y : BitVec n) : BitVec n := .ofNat n (x.toNat + y.toNat)
instance instAdd : Add (BitVec n) := ⟨BitVec.add⟩
protected def sub (x y : BitVec n) : BitVec n := .ofNat n ((2 ^ n - y.toNat) + x.toNat)
instance instSub : Sub (BitVec n) := ⟨BitVec.sub⟩
protected def mul (x y : BitVec n) : BitVec n := .ofNat n (x.toNat * y.toNat)
instance instMul : Mul (BitVec n) := ⟨BitVec.mul⟩
protected def neg (x : BitVec n) : BitVec n := .ofNat n (2 ^ n - x.toNat)
instance instNeg : Neg (BitVec n) := ⟨BitVec.neg⟩
def udiv (x y : BitVec n) : BitVec n := .ofNatLT (x.toNat / y.toNat) (Nat.lt_of_le_of_lt (Nat.div_le_self _ _) x.isLt)
instance instDiv : Div (BitVec n) := ⟨udiv⟩
def umod (x y : BitVec n) : BitVec n := .ofNatLT (x.toNat % y.toNat) (Nat.lt_of_le_of_lt (Nat.mod_le _ _) x.isLt)
instance instMod : Mod (BitVec n) := ⟨umod⟩
protected def ult (x y : BitVec n) : Bool := decide (x.toNat < y.toNat)
protected def ule (x y : BitVec n) : Bool := decide (x.toNat ≤ y.toNat)
@[simp] theorem toNat_add (x y : BitVec n) : (x + y).toNat = (x.toNat + y.toNat) % 2 ^ n := rfl
@[simp] theorem toNat_sub (x y : BitVec n) : (x - y).toNat = (2 ^ n - y.toNat + x.toNat) % 2 ^ n := rfl
@[simp] theorem toNat_mul (x y : BitVec n) : (x * y).toNat = x.toNat * y.toNat % 2 ^ n := rfl
@[simp] theorem toNat_neg (x : BitVec n) : (-x).toNat = (2 ^ n - x.toNat) % 2 ^ n := rfl
@[simp] theorem toNat_udiv {x y : BitVec n} : (x / y).toNat = x.toNat / y.toNat := rfl
@[simp] theorem toNat_umod {x y : BitVec n} : (x % y).toNat = x.toNat % y.toNat := rfl
theorem lt_def {x y : BitVec n} : x < y ↔ x.toNat < y.toNat := Iff.rfl
theorem le_def {x y : BitVec n} : x ≤ y ↔ x.toNat ≤ y.toNat := Iff.rfl
end BitVec
