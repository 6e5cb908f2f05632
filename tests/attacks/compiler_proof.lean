-- expect: rejected
-- B1: the axiom with which the compiler replaces proofs
theorem bad : False := lcProof
