mutual
inductive Tree where
  | node : Nat → Forest → Tree
inductive Forest where
  | nil : Forest
  | cons : Tree → Forest → Forest
end
mutual
def Tree.size : Tree → Nat
  | .node _ f => f.size + 1
def Forest.size : Forest → Nat
  | .nil => 0
  | .cons t f => t.size + f.size
end
theorem size_pos (t : Tree) : 0 < t.size := sorry
