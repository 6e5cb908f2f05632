-- expect: rejected
-- A1: a proof by endless recursion
partial def bad (n : Nat) : False := bad (n + 1)
