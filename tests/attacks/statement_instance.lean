-- expect: rejected
-- elaborated: proved
-- reasons: statement_changed
-- S3: addition is another function
local instance (priority := high) : Add Nat := ⟨fun _ _ => 3⟩
theorem bad : 1 + 1 = 3 := rfl
