/-- Twice a number. -/
@[simp, inline]
def twice (n : Nat) : Nat :=
  -- a sum
  n + n
/-! A section -/
/-- It is even. -/
theorem even (n : Nat) : twice n % 2 = 0 := sorry
