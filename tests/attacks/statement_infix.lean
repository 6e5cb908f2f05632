-- expect: rejected
-- elaborated: proved
-- reasons: statement_changed
-- S2: a notation that binds more
local infix:50 (priority := high) " ≤ " => fun a b : Nat => b ≥ 0 ∧ a = a
theorem bad (n : Nat) : n + 1 ≤ n := ⟨Nat.zero_le _, rfl⟩
