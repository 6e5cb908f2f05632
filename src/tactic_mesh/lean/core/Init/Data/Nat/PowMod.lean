prelude
import Init.Data.Nat.Pow
/-! Natural numbers: powers modulo a number. -/
namespace Nat
/-- `b ^ e % m`; compiled code never makes the power itself. -/
@[extern "lean_nat_powmod"] def powMod (b e m : @& Nat) : Nat := b ^ e % m
theorem powMod_eq (b e m : Nat) : powMod b e m = b ^ e % m := rfl
end Nat
