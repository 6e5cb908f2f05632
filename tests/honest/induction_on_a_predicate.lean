inductive Le : Nat → Nat → Prop where
  | refl (n : Nat) : Le n n
  | step {m n : Nat} : Le m n → Le m (n + 1)
theorem Le.trans {a b c : Nat} (h : Le a b) (k : Le b c) : Le a c := by
  induction k with
  | refl => exact h
  | step _ ih => exact .step ih
