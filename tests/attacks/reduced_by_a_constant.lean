-- expect: rejected
-- K1: what the elaborator believes, the kernel does not
@[implemented_by Nat.succ] def same (n : Nat) : Nat := n
theorem bad : same 1 = 2 := by decide
