-- universes of other names, in the theorem two of them exchanged
structure Both.{a, b} (α : Type a) (β : Type b) where
  one : α
  other : β
def Both.first.{c, d} {α : Type c} {β : Type d} : Both α β → α
  | ⟨a, _⟩ => a
inductive Tree.{w} (α : Type w) where
  | leaf : Tree α
  | node : Tree α → α → Tree α → Tree α
def Tree.size.{z} {α : Type z} : Tree α → Nat
  | leaf => 0
  | node l _ r => l.size + r.size + 1
theorem first_one.{v, u} {α : Type v} {β : Type u} (b : Both α β) : b.first = b.one := rfl
theorem leaf_size.{y} {α : Type y} : (Tree.leaf : Tree α).size = 0 := rfl
