-- expect: rejected
-- elaborated: proved
-- S3: another order
local instance (priority := high) : LT Nat := ⟨fun _ _ => True⟩
theorem bad (a b : Nat) : a < b := trivial
