prelude
import Init.Data.Int.Gcd
import Init.Data.Int.Instances
/-! Integers: everything about them, in one import. -/
