-- expect: rejected
-- A1: a theorem that rests on itself
theorem bad (n : Nat) : n = n + 1 := bad n
