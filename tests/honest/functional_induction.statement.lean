def log : Nat → Nat
  | 0 => 0
  | n + 1 => log ((n + 1) / 2) + 1
decreasing_by omega
theorem log_le (n : Nat) : log n ≤ n := sorry
