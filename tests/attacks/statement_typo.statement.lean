def total (n : Nat) : Nat := n
theorem bad (n : Nat) : total n = n + 1 := sorry
