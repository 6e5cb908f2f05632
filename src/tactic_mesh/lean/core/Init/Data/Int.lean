prelude
import Init.Data.Int.Gcd
/-! Integers: everything about them, in one import. -/
