#check Nat.add_comm
example : 1 + 1 = 2 := rfl
#print axioms Nat.add_comm
set_option pp.all true in
theorem four : 2 + 2 = 4 := rfl
#reduce 2 + 2
