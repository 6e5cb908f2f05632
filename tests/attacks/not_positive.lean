-- expect: rejected
-- reasons: axiom_not_allowed
-- K5: an inductive type that is none
inductive Bad where
  | mk : (Bad → False) → Bad
theorem bad : True := trivial
