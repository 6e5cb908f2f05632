def sumTo (n : Nat) : Nat := Id.run do
  let mut s := 0
  for i in [0:n] do
    s := s + i
  return s
theorem sum_five : sumTo 5 = 10 := sorry
