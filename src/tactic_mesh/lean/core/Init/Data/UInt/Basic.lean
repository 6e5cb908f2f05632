prelude
import Init.Data.BitVec.Basic
/-! This module: the machine words `UInt8` to `UInt64` and `USize`: numerals, arithmetic modulo their size, order,
and conversions between them. -/
set_option linter.unusedVariables false

/-! ### UInt8 -/
@[extern "lean_uint8_of_nat"] def UInt8.ofNatLT (n : @& Nat) (h : n < UInt8.size) : UInt8 := ⟨.ofNatLT n h⟩
@[extern "lean_uint8_of_nat"] def UInt8.ofNat (n : @& Nat) : UInt8 := ⟨BitVec.ofNat _ n⟩
instance UInt8.instOfNat {n : Nat} : OfNat UInt8 n := ⟨UInt8.ofNat n⟩
@[extern "lean_uint8_add"] protected def UInt8.add (a b : UInt8) : UInt8 := ⟨a.toBitVec + b.toBitVec⟩
@[extern "lean_uint8_sub"] protected def UInt8.sub (a b : UInt8) : UInt8 := ⟨a.toBitVec - b.toBitVec⟩
@[extern "lean_uint8_mul"] protected def UInt8.mul (a b : UInt8) : UInt8 := ⟨a.toBitVec * b.toBitVec⟩
@[extern "lean_uint8_div"] protected def UInt8.div (a b : UInt8) : UInt8 := ⟨a.toBitVec / b.toBitVec⟩
@[extern "lean_uint8_mod"] protected def UInt8.mod (a b : UInt8) : UInt8 := ⟨a.toBitVec % b.toBitVec⟩
@[extern "lean_uint8_neg"] protected def UInt8.neg (a : UInt8) : UInt8 := ⟨-a.toBitVec⟩
instance instAddUInt8 : Add UInt8 := ⟨UInt8.add⟩
instance instSubUInt8 : Sub UInt8 := ⟨UInt8.sub⟩
instance instMulUInt8 : Mul UInt8 := ⟨UInt8.mul⟩
instance instDivUInt8 : Div UInt8 := ⟨UInt8.div⟩
instance instModUInt8 : Mod UInt8 := ⟨UInt8.mod⟩
instance instNegUInt8 : Neg UInt8 := ⟨UInt8.neg⟩
instance instInhabitedUInt8 : Inhabited UInt8 := ⟨0⟩
protected def UInt8.lt (a b : UInt8) : Prop := a.toBitVec < b.toBitVec
protected def UInt8.le (a b : UInt8) : Prop := a.toBitVec ≤ b.toBitVec
instance instLTUInt8 : LT UInt8 := ⟨UInt8.lt⟩
instance instLEUInt8 : LE UInt8 := ⟨UInt8.le⟩
theorem UInt8.eq_of_toBitVec_eq : {a b : UInt8} → a.toBitVec = b.toBitVec → a = b
  | ⟨_⟩, ⟨_⟩, rfl => rfl
theorem UInt8.eq_iff_toBitVec_eq {a b : UInt8} : a = b ↔ a.toBitVec = b.toBitVec := ⟨fun h => h ▸ rfl, UInt8.eq_of_toBitVec_eq⟩
theorem UInt8.toNat_inj {a b : UInt8} : a.toNat = b.toNat ↔ a = b :=
  ⟨fun h => UInt8.eq_of_toBitVec_eq (BitVec.eq_of_toNat_eq h), fun h => h ▸ rfl⟩
@[extern "lean_uint8_dec_eq"] def UInt8.decEq (a b : UInt8) : Decidable (a = b) :=
  if h : a.toBitVec = b.toBitVec then isTrue (UInt8.eq_of_toBitVec_eq h) else isFalse fun e => h (e ▸ rfl)
instance instDecidableEqUInt8 : DecidableEq UInt8 := UInt8.decEq
@[extern "lean_uint8_dec_lt"] instance UInt8.decLt (a b : UInt8) : Decidable (a < b) :=
  inferInstanceAs (Decidable (a.toBitVec < b.toBitVec))
