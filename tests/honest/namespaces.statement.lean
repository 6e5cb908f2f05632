namespace Algebra
namespace Nat
def twice (n : _root_.Nat) : _root_.Nat := n + n
end Nat
open Nat in
theorem twice_two : twice 2 = 4 := sorry
end Algebra
