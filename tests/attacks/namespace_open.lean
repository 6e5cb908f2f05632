-- expect: rejected
-- reasons: theorem_missing
-- theorem: bad
-- C5, S1: a namespace that is never closed
namespace Hidden
theorem bad : True := trivial
