prelude
import Init.Core.Logic
/-! Laws that binary operations and relations may have, as classes that tactics look up. -/

universe u v
namespace Std

class Associative {α : Sort u} (op : α → α → α) : Prop where
  assoc : (a b c : α) → op (op a b) c = op a (op b c)
class Commutative {α : Sort u} (op : α → α → α) : Prop where
  comm : (a b : α) → op a b = op b a
class IdempotentOp {α : Sort u} (op : α → α → α) : Prop where
  idempotent : (x : α) → op x x = x

class LeftIdentity {α : Sort u} {β : Sort v} (op : α → β → β) (o : outParam α) : Prop
class LawfulLeftIdentity {α : Sort u} {β : Sort v} (op : α → β → β) (o : outParam α) : Prop extends LeftIdentity op o where
  left_id : ∀ a, op o a = a
class RightIdentity {α : Sort u} {β : Sort v} (op : α → β → α) (o : outParam β) : Prop
class LawfulRightIdentity {α : Sort u} {β : Sort v} (op : α → β → α) (o : outParam β) : Prop extends RightIdentity op o where
  right_id : ∀ a, op a o = a
class Identity {α : Sort u} (op : α → α → α) (o : outParam α) : Prop extends LeftIdentity op o, RightIdentity op o
class LawfulIdentity {α : Sort u} (op : α → α → α) (o : outParam α) : Prop extends
  Identity op o, LawfulLeftIdentity op o, LawfulRightIdentity op o
class LawfulCommIdentity {α : Sort u} (op : α → α → α) (o : outParam α) [hc : Commutative op] : Prop extends LawfulIdentity op o where
  left_id a := (hc.comm o a).trans (right_id a)
  right_id a := (hc.comm a o).trans (left_id a)

class Refl {α : Sort u} (r : α → α → Prop) : Prop where
  refl : ∀ a, r a a
class Antisymm {α : Sort u} (r : α → α → Prop) : Prop where
  antisymm (a b : α) : r a b → r b a → a = b
class Asymm {α : Sort u} (r : α → α → Prop) : Prop where
  asymm (a b : α) : r a b → ¬r b a
class Symm {α : Sort u} (r : α → α → Prop) : Prop where
  symm (a b : α) : r a b → r b a
class Total {α : Sort u} (r : α → α → Prop) : Prop where
  total (a b : α) : r a b ∨ r b a
class Irrefl {α : Sort u} (r : α → α → Prop) : Prop where
  irrefl : ∀ a, ¬r a a
class Trichotomous {α : Sort u} (r : α → α → Prop) : Prop where
  trichotomous (a b : α) : ¬r a b → ¬r b a → a = b
end Std

instance : Std.Associative And := ⟨fun _ _ _ => propext ⟨fun ⟨⟨x, y⟩, z⟩ => ⟨x, y, z⟩, fun ⟨x, y, z⟩ => ⟨⟨x, y⟩, z⟩⟩⟩
instance : Std.Commutative And := ⟨fun _ _ => propext and_comm⟩
instance : Std.IdempotentOp And := ⟨fun _ => propext ⟨And.left, fun h => ⟨h, h⟩⟩⟩
instance : Std.LawfulIdentity And True where
  left_id _ := propext ⟨And.right, fun h => ⟨trivial, h⟩⟩
  right_id _ := propext ⟨And.left, fun h => ⟨h, trivial⟩⟩
instance : Std.Associative Or := ⟨fun _ _ _ => propext
  ⟨fun h => h.elim (fun k => k.elim .inl fun x => .inr (.inl x)) fun x => .inr (.inr x),
    fun h => h.elim (fun x => .inl (.inl x)) fun k => k.elim (fun x => .inl (.inr x)) .inr⟩⟩
instance : Std.Commutative Or := ⟨fun _ _ => propext or_comm⟩
instance : Std.IdempotentOp Or := ⟨fun _ => propext ⟨fun h => h.elim id id, .inl⟩⟩
instance : Std.LawfulIdentity Or False where
  left_id _ := propext ⟨fun h => h.elim False.elim id, .inr⟩
  right_id _ := propext ⟨fun h => h.elim id False.elim, .inl⟩
instance : Std.Commutative Iff := ⟨fun _ _ => propext iff_comm⟩
