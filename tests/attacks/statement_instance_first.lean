-- expect: rejected
-- elaborated: proved
-- reasons: definition_changed
-- S3, S5: an instance stands before the definition of the statement
local instance (priority := high) : HAdd Nat Nat Nat := ⟨fun _ _ => 3⟩
def sum (a b : Nat) : Nat := a + b
theorem bad : sum 1 1 = 3 := rfl
