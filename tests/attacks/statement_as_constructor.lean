-- expect: rejected
-- elaborated: proved
-- reasons: theorem_missing
-- D2: a constructor is no theorem
inductive Wrap : Prop where
  | mk : Wrap
namespace Wrap
end Wrap
abbrev bad : True := trivial
