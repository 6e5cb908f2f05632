-- expect: proved
-- S8: the statement says something else than it seems to, and that is proved
theorem less (n : Nat) : n - (n + 1) = 0 := Nat.sub_eq_zero_of_le (Nat.le_succ n)
