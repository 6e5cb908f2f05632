/-! Terms with variables, and their values in a magma. -/

namespace FiniteMagma

inductive Term where
  | var (i : Nat)
  | op (a b : Term)

def Term.eval {G : Type u} [Magma G] (v : Nat → G) : Term → G
  | .var i => v i
  | .op a b => a.eval v ◇ b.eval v

end FiniteMagma
