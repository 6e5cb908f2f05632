def join (a b : Nat) : Nat := a * 10 + b
theorem joined : join 1 1 = 11 := sorry
