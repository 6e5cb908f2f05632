-- expect: rejected
-- B7: the constants by which older kernels run compiled code
opaque Lean.reduceBool (b : Bool) : Bool := b
def g : Bool := true
@[implemented_by g] def f : Bool := false
theorem bad : Lean.reduceBool f = true := by decide +kernel
