def start (n : Nat := 1) : Nat := n
theorem bad : start = 2 := sorry
