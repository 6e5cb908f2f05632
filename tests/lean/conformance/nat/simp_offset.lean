--- case: simp solves an equation with an offset
--- expect: ok
example (x : Nat) : x + 2 = 5 ↔ x = 3 := by simp
--- case: simp solves an inequality with an offset
--- expect: ok
example (x : Nat) : x + 2 ≤ 5 ↔ x ≤ 3 := by simp
--- case: simp cancels offsets on both sides of an equation
--- expect: ok
example (x y : Nat) : x + 3 = y + 5 ↔ x = y + 2 := by simp
--- case: simp cancels the larger offset on the left
--- expect: ok
example (x y : Nat) : x + 5 = y + 3 ↔ x + 2 = y := by simp
--- case: simp cancels offsets on both sides of an inequality
--- expect: ok
example (x y : Nat) : x + 3 ≤ y + 5 ↔ x ≤ y + 2 := by simp
--- case: simp cancels the larger offset of an inequality
--- expect: ok
example (x y : Nat) : x + 5 ≤ y + 3 ↔ x + 2 ≤ y := by simp
--- case: simp refutes an equation with too large an offset
--- expect: ok
example (x : Nat) : x + 7 ≠ 5 := by simp
--- case: simp refutes the mirrored equation
--- expect: ok
example (x : Nat) : 5 ≠ x + 7 := by simp
--- case: simp refutes an inequality with too large an offset
--- expect: ok
example (x : Nat) : ¬ x + 7 ≤ 5 := by simp
--- case: simp proves an inequality below an offset
--- expect: ok
example (x : Nat) : 5 ≤ x + 7 := by simp
--- case: simp moves a literal over an inequality
--- expect: ok
example (x : Nat) : 5 ≤ x + 3 ↔ 2 ≤ x := by simp
--- case: simp subtracts a smaller offset
--- expect: ok
example (x : Nat) : x + 5 - 3 = x + 2 := by simp
--- case: simp subtracts a larger offset
--- expect: ok
example (x : Nat) : x + 3 - 5 = x - 2 := by simp
--- case: simp subtracts sums with offsets
--- expect: ok
example (x y : Nat) : x + 5 - (y + 3) = x + 2 - y := by simp
--- case: simp works under Boolean equality
--- expect: ok
example (x : Nat) : (x + 3 == 5) = (x == 2) := by simp
--- case: simp refutes a Boolean equality
--- expect: ok
example (x : Nat) : (x + 7 == 5) = false := by simp
--- case: simp works under Boolean inequality
--- expect: ok
example (x : Nat) : (x + 3 != 5) = (x != 2) := by simp
--- case: simp at a hypothesis with an offset
--- expect: ok
example (x : Nat) (h : x + 2 = 5) : x = 3 := by
  simp at h
  exact h
--- case: simp does not prove a false offset equation
--- expect: error unsolved_goals
example (x : Nat) : x + 2 = 5 ↔ x = 4 := by simp
--- case: simp makes no progress on a variable
--- expect: error tactic_failed
example (x y : Nat) : x ≤ y := by simp
