-- expect: rejected
-- reasons: axiom_not_allowed
-- K2: unsafe code as a proof
unsafe def bad : False := unsafeCast ()
@[implemented_by bad] opaque worse : False
