prelude
import Init.Core
/-! Casts from the natural numbers: the class `NatCast`, the coercion `Nat.cast` and its identities on `Nat`. -/
universe u
/-- Types into which every natural number can be cast. -/
class NatCast (R : Type u) where
  natCast : Nat → R
instance instNatCastNat : NatCast Nat := ⟨id⟩
@[coe, reducible, match_pattern] protected def Nat.cast {R : Type u} [NatCast R] : Nat → R := NatCast.natCast
instance [NatCast R] : CoeTail Nat R := ⟨Nat.cast⟩
instance [NatCast R] : CoeHTCT Nat R := ⟨Nat.cast⟩
@[simp, norm_cast] theorem Nat.cast_id (n : Nat) : n.cast = n := rfl
