inductive Even : Nat → Prop where
  | zero : Even 0
  | step {n : Nat} : Even n → Even (n + 2)
theorem not_one : ¬ Even 1 := nofun
theorem not_three : ¬ Even 3 := by
  intro h
  cases h with
  | step h => exact not_one h
