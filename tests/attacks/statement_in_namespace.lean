-- expect: rejected
-- elaborated: proved
-- reasons: theorem_missing
-- S1: a theorem of another name
namespace X
theorem bad : True := trivial
end X
