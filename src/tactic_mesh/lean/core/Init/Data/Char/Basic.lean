prelude
import Init.Data.Nat.Basic
import Init.Data.UInt.Basic
/-! This module: characters: their order, their classes, upper and lower case. -/

namespace Char
protected def lt (a b : Char) : Prop := a.val < b.val
protected def le (a b : Char) : Prop := a.val ≤ b.val
instance instLT : LT Char := ⟨Char.lt⟩
instance instLE : LE Char := ⟨Char.le⟩
instance instDecidableLt (a b : Char) : Decidable (a < b) := UInt32.decLt _ _
instance instDecidableLe (a b : Char) : Decidable (a ≤ b) := UInt32.decLe _ _

@[inline] def isWhitespace (c : Char) : Bool := c = ' ' || c = '\t' || c = '\r' || c = '\n'
@[inline] def isUpper (c : Char) : Bool := 65 ≤ c.toNat && c.toNat ≤ 90
@[inline] def isLower (c : Char) : Bool := 97 ≤ c.toNat && c.toNat ≤ 122
@[inline] def isAlpha (c : Char) : Bool := c.isUpper || c.isLower
@[inline] def isDigit (c : Char) : Bool := 48 ≤ c.toNat && c.toNat ≤ 57
@[inline] def isAlphanum (c : Char) : Bool := c.isAlpha || c.isDigit
@[inline] def isHexDigit (c : Char) : Bool :=
  c.isDigit || (97 ≤ c.toNat && c.toNat ≤ 102) || (65 ≤ c.toNat && c.toNat ≤ 70)
/-- The small letter of a capital one among A–Z; every other character is left as it is. -/
def toLower (c : Char) : Char := if c.isUpper then Char.ofNat (c.toNat + 32) else c
/-- The capital of a small letter among a–z; every other character is left as it is. -/
def toUpper (c : Char) : Char := if c.isLower then Char.ofNat (c.toNat - 32) else c
def toUInt8 (c : Char) : UInt8 := c.val.toUInt8
protected def toString (c : Char) : String := String.ofList [c]
/-- How many bytes the character takes in UTF-8. -/
def utf8Size (c : Char) : Nat :=
  if c.toNat ≤ 0x7f then 1 else if c.toNat ≤ 0x7ff then 2 else if c.toNat ≤ 0xffff then 3 else 4

theorem ext : {a b : Char} → a.val = b.val → a = b
  | ⟨_, _⟩, ⟨_, _⟩, rfl => rfl
theorem le_def {a b : Char} : a ≤ b ↔ a.val ≤ b.val := Iff.rfl
theorem lt_def {a b : Char} : a < b ↔ a.val < b.val := Iff.rfl
theorem lt_iff_val_lt_val {a b : Char} : a < b ↔ a.val < b.val := Iff.rfl
@[simp] theorem not_le {a b : Char} : ¬ a ≤ b ↔ b < a := Nat.not_le
@[simp] theorem not_lt {a b : Char} : ¬ a < b ↔ b ≤ a := Nat.not_lt
@[simp] protected theorem le_refl (a : Char) : a ≤ a := Nat.le_refl _
@[simp] protected theorem lt_irrefl (a : Char) : ¬ a < a := Nat.lt_irrefl _
protected theorem le_trans {a b c : Char} : a ≤ b → b ≤ c → a ≤ c := Nat.le_trans
protected theorem lt_trans {a b c : Char} : a < b → b < c → a < c := Nat.lt_trans
protected theorem le_total (a b : Char) : a ≤ b ∨ b ≤ a := Nat.le_total _ _
protected theorem le_antisymm {a b : Char} (h : a ≤ b) (k : b ≤ a) : a = b :=
  Char.eq_of_toNat_eq (Nat.le_antisymm h k)
protected theorem lt_asymm {a b : Char} (h : a < b) : ¬ b < a := fun k => Char.lt_irrefl a (Char.lt_trans h k)
protected theorem ne_of_lt {a b : Char} (h : a < b) : a ≠ b := fun e => Char.lt_irrefl b (e ▸ h)
end Char
