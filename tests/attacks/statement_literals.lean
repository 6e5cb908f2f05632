-- expect: rejected
-- S3: a number is another number
local instance (priority := high) : OfNat Nat 5 := ⟨4⟩
theorem bad : 5 = 4 := by decide +kernel
