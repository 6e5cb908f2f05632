unsafe def address (n : Nat) : Nat := address n + 1
unsafe inductive Knot where
  | tie : (Knot → Nat) → Knot
@[implemented_by address] def same (n : Nat) : Nat := n
theorem two : 1 + 1 = 2 := rfl
