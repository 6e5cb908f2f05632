set_option maxHeartbeats 200
theorem t (a b c d e f : Nat) : (a + b + c + d + e + f) * (a + b + c + d + e + f) = (f + e + d + c + b + a) * (f + e + d + c + b + a) := by
  simp [Nat.mul_add, Nat.add_mul, Nat.mul_comm, Nat.add_comm, Nat.add_left_comm]
