def ack : Nat → Nat → Nat
  | 0, n => n + 1
  | m + 1, 0 => ack m 1
  | m + 1, n + 1 => ack m (ack (m + 1) n)
termination_by m n => (m, n)
theorem ack_zero (n : Nat) : ack 0 n = n + 1 := by rw [ack]
theorem ack_one (n : Nat) : ack 1 n = n + 2 := by
  induction n with
  | zero => rw [ack, ack]
  | succ n ih => rw [ack, ih, ack]
