-- expect: no_verdict
-- wall_s: 30
-- R3
#eval (List.replicate (2 ^ 40) 0).length
theorem good : True := trivial
