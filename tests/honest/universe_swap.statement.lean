structure Both.{u, v} (α : Type u) (β : Type v) where
  one : α
  other : β
def Both.first.{u, v} {α : Type u} {β : Type v} : Both α β → α
  | ⟨a, _⟩ => a
inductive Tree.{u} (α : Type u) where
  | leaf : Tree α
  | node : Tree α → α → Tree α → Tree α
def Tree.size.{u} {α : Type u} : Tree α → Nat
  | leaf => 0
  | node l _ r => l.size + r.size + 1
theorem first_one.{u, v} {α : Type u} {β : Type v} (b : Both α β) : b.first = b.one := sorry
theorem leaf_size.{u} {α : Type u} : (Tree.leaf : Tree α).size = 0 := sorry
