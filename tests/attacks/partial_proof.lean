-- expect: rejected
-- a proof by endless recursion
partial def bad (n : Nat) : False := bad (n + 1)
