structure Pair where
  first : Nat
  second : Nat
def swap (p : Pair) : Pair := ⟨p.2, p.1⟩
theorem bad : (swap ⟨1, 2⟩).1 = 1 := sorry
