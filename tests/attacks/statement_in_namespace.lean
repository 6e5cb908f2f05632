-- expect: rejected
-- elaborated: proved
-- S1: a theorem of another name
namespace X
theorem bad : True := trivial
end X