@[extern "lean_uint8_dec_le"] instance UInt8.decLe (a b : UInt8) : Decidable (a ≤ b) :=
  inferInstanceAs (Decidable (a.toBitVec ≤ b.toBitVec))
instance instMaxUInt8 : Max UInt8 := maxOfLe
instance instMinUInt8 : Min UInt8 := minOfLe
theorem UInt8.lt_iff_toNat_lt {a b : UInt8} : a < b ↔ a.toNat < b.toNat := Iff.rfl
theorem UInt8.le_iff_toNat_le {a b : UInt8} : a ≤ b ↔ a.toNat ≤ b.toNat := Iff.rfl
@[simp] theorem UInt8.toNat_add (a b : UInt8) : (a + b).toNat = (a.toNat + b.toNat) % 2 ^ 8 := rfl
@[simp] theorem UInt8.toNat_mul (a b : UInt8) : (a * b).toNat = a.toNat * b.toNat % 2 ^ 8 := rfl
@[simp] theorem UInt8.toNat_div (a b : UInt8) : (a / b).toNat = a.toNat / b.toNat := rfl
@[simp] theorem UInt8.toNat_mod (a b : UInt8) : (a % b).toNat = a.toNat % b.toNat := rfl
@[simp] theorem UInt8.toNat_ofNat {n : Nat} : (ofNat n).toNat = n % 2 ^ 8 := rfl
theorem UInt8.toNat_lt (n : UInt8) : n.toNat < 2 ^ 8 := n.toBitVec.isLt

/-! ### UInt16 -/
@[extern "lean_uint16_to_nat"] def UInt16.toNat (n : UInt16) : Nat := n.toBitVec.toNat
@[extern "lean_uint16_of_nat"] def UInt16.ofNatLT (n : @& Nat) (h : n < UInt16.size) : UInt16 := ⟨.ofNatLT n h⟩
@[extern "lean_uint16_of_nat"] def UInt16.ofNat (n : @& Nat) : UInt16 := ⟨BitVec.ofNat _ n⟩
instance UInt16.instOfNat {n : Nat} : OfNat UInt16 n := ⟨UInt16.ofNat n⟩
@[extern "lean_uint16_add"] protected def UInt16.add (a b : UInt16) : UInt16 := ⟨a.toBitVec + b.toBitVec⟩
@[extern "lean_uint16_sub"] protected def UInt16.sub (a b : UInt16) : UInt16 := ⟨a.toBitVec - b.toBitVec⟩
@[extern "lean_uint16_mul"] protected def UInt16.mul (a b : UInt16) : UInt16 := ⟨a.toBitVec * b.toBitVec⟩
@[extern "lean_uint16_div"] protected def UInt16.div (a b : UInt16) : UInt16 := ⟨a.toBitVec / b.toBitVec⟩
@[extern "lean_uint16_mod"] protected def UInt16.mod (a b : UInt16) : UInt16 := ⟨a.toBitVec % b.toBitVec⟩
@[extern "lean_uint16_neg"] protected def UInt16.neg (a : UInt16) : UInt16 := ⟨-a.toBitVec⟩
instance instAddUInt16 : Add UInt16 := ⟨UInt16.add⟩
instance instSubUInt16 : Sub UInt16 := ⟨UInt16.sub⟩
instance instMulUInt16 : Mul UInt16 := ⟨UInt16.mul⟩
instance instDivUInt16 : Div UInt16 := ⟨UInt16.div⟩
instance instModUInt16 : Mod UInt16 := ⟨UInt16.mod⟩
instance instNegUInt16 : Neg UInt16 := ⟨UInt16.neg⟩
instance instInhabitedUInt16 : Inhabited UInt16 := ⟨0⟩
protected def UInt16.lt (a b : UInt16) : Prop := a.toBitVec < b.toBitVec
protected def UInt16.le (a b : UInt16) : Prop := a.toBitVec ≤ b.toBitVec
instance instLTUInt16 : LT UInt16 := ⟨UInt16.lt⟩
instance instLEUInt16 : LE UInt16 := ⟨UInt16.le⟩
theorem UInt16.eq_of_toBitVec_eq : {a b : UInt16} → a.toBitVec = b.toBitVec → a = b
  | ⟨_⟩, ⟨_⟩, rfl => rfl
