-- expect: rejected
-- reasons: axiom_not_allowed
-- B1: the axiom with which the compiler replaces proofs
theorem bad : False := lcProof
