-- expect: proved
-- S8: true, since nothing fulfils the hypothesis: the proof is genuine
theorem empty (n : Nat) (h : n < 0) : n = n + 1 := absurd h (Nat.not_lt_zero n)
