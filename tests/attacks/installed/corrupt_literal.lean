-- expect: rejected
-- theorem: bad
-- K3
import Lean
unsafe def less : Nat := unsafeCast (-4294967296 : Int)
@[implemented_by less] opaque least : Nat
open Lean in
elab "literal" : term => return mkRawNatLit least
theorem bad : False := absurd (Nat.zero_le literal) (by decide +kernel)
