mutual
inductive Odd : Nat → Prop where
  | step (n : Nat) : Evn n → Odd (n + 1)
inductive Evn : Nat → Prop where
  | zero : Evn 0
  | step (n : Nat) : Odd n → Evn (n + 1)
end
theorem even_odd (n : Nat) (h : Evn n) : Odd (n + 1) := sorry
theorem odd_even (n : Nat) (h : Odd n) : ∃ m, n = m + 1 := sorry
