def f : Nat → Nat
  | 0 => 1
  | n + 1 => n
def g : Nat → Nat
  | 0 => 2
  | n + 1 => n + n
theorem together : f 0 + g 0 = 3 := sorry
