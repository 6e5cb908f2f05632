-- expect: rejected
-- reasons: prelude_without_init
-- S5: the kernel computes a name that the file defines otherwise
prelude
import Init.Prelude.Types
universe u
inductive Same {α : Sort u} : α → α → Prop where
  | refl (a : α) : Same a a
protected def Nat.gcd : Nat → Nat → Nat := fun _ _ => Nat.zero
theorem defined (a b : Nat) : Same (Nat.gcd a b) Nat.zero := Same.refl Nat.zero
theorem computed : Same (Nat.gcd (.succ (.succ .zero)) (.succ (.succ .zero))) (.succ (.succ .zero)) := Same.refl _
