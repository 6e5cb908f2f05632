--- case: ac_rfl on a sum
--- expect: ok
example (a b c : Nat) : a + b + c = c + (b + a) := by ac_rfl
--- case: ac_rfl on a product
--- expect: ok
example (a b c : Nat) : a * b * c = c * (b * a) := by ac_rfl
--- case: ac_rfl on products within a sum
--- expect: ok
example (a b c : Nat) : a * b * c + a = a + c * (b * a) := by ac_rfl
--- case: ac_rfl drops a neutral element
--- expect: ok
example (a b : Nat) : a + 0 + b = b + a := by ac_rfl
--- case: ac_rfl merges equal arguments of max
--- expect: ok
example (a b : Nat) : max (max a b) a = max b a := by ac_rfl
--- case: ac_rfl on digits
--- expect: ok
example (a b c : Nat) : a &&& b &&& c = c &&& (b &&& a) := by ac_rfl
--- case: ac_rfl takes unknown terms as atoms
--- expect: ok
example (a b c : Nat) : a - b + c = c + (a - b) := by ac_rfl
--- case: ac_nf below a function
--- expect: ok
example (a b c : Nat) (f : Nat → Nat) : f (a + b) + c = c + f (b + a) := by ac_nf
--- case: ac_rfl in Fin
--- expect: ok
example (n : Nat) (a b c : Fin n) : a + b + c = c + (b + a) := by ac_rfl
--- case: ac_rfl refuses different sums
--- expect: error tactic_failed
example (a b c : Nat) : a + b = c := by ac_rfl
