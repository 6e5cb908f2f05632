-- expect: rejected
-- elaborated: proved
-- reasons: statement_changed
-- S2: `False` is another proposition
local macro "False" : term => `(True)
theorem bad : ∀ n : Nat, n < 0 → False := fun _ _ => trivial
