theorem of_exact (n : Nat) (h : 1 = 1) : n = 1 := by exact h
theorem of_term (p q : Prop) (h : p ∧ q) : q := h.1
theorem of_sort (a b : Nat) (h : a ≤ b) : a = b := by exact (h : Nat)
def applied (n : Nat) : Nat := n "a"
def argument (n : Nat) : Nat := Nat.succ "a"
def no_instance (n : Nat) : String := n + 1
theorem numeral (p : Prop) : p + 1 = 2 := sorry
theorem of_infer (p q : Prop) : p ∧ q := by infer_instance
theorem fields (p q : Prop) (hp : p) : p ∧ q := ⟨hp⟩
example : Nat := ⟨1, 2⟩
