-- expect: rejected
-- reasons: axiom_not_allowed
-- B5
namespace X
axiom propext : False
theorem bad : False := X.propext
