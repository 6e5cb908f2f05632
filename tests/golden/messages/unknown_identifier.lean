theorem of_exact (n : Nat) : n = 3 := by exact foo
theorem of_constant (n : Nat) : n = 3 := by exact Nat.foo n
theorem of_field (n : Nat) : n = 3 := by exact n.foo
theorem of_dotted : Nat := .foo
theorem of_rw (n : Nat) : n = 3 := by
  rw [Nat.does_not_exist]
theorem of_cases (n : Nat) : n = 1 := by cases foo
theorem of_unfold (p q : Prop) : p ∧ q := by unfold foo
theorem of_specialize (n : Nat) : n = 3 := by specialize foo 3
open Nope
theorem of_tactic (n : Nat) : n = 3 := by
  norm_num
structure Point where
  x : Nat
def point : Point := { x := 1, y := 1 }
attribute [nope] Point
set_option nope true
