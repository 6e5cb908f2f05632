def third (xs : List Nat) (h : 2 < xs.length) : Nat := xs[2]
def pick : Nat := third [1, 2, 3, 4] (by decide)
theorem picked : pick = 3 := sorry
