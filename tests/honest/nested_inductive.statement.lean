inductive Rose (α : Type) where
  | node : α → List (Rose α) → Rose α
def Rose.root {α : Type} : Rose α → α
  | .node a _ => a
theorem leaf_root (a : Nat) : (Rose.node a []).root = a := sorry
