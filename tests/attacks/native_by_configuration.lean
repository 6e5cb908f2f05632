-- expect: incomplete
-- reasons: silenced
-- B7, A8
def g : Bool := true
@[implemented_by g] def f : Bool := false
example : f = true := by decide +native
