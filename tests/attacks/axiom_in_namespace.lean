-- expect: rejected
-- B5
namespace X
axiom propext : False
theorem bad : False := X.propext
