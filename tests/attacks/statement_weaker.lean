-- expect: rejected
-- elaborated: proved
-- reasons: statement_changed
-- S5: almost the same
theorem bad : ∀ n : Nat, ∃ m, m > n ∨ m % 2 = 1 := fun n => ⟨n + 1, .inl (Nat.lt_succ_self n)⟩
