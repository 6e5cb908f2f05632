universe u
class Op (α : Type u) where
  op : α → α → α
class Comm (α : Type u) extends Op α where
  comm : ∀ a b : α, op a b = op b a
theorem comm_twice {α : Type u} [Comm α] (a b c : α) : Op.op (Op.op a b) c = Op.op c (Op.op b a) := by
  rw [Comm.comm (Op.op a b) c, Comm.comm a b]
