#check Nat
#check (fun n : Nat => n + 1)
#eval 2 + 3
#eval [1, 2, 3].map (· + 1)
#print axioms Nat.add_comm
#reduce (fun x : Nat => x + 2) 3
#print Nat
