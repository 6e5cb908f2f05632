theorem before : 0 < 1 := by decide
def one : Nat := 1
theorem between : 0 < one := before
def positive : { n : Nat // 0 < n } := ⟨one, by decide⟩
theorem value : positive.1 = 1 := rfl
