-- expect: rejected
-- elaborated: proved
-- reasons: statement_changed
-- S3: a proposition is made of a truth value in another way
variable (b : Bool)
local notation "true" => b
theorem bad : b = true := rfl
