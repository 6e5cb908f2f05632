universe u
inductive Tree (α : Type u) where
  | leaf : Tree α
  | node : Tree α → α → Tree α → Tree α
def Tree.mirror {α : Type u} : Tree α → Tree α
  | leaf => leaf
  | node l a r => node r.mirror a l.mirror
theorem mirror_mirror {α : Type u} (t : Tree α) : t.mirror.mirror = t := sorry
