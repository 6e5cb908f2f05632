prelude
import Init.Data.Int.Gcd
import Init.Data.Int.Instances
import Init.Data.Int.Linear
/-! Integers: everything about them, in one import. -/
