namespace Outer
section
variable (p q : Prop) {n : Nat}

theorem inner (h : p) : p ∨ q := Or.inl h

include n in
theorem unused : p → p := id
end

open Nat in
theorem uses_open (a b : Nat) : a + b = b + a := add_comm a b

theorem inner (p : Prop) : p → p := id
end Outer

#check Outer.inner
end Missing
