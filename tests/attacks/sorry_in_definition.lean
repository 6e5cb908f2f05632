-- expect: incomplete
-- A7: the statement is true because of a definition with a gap
set_option warn.sorry false
def value : { n : Nat // n = 0 ∧ n = 1 } := sorry
theorem bad : 0 = 1 := value.2.1.symm.trans value.2.2
