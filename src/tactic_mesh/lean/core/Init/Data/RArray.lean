prelude
import Init.Core
/-! Read-only arrays as binary trees: proofs by reflection keep their atoms in one, because the kernel looks
up an entry in few steps. -/
universe u
namespace Lean
/-- A tree whose inner nodes say at which index their right half begins. -/
inductive RArray (α : Type u) : Type u where
  | leaf : α → RArray α
  | branch : Nat → RArray α → RArray α → RArray α
variable {α : Type u}
def RArray.get (a : RArray α) (n : Nat) : α :=
  match a with
  | .leaf x => x
  | .branch p l r => cond (Nat.ble p n) (r.get n) (l.get n)
theorem RArray.get_eq_def (a : RArray α) (n : Nat) :
    a.get n = match a with
      | .leaf x => x
      | .branch p l r => cond (Nat.ble p n) (r.get n) (l.get n) := by
  cases a <;> rfl
def RArray.size : RArray α → Nat
  | .leaf _ => 1
  | .branch _ l r => l.size + r.size
end Lean
