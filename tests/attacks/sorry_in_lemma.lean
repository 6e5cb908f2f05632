-- expect: incomplete
-- A7: the gap is far from the theorem
set_option warn.sorry false
theorem first : 1 = 2 := sorry
def second (_ : Unit) : 1 = 2 := first
theorem third : 1 = 2 ∧ True := ⟨second (), trivial⟩
theorem bad : 1 = 2 := third.1
