inductive Le : Nat → Nat → Prop where
  | refl (n : Nat) : Le n n
  | step {m n : Nat} : Le m n → Le m (n + 1)
theorem Le.trans {a b c : Nat} (h : Le a b) (k : Le b c) : Le a c := sorry
