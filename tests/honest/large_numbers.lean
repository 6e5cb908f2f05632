def large : Nat := 123456789012345678901234567890123456789012345678901234567890
theorem product : large * large % 1000 = 100 := by decide +kernel
theorem powers : 18446744073709551615 + 1 = 2 ^ 64 := rfl
