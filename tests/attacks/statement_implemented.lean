-- expect: rejected
-- reasons: axiom_not_allowed
-- S5, B7: only the compiled code is another
def five (_ : Nat) : Nat := 5
@[implemented_by five] def double (n : Nat) : Nat := n + n
theorem bad : double 2 = 5 := by native_decide
