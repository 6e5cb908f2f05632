prelude
import Init.Data.Int.Basic
import Init.Data.Nat.Div.Basic
/-! Division of integers: `/` and `%` (the remainder is never negative), division that rounds to zero (`tdiv`, `tmod`)
or down (`fdiv`, `fmod`), and the balanced pair (`bdiv`, `bmod`). -/
namespace Int
set_option linter.unusedVariables false
open Nat (succ)
set_option bootstrap.genMatcherCode false in
/-- Division with a remainder that is never negative; this is `/`. -/
@[extern "lean_int_ediv"] def ediv : (@& Int) → (@& Int) → Int
  | ofNat m, ofNat n => ofNat (m / n)
  | ofNat m, negSucc n => -ofNat (m / succ n)
  | negSucc _, ofNat 0 => 0
  | negSucc m, ofNat (succ n) => negSucc (m / succ n)
  | negSucc m, negSucc n => ofNat (succ (m / succ n))
set_option bootstrap.genMatcherCode false in
/-- The remainder that goes with `ediv`; this is `%`. -/
@[extern "lean_int_emod"] def emod : (@& Int) → (@& Int) → Int
  | ofNat m, n => ofNat (m % natAbs n)
  | negSucc m, n => subNatNat (natAbs n) (succ (m % natAbs n))
instance instDiv : Div Int := ⟨Int.ediv⟩
instance instMod : Mod Int := ⟨Int.emod⟩
set_option bootstrap.genMatcherCode false in
/-- Division that rounds towards zero. -/
@[extern "lean_int_div"] def tdiv : (@& Int) → (@& Int) → Int
  | ofNat m, ofNat n => ofNat (m / n)
  | ofNat m, negSucc n => -ofNat (m / succ n)
  | negSucc m, ofNat n => -ofNat (succ m / n)
  | negSucc m, negSucc n => ofNat (succ m / succ n)
set_option bootstrap.genMatcherCode false in
/-- The remainder that goes with `tdiv`: it has the sign of the dividend. -/
@[extern "lean_int_mod"] def tmod : (@& Int) → (@& Int) → Int
  | ofNat m, ofNat n => ofNat (m % n)
  | ofNat m, negSucc n => ofNat (m % succ n)
  | negSucc m, ofNat n => -ofNat (succ m % n)
  | negSucc m, negSucc n => -ofNat (succ m % succ n)
set_option bootstrap.genMatcherCode false in
/-- Division that rounds down. -/
@[extern "x"] def fdiv : Int → Int → Int
  | ofNat 0, _ => 0
  | ofNat m, ofNat n => ofNat (m / n)
  | ofNat (succ m), negSucc n => negSucc (m / succ n)
  | negSucc _, ofNat 0 => 0
  | negSucc m, ofNat (succ n) => negSucc (m / succ n)
  | negSucc m, negSucc n => ofNat (succ m / succ n)
set_option bootstrap.genMatcherCode false in
/-- The remainder that goes with `fdiv`: it has the sign of the divisor. -/
@[extern "x"] def fmod : Int → Int → Int
  | ofNat 0, _ => 0
  | ofNat m, ofNat n => ofNat (m % n)
  | ofNat (succ m), negSucc n => subNatNat (m % succ n) n
  | negSucc m, ofNat n => subNatNat n (succ (m % n))
  | negSucc m, negSucc n => -ofNat (succ m % succ n)
/-- The remainder modulo `m` of least absolute value, in `[-m/2, m/2)`. -/
def bmod (x : Int) (m : Nat) : Int :=
  let r := x % m
  if r < (m + 1) / 2 then r else r - m
/-- The quotient that goes with `bmod`. -/
def bdiv (x : Int) (m : Nat) : Int :=
  if m = 0 then 0 else
    let q := x / m
    let r := x % m
    if r < (m + 1) / 2 then q else q + 1
end Int
