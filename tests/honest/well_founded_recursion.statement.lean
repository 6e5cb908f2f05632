def halve (n : Nat) : Nat := if h : n < 2 then 0 else halve (n - 2) + 1
termination_by n
decreasing_by omega
theorem halve_four : halve 4 = 2 := sorry
