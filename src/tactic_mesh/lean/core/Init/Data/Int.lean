prelude
import Init.Data.Int.DivMod.Bootstrap
/-! Integers: everything about them, in one import. -/