theorem UInt16.eq_iff_toBitVec_eq {a b : UInt16} : a = b ↔ a.toBitVec = b.toBitVec := ⟨fun h => h ▸ rfl, UInt16.eq_of_toBitVec_eq⟩
theorem UInt16.toNat_inj {a b : UInt16} : a.toNat = b.toNat ↔ a = b :=
  ⟨fun h => UInt16.eq_of_toBitVec_eq (BitVec.eq_of_toNat_eq h), fun h => h ▸ rfl⟩
@[extern "lean_uint16_dec_eq"] def UInt16.decEq (a b : UInt16) : Decidable (a = b) :=
  if h : a.toBitVec = b.toBitVec then isTrue (UInt16.eq_of_toBitVec_eq h) else isFalse fun e => h (e ▸ rfl)
instance instDecidableEqUInt16 : DecidableEq UInt16 := UInt16.decEq
@[extern "lean_uint16_dec_lt"] instance UInt16.decLt (a b : UInt16) : Decidable (a < b) :=
  inferInstanceAs (Decidable (a.toBitVec < b.toBitVec))
@[extern "lean_uint16_dec_le"] instance UInt16.decLe (a b : UInt16) : Decidable (a ≤ b) :=
  inferInstanceAs (Decidable (a.toBitVec ≤ b.toBitVec))
instance instMaxUInt16 : Max UInt16 := maxOfLe
instance instMinUInt16 : Min UInt16 := minOfLe
theorem UInt16.lt_iff_toNat_lt {a b : UInt16} : a < b ↔ a.toNat < b.toNat := Iff.rfl
theorem UInt16.le_iff_toNat_le {a b : UInt16} : a ≤ b ↔ a.toNat ≤ b.toNat := Iff.rfl
@[simp] theorem UInt16.toNat_add (a b : UInt16) : (a + b).toNat = (a.toNat + b.toNat) % 2 ^ 16 := rfl
@[simp] theorem UInt16.toNat_mul (a b : UInt16) : (a * b).toNat = a.toNat * b.toNat % 2 ^ 16 := rfl
@[simp] theorem UInt16.toNat_div (a b : UInt16) : (a / b).toNat = a.toNat / b.toNat := rfl
@[simp] theorem UInt16.toNat_mod (a b : UInt16) : (a % b).toNat = a.toNat % b.toNat := rfl
@[simp] theorem UInt16.toNat_ofNat {n : Nat} : (ofNat n).toNat = n % 2 ^ 16 := rfl
theorem UInt16.toNat_lt (n : UInt16) : n.toNat < 2 ^ 16 := n.toBitVec.isLt

