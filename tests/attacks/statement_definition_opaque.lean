-- expect: rejected
-- elaborated: proved
-- reasons: definition_changed
-- S5: the statement's definition is opaque
opaque double (n : Nat) : Nat
theorem bad : ∃ f : Nat → Nat, f = double := ⟨double, rfl⟩
