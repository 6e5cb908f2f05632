-- expect: rejected
-- A1: well-founded by a relation that is not
theorem bad : (n : Nat) → False
  | n => bad (n + 1)
termination_by n => n
