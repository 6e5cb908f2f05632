namespace Z
def op (a b : Nat) : Nat := a + 2 * b
scoped infixl:70 " ⊙ " => op
end Z
open Z in
theorem op_one : 1 ⊙ 1 = 3 := sorry
