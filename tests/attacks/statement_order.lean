-- expect: rejected
-- elaborated: proved
-- reasons: statement_changed
-- S3: another order
local instance (priority := high) : LT Nat := ⟨fun _ _ => True⟩
theorem bad (a b : Nat) : a < b := trivial
