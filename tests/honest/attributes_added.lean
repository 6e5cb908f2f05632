@[inline, simp] def double (n : Nat) : Nat := n + n
@[simp] theorem double_zero : double 0 = 0 := rfl
theorem double_sum : double 0 + double 0 = 0 := by simp
