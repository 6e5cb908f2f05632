-- expect: no_verdict
-- wall_s: 1
-- R2
partial def forever (n : Nat) : Nat := forever (n + 1)
#eval forever 0
theorem good : True := trivial
