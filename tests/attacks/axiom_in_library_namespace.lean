-- expect: rejected
-- reasons: axiom_not_allowed
-- B2, B5: it sounds like a part of the library
namespace Std.Classical
axiom em {p : Prop} : p
end Std.Classical
theorem bad : 1 = 2 := Std.Classical.em
