-- expect: rejected
-- K5: the kernel computes it; its definition says 8
theorem bad : Nat.powMod 2 3 0 = 0 := by decide +kernel
