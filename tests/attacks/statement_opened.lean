-- expect: rejected
-- elaborated: proved
-- reasons: statement_changed
-- S5: a definition of the same last name
def double (n : Nat) : Nat := n + n
namespace N
def double (_ : Nat) : Nat := 5
theorem right : N.double 2 = 5 := rfl
end N
local macro_rules | `(double) => `(N.double)
local notation "double" => N.double
theorem bad : double 2 = 5 := N.right
