def count : Nat → Nat
  | 0 => 0
  | n + 1 => count n + 1
theorem bad : count 2 = 3 := sorry
