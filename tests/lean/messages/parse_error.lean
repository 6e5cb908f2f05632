theorem t : 1 = := rfl

theorem u : (1 + 1 = 2 := rfl

example : True := by
  exact trivial trivial )

def x : Nat := 3
