prelude
import Init.Data.Int.Lemmas
import Init.Data.Hashable
import Init.Core.Operations
/-! Integers: instances of the classes that live in other modules. -/
namespace Int
instance instLawfulIdentityHAddOfNat : Std.LawfulIdentity (α := Int) (· + ·) 0 where
  left_id := Int.zero_add
  right_id := Int.add_zero
instance instLawfulIdentityHMulOfNat : Std.LawfulIdentity (α := Int) (· * ·) 1 where
  left_id := Int.one_mul
  right_id := Int.mul_one
end Int
instance instHashableInt : Hashable Int where
  hash
    | .ofNat n => UInt64.ofNat (2 * n)
    | .negSucc n => UInt64.ofNat (2 * n + 1)