/-! ### UInt32 -/
@[extern "lean_uint32_of_nat"] def UInt32.ofNatLT (n : @& Nat) (h : n < UInt32.size) : UInt32 := ⟨.ofNatLT n h⟩
@[extern "lean_uint32_of_nat"] def UInt32.ofNat (n : @& Nat) : UInt32 := ⟨BitVec.ofNat _ n⟩
instance UInt32.instOfNat {n : Nat} : OfNat UInt32 n := ⟨UInt32.ofNat n⟩
@[extern "lean_uint32_add"] protected def UInt32.add (a b : UInt32) : UInt32 := ⟨a.toBitVec + b.toBitVec⟩
@[extern "lean_uint32_sub"] protected def UInt32.sub (a b : UInt32) : UInt32 := ⟨a.toBitVec - b.toBitVec⟩
@[extern "lean_uint32_mul"] protected def UInt32.mul (a b : UInt32) : UInt32 := ⟨a.toBitVec * b.toBitVec⟩
@[extern "lean_uint32_div"] protected def UInt32.div (a b : UInt32) : UInt32 := ⟨a.toBitVec / b.toBitVec⟩
@[extern "lean_uint32_mod"] protected def UInt32.mod (a b : UInt32) : UInt32 := ⟨a.toBitVec % b.toBitVec⟩
@[extern "lean_uint32_neg"] protected def UInt32.neg (a : UInt32) : UInt32 := ⟨-a.toBitVec⟩
instance instAddUInt32 : Add UInt32 := ⟨UInt32.add⟩
instance instSubUInt32 : Sub UInt32 := ⟨UInt32.sub⟩
instance instMulUInt32 : Mul UInt32 := ⟨UInt32.mul⟩
instance instDivUInt32 : Div UInt32 := ⟨UInt32.div⟩
instance instModUInt32 : Mod UInt32 := ⟨UInt32.mod⟩
instance instNegUInt32 : Neg UInt32 := ⟨UInt32.neg⟩
instance instInhabitedUInt32 : Inhabited UInt32 := ⟨0⟩
protected def UInt32.lt (a b : UInt32) : Prop := a.toBitVec < b.toBitVec
protected def UInt32.le (a b : UInt32) : Prop := a.toBitVec ≤ b.toBitVec
instance instLTUInt32 : LT UInt32 := ⟨UInt32.lt⟩
instance instLEUInt32 : LE UInt32 := ⟨UInt32.le⟩
theorem UInt32.eq_of_toBitVec_eq : {a b : UInt32} → a.toBitVec = b.toBitVec → a = b
  | ⟨_⟩, ⟨_⟩, rfl => rfl
theorem UInt32.eq_iff_toBitVec_eq {a b : UInt32} : a = b ↔ a.toBitVec = b.toBitVec := ⟨fun h => h ▸ rfl, UInt32.eq_of_toBitVec_eq⟩
theorem UInt32.toNat_inj {a b : UInt32} : a.toNat = b.toNat ↔ a = b :=
  ⟨fun h => UInt32.eq_of_toBitVec_eq (BitVec.eq_of_toNat_eq h), fun h => h ▸ rfl⟩
@[extern "lean_uint32_dec_eq"] def UInt32.decEq (a b : UInt32) : Decidable (a = b) :=
  if h : a.toBitVec = b.toBitVec then isTrue (UInt32.eq_of_toBitVec_eq h) else isFalse fun e => h (e ▸ rfl)
instance instDecidableEqUInt32 : DecidableEq UInt32 := UInt32.decEq
@[extern "lean_uint32_dec_lt"] instance UInt32.decLt (a b : UInt32) : Decidable (a < b) :=
  inferInstanceAs (Decidable (a.toBitVec < b.toBitVec))
@[extern "lean_uint32_dec_le"] instance UInt32.decLe (a b : UInt32) : Decidable (a ≤ b) :=
  inferInstanceAs (Decidable (a.toBitVec ≤ b.toBitVec))
instance instMaxUInt32 : Max UInt32 := maxOfLe
instance instMinUInt32 : Min UInt32 := minOfLe
theorem UInt32.lt_iff_toNat_lt {a b : UInt32} : a < b ↔ a.toNat < b.toNat := Iff.rfl
theorem UInt32.le_iff_toNat_le {a b : UInt32} : a ≤ b ↔ a.toNat ≤ b.toNat := Iff.rfl
@[simp] theorem UInt32.toNat_add (a b : UInt32) : (a + b).toNat = (a.toNat + b.toNat) % 2 ^ 32 := rfl
@[simp] theorem UInt32.toNat_mul (a b : UInt32) : (a * b).toNat = a.toNat * b.toNat % 2 ^ 32 := rfl
@[simp] theorem UInt32.toNat_div (a b : UInt32) : (a / b).toNat = a.toNat / b.toNat := rfl
@[simp] theorem UInt32.toNat_mod (a b : UInt32) : (a % b).toNat = a.toNat % b.toNat := rfl
@[simp] theorem UInt32.toNat_ofNat {n : Nat} : (ofNat n).toNat = n % 2 ^ 32 := rfl
theorem UInt32.toNat_lt (n : UInt32) : n.toNat < 2 ^ 32 := n.toBitVec.isLt

