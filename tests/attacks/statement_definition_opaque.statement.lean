def double (n : Nat) : Nat := n + n
theorem bad : ∃ f : Nat → Nat, f = double := sorry
