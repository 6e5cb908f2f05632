-- the helper comes first, so that the match of `f` belongs to it
def helper : Nat → Bool
  | 0 => true
  | _ + 1 => false
def f : Nat → Nat
  | 0 => 1
  | n + 1 => n
theorem f_zero : f 0 = 1 := rfl
def g : Nat → Nat
  | 0 => 2
  | n + 1 => n + n
theorem together : f 0 + g 0 = 3 := by rw [f_zero]; rfl
