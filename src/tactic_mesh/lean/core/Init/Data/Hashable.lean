prelude
import Init.Data.String.Basic
import Init.Data.Int.Basic
/-! This module: hash values of the basic types. -/
universe u v

instance instHashableNat : Hashable Nat := ⟨fun n => UInt64.ofNat n⟩
instance instHashableString : Hashable String := ⟨String.hash⟩
instance instHashableBool : Hashable Bool := ⟨fun b => cond b 11 13⟩
instance instHashablePEmpty : Hashable PEmpty.{u} := ⟨fun x => nomatch x⟩
instance instHashablePUnit : Hashable PUnit.{u} := ⟨fun _ => 11⟩
instance instHashableProd {α : Type u} {β : Type v} [Hashable α] [Hashable β] : Hashable (α × β) :=
  ⟨fun (a, b) => mixHash (hash a) (hash b)⟩
instance instHashableOption {α : Type u} [Hashable α] : Hashable (Option α) := ⟨fun o =>
  match o with
  | none => 11
  | some a => mixHash (hash a) 13⟩
instance instHashableList {α : Type u} [Hashable α] : Hashable (List α) :=
  ⟨fun as => as.foldl (fun r a => mixHash r (hash a)) 7⟩
instance instHashableArray {α : Type u} [Hashable α] : Hashable (Array α) :=
  ⟨fun as => as.toList.foldl (fun r a => mixHash r (hash a)) 7⟩
instance instHashableFin {n : Nat} : Hashable (Fin n) := ⟨fun v => UInt64.ofNat v.val⟩
instance instHashableChar : Hashable Char := ⟨fun c => c.val.toUInt64⟩
instance instHashableSubtype {α : Type u} [Hashable α] {p : α → Prop} : Hashable (Subtype p) := ⟨fun a => hash a.val⟩
instance instHashableUInt8 : Hashable UInt8 := ⟨fun n => n.toUInt64⟩
instance instHashableUInt16 : Hashable UInt16 := ⟨fun n => n.toUInt64⟩
instance instHashableUInt32 : Hashable UInt32 := ⟨fun n => n.toUInt64⟩
instance instHashableUInt64 : Hashable UInt64 := ⟨id⟩
instance instHashableUSize : Hashable USize := ⟨fun n => n.toUInt64⟩
/-- Every proof of a proposition has the same hash value. -/
instance instHashable (P : Prop) : Hashable P := ⟨fun _ => 0⟩
@[extern "x"] def Lean.hash64 (u : UInt64) : UInt64 := mixHash u 11