/-! ### UInt64 -/
@[extern "lean_uint64_to_nat"] def UInt64.toNat (n : UInt64) : Nat := n.toBitVec.toNat
@[extern "lean_uint64_of_nat"] def UInt64.ofNat (n : @& Nat) : UInt64 := ⟨BitVec.ofNat _ n⟩
instance UInt64.instOfNat {n : Nat} : OfNat UInt64 n := ⟨UInt64.ofNat n⟩
@[extern "lean_uint64_add"] protected def UInt64.add (a b : UInt64) : UInt64 := ⟨a.toBitVec + b.toBitVec⟩
@[extern "lean_uint64_sub"] protected def UInt64.sub (a b : UInt64) : UInt64 := ⟨a.toBitVec - b.toBitVec⟩
@[extern "lean_uint64_mul"] protected def UInt64.mul (a b : UInt64) : UInt64 := ⟨a.toBitVec * b.toBitVec⟩
@[extern "lean_uint64_div"] protected def UInt64.div (a b : UInt64) : UInt64 := ⟨a.toBitVec / b.toBitVec⟩
@[extern "lean_uint64_mod"] protected def UInt64.mod (a b : UInt64) : UInt64 := ⟨a.toBitVec % b.toBitVec⟩
@[extern "lean_uint64_neg"] protected def UInt64.neg (a : UInt64) : UInt64 := ⟨-a.toBitVec⟩
instance instAddUInt64 : Add UInt64 := ⟨UInt64.add⟩
instance instSubUInt64 : Sub UInt64 := ⟨UInt64.sub⟩
instance instMulUInt64 : Mul UInt64 := ⟨UInt64.mul⟩
instance instDivUInt64 : Div UInt64 := ⟨UInt64.div⟩
instance instModUInt64 : Mod UInt64 := ⟨UInt64.mod⟩
instance instNegUInt64 : Neg UInt64 := ⟨UInt64.neg⟩
protected def UInt64.lt (a b : UInt64) : Prop := a.toBitVec < b.toBitVec
protected def UInt64.le (a b : UInt64) : Prop := a.toBitVec ≤ b.toBitVec
instance instLTUInt64 : LT UInt64 := ⟨UInt64.lt⟩
instance instLEUInt64 : LE UInt64 := ⟨UInt64.le⟩
theorem UInt64.eq_of_toBitVec_eq : {a b : UInt64} → a.toBitVec = b.toBitVec → a = b
  | ⟨_⟩, ⟨_⟩, rfl => rfl
theorem UInt64.eq_iff_toBitVec_eq {a b : UInt64} : a = b ↔ a.toBitVec = b.toBitVec := ⟨fun h => h ▸ rfl, UInt64.eq_of_toBitVec_eq⟩
theorem UInt64.toNat_inj {a b : UInt64} : a.toNat = b.toNat ↔ a = b :=
  ⟨fun h => UInt64.eq_of_toBitVec_eq (BitVec.eq_of_toNat_eq h), fun h => h ▸ rfl⟩
@[extern "lean_uint64_dec_eq"] def UInt64.decEq (a b : UInt64) : Decidable (a = b) :=
  if h : a.toBitVec = b.toBitVec then isTrue (UInt64.eq_of_toBitVec_eq h) else isFalse fun e => h (e ▸ rfl)
instance instDecidableEqUInt64 : DecidableEq UInt64 := UInt64.decEq
@[extern "lean_uint64_dec_lt"] instance UInt64.decLt (a b : UInt64) : Decidable (a < b) :=
  inferInstanceAs (Decidable (a.toBitVec < b.toBitVec))
@[extern "lean_uint64_dec_le"] instance UInt64.decLe (a b : UInt64) : Decidable (a ≤ b) :=
  inferInstanceAs (Decidable (a.toBitVec ≤ b.toBitVec))
