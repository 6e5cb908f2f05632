def one : Nat := 1
def positive : { n : Nat // 0 < n } := ⟨one, by decide⟩
theorem value : positive.1 = 1 := sorry
