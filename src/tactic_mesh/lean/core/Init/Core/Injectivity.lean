prelude
import Init.SizeOf
import Init.SimpLemmas
/-! Constructors are injective. Types that were declared before tactics worked get their lemmas (`Prod.mk.injEq`,
`List.cons.inj`, …) and their sizes here; later types get them where they are declared. -/

universe u v

gen_injective_theorems% Nat
gen_injective_theorems% Fin
gen_injective_theorems% Array
gen_injective_theorems% Prod
gen_injective_theorems% PProd
gen_injective_theorems% MProd
gen_injective_theorems% Option
gen_injective_theorems% List
gen_injective_theorems% Sum
gen_injective_theorems% PSum
gen_injective_theorems% Sigma
gen_injective_theorems% PSigma
gen_injective_theorems% Subtype
gen_injective_theorems% Except

deriving instance SizeOf for PUnit, Bool, Prod, PProd, MProd, Option, List, Array, Sum, PSum, Sigma, PSigma, Subtype, Except
deriving instance SizeOf for ULift, PLift, Char, String