instance instMaxUInt64 : Max UInt64 := maxOfLe
instance instMinUInt64 : Min UInt64 := minOfLe
theorem UInt64.lt_iff_toNat_lt {a b : UInt64} : a < b ↔ a.toNat < b.toNat := Iff.rfl
theorem UInt64.le_iff_toNat_le {a b : UInt64} : a ≤ b ↔ a.toNat ≤ b.toNat := Iff.rfl
@[simp] theorem UInt64.toNat_add (a b : UInt64) : (a + b).toNat = (a.toNat + b.toNat) % 2 ^ 64 := rfl
@[simp] theorem UInt64.toNat_mul (a b : UInt64) : (a * b).toNat = a.toNat * b.toNat % 2 ^ 64 := rfl
@[simp] theorem UInt64.toNat_div (a b : UInt64) : (a / b).toNat = a.toNat / b.toNat := rfl
@[simp] theorem UInt64.toNat_mod (a b : UInt64) : (a % b).toNat = a.toNat % b.toNat := rfl
@[simp] theorem UInt64.toNat_ofNat {n : Nat} : (ofNat n).toNat = n % 2 ^ 64 := rfl
theorem UInt64.toNat_lt (n : UInt64) : n.toNat < 2 ^ 64 := n.toBitVec.isLt

/-! ### USize -/
@[extern "lean_usize_to_nat"] def USize.toNat (n : USize) : Nat := n.toBitVec.toNat
@[extern "lean_usize_of_nat"] def USize.ofNatLT (n : @& Nat) (h : n < USize.size) : USize := ⟨.ofNatLT n h⟩
@[extern "lean_usize_of_nat"] def USize.ofNat (n : @& Nat) : USize := ⟨BitVec.ofNat _ n⟩
instance USize.instOfNat {n : Nat} : OfNat USize n := ⟨USize.ofNat n⟩
@[extern "lean_usize_add"] protected def USize.add (a b : USize) : USize := ⟨a.toBitVec + b.toBitVec⟩
@[extern "lean_usize_sub"] protected def USize.sub (a b : USize) : USize := ⟨a.toBitVec - b.toBitVec⟩
@[extern "lean_usize_mul"] protected def USize.mul (a b : USize) : USize := ⟨a.toBitVec * b.toBitVec⟩
@[extern "lean_usize_div"] protected def USize.div (a b : USize) : USize := ⟨a.toBitVec / b.toBitVec⟩
@[extern "lean_usize_mod"] protected def USize.mod (a b : USize) : USize := ⟨a.toBitVec % b.toBitVec⟩
@[extern "lean_usize_neg"] protected def USize.neg (a : USize) : USize := ⟨-a.toBitVec⟩
instance instAddUSize : Add USize := ⟨USize.add⟩
instance instSubUSize : Sub USize := ⟨USize.sub⟩
instance instMulUSize : Mul USize := ⟨USize.mul⟩
instance instDivUSize : Div USize := ⟨USize.div⟩
instance instModUSize : Mod USize := ⟨USize.mod⟩
instance instNegUSize : Neg USize := ⟨USize.neg⟩
instance instInhabitedUSize : Inhabited USize := ⟨0⟩
protected def USize.lt (a b : USize) : Prop := a.toBitVec < b.toBitVec
protected def USize.le (a b : USize) : Prop := a.toBitVec ≤ b.toBitVec
instance instLTUSize : LT USize := ⟨USize.lt⟩
instance instLEUSize : LE USize := ⟨USize.le⟩
theorem USize.eq_of_toBitVec_eq : {a b : USize} → a.toBitVec = b.toBitVec → a = b
  | ⟨_⟩, ⟨_⟩, rfl => rfl
theorem USize.eq_iff_toBitVec_eq {a b : USize} : a = b ↔ a.toBitVec = b.toBitVec := ⟨fun h => h ▸ rfl, USize.eq_of_toBitVec_eq⟩
theorem USize.toNat_inj {a b : USize} : a.toNat = b.toNat ↔ a = b :=
  ⟨fun h => USize.eq_of_toBitVec_eq (BitVec.eq_of_toNat_eq h), fun h => h ▸ rfl⟩
@[extern "lean_usize_dec_eq"] def USize.decEq (a b : USize) : Decidable (a = b) :=
  if h : a.toBitVec = b.toBitVec then isTrue (USize.eq_of_toBitVec_eq h) else isFalse fun e => h (e ▸ rfl)
