-- expect: rejected
-- K5: a number beyond 32 bits as a character
theorem bad : (Char.ofNat (2 ^ 32 + 65)).toNat = 65 := by decide +kernel
