prelude
import Init.Core
/-! This module: bit vectors and machine words as numbers, and their order. -/

protected def BitVec.toNat {w : Nat} (x : BitVec w) : Nat := x.toFin.val
theorem BitVec.isLt {w : Nat} (x : BitVec w) : x.toNat < 2 ^ w := x.toFin.isLt
instance instLTBitVec {w : Nat} : LT (BitVec w) := ⟨fun x y => x.toNat < y.toNat⟩
instance instLEBitVec {w : Nat} : LE (BitVec w) := ⟨fun x y => x.toNat ≤ y.toNat⟩
instance {w : Nat} (x y : BitVec w) : Decidable (x < y) := inferInstanceAs (Decidable (x.toNat < y.toNat))
instance {w : Nat} (x y : BitVec w) : Decidable (x ≤ y) := inferInstanceAs (Decidable (x.toNat ≤ y.toNat))

instance instLTUInt32 : LT UInt32 := ⟨fun a b => a.toBitVec < b.toBitVec⟩
instance instLEUInt32 : LE UInt32 := ⟨fun a b => a.toBitVec ≤ b.toBitVec⟩
@[extern "lean_uint32_dec_lt"] instance UInt32.decLt (a b : UInt32) : Decidable (a < b) :=
  inferInstanceAs (Decidable (a.toBitVec < b.toBitVec))
@[extern "lean_uint32_dec_le"] instance UInt32.decLe (a b : UInt32) : Decidable (a ≤ b) :=
  inferInstanceAs (Decidable (a.toBitVec ≤ b.toBitVec))