instance instDecidableEqUSize : DecidableEq USize := USize.decEq
@[extern "lean_usize_dec_lt"] instance USize.decLt (a b : USize) : Decidable (a < b) :=
  inferInstanceAs (Decidable (a.toBitVec < b.toBitVec))
@[extern "lean_usize_dec_le"] instance USize.decLe (a b : USize) : Decidable (a ≤ b) :=
  inferInstanceAs (Decidable (a.toBitVec ≤ b.toBitVec))
instance instMaxUSize : Max USize := maxOfLe
instance instMinUSize : Min USize := minOfLe
theorem USize.lt_iff_toNat_lt {a b : USize} : a < b ↔ a.toNat < b.toNat := Iff.rfl
theorem USize.le_iff_toNat_le {a b : USize} : a ≤ b ↔ a.toNat ≤ b.toNat := Iff.rfl

/-! ### Conversions -/
@[extern "lean_uint8_to_uint16"] def UInt8.toUInt16 (a : UInt8) : UInt16 := .ofNat a.toNat
@[extern "lean_uint8_to_uint32"] def UInt8.toUInt32 (a : UInt8) : UInt32 := .ofNat a.toNat
@[extern "lean_uint8_to_uint64"] def UInt8.toUInt64 (a : UInt8) : UInt64 := .ofNat a.toNat
@[extern "lean_uint8_to_usize"] def UInt8.toUSize (a : UInt8) : USize := .ofNat a.toNat
@[extern "lean_uint16_to_uint8"] def UInt16.toUInt8 (a : UInt16) : UInt8 := .ofNat a.toNat
@[extern "lean_uint16_to_uint32"] def UInt16.toUInt32 (a : UInt16) : UInt32 := .ofNat a.toNat
@[extern "lean_uint16_to_uint64"] def UInt16.toUInt64 (a : UInt16) : UInt64 := .ofNat a.toNat
@[extern "lean_uint16_to_usize"] def UInt16.toUSize (a : UInt16) : USize := .ofNat a.toNat
@[extern "lean_uint32_to_uint8"] def UInt32.toUInt8 (a : UInt32) : UInt8 := .ofNat a.toNat
@[extern "lean_uint32_to_uint16"] def UInt32.toUInt16 (a : UInt32) : UInt16 := .ofNat a.toNat
@[extern "lean_uint32_to_uint64"] def UInt32.toUInt64 (a : UInt32) : UInt64 := .ofNat a.toNat
@[extern "lean_uint32_to_usize"] def UInt32.toUSize (a : UInt32) : USize := .ofNat a.toNat
@[extern "lean_uint64_to_uint8"] def UInt64.toUInt8 (a : UInt64) : UInt8 := .ofNat a.toNat
@[extern "lean_uint64_to_uint16"] def UInt64.toUInt16 (a : UInt64) : UInt16 := .ofNat a.toNat
@[extern "lean_uint64_to_uint32"] def UInt64.toUInt32 (a : UInt64) : UInt32 := .ofNat a.toNat
@[extern "lean_uint64_to_usize"] def UInt64.toUSize (a : UInt64) : USize := .ofNat a.toNat
@[extern "lean_usize_to_uint8"] def USize.toUInt8 (a : USize) : UInt8 := .ofNat a.toNat
@[extern "lean_usize_to_uint16"] def USize.toUInt16 (a : USize) : UInt16 := .ofNat a.toNat
@[extern "lean_usize_to_uint32"] def USize.toUInt32 (a : USize) : UInt32 := .ofNat a.toNat
@[extern "lean_usize_to_uint64"] def USize.toUInt64 (a : USize) : UInt64 := .ofNat a.toNat
def Nat.toUInt8 (n : Nat) : UInt8 := .ofNat n
def Nat.toUInt16 (n : Nat) : UInt16 := .ofNat n
def Nat.toUInt32 (n : Nat) : UInt32 := .ofNat n
def Nat.toUInt64 (n : Nat) : UInt64 := .ofNat n
def Nat.toUSize (n : Nat) : USize := .ofNat n
