theorem a (n : Nat) : n = := by sorry
theorem b (n : Nat : n = 1 := by sorry
theorem c : 'ab' = 1 := by sorry
theorem d : True := by exact (trivial
theorem e : True := by
theorem f : True := trivial trivial)
def g := "open \q string"
theorem
h : True := by
  intro 5
/- never closed
