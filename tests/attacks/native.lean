-- expect: rejected
-- reasons: axiom_not_allowed
-- B7: compiled code that is not the definition
def g : Bool := true
@[implemented_by g] def f : Bool := false
theorem bad : f = true := by native_decide
