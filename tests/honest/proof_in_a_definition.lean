def other : { n : Nat // 0 < n } := ⟨1, by decide⟩
def third (xs : List Nat) (h : 2 < xs.length) : Nat := xs[2]
def pick : Nat := third [1, 2, 3, 4] (by decide)
def more : { n : Nat // 1 < n } := ⟨2, by decide⟩
theorem picked : pick = 3 := rfl
