-- expect: rejected
-- reasons: axiom_not_allowed
-- B7: the axiom of older versions
axiom Lean.trustCompiler : True
axiom Lean.ofReduceBool (a b : Bool) (h : a = b) : 1 = 2
theorem bad : 1 = 2 := Lean.ofReduceBool true true rfl
