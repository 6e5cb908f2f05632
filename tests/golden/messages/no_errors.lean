theorem unfinished (p q : Prop) (hp : p) : p ∧ q := by
  exact ⟨hp, sorry⟩
theorem unused (n : Nat) : True := trivial
axiom whatever : False
theorem all : 1 = 2 := whatever.elim
#print axioms all
#eval 1 + 1
#check (all : 1 = 2)
theorem suggested (n : Nat) : n + 0 = n := by
  simp?
