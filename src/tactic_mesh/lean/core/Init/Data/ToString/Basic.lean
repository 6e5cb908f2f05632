prelude
import Init.Data.Repr
/-! This module: `ToString`, the plain text of values, for the basic types. -/
universe u v

instance instToStringId {α : Type u} [ToString α] : ToString (Id α) := inferInstanceAs (ToString α)
instance instToStringDecidable {p : Prop} : ToString (Decidable p) := ⟨fun d =>
  match d with
  | .isTrue _ => "true"
  | .isFalse _ => "false"⟩
protected def List.toString {α : Type u} [ToString α] : List α → String
  | [] => "[]"
  | [x] => "[" ++ toString x ++ "]"
  | x :: xs => (xs.foldl (fun r x => r ++ ", " ++ toString x) ("[" ++ toString x)).push ']'
instance instToStringList {α : Type u} [ToString α] : ToString (List α) := ⟨List.toString⟩
instance instToStringArray {α : Type u} [ToString α] : ToString (Array α) := ⟨fun a => "#" ++ toString a.toList⟩
instance instToStringPUnit : ToString PUnit.{u + 1} := ⟨fun _ => "()"⟩
instance instToStringUnit : ToString Unit := ⟨fun _ => "()"⟩
instance instToStringULift {α : Type v} [ToString α] : ToString (ULift.{u} α) := ⟨fun v => toString v.down⟩
instance instToStringInt : ToString Int := ⟨Int.repr⟩
instance instToStringChar : ToString Char := ⟨Char.toString⟩
instance instToStringFin (n : Nat) : ToString (Fin n) := ⟨fun f => toString f.val⟩
instance instToStringFormat : ToString Std.Format := ⟨fun f => f.pretty⟩
/-- A text in parentheses, unless it has no space, or has parentheses or brackets around it already. -/
def addParenHeuristic (s : String) : String :=
  if "(".isPrefixOf s || "[".isPrefixOf s || "{".isPrefixOf s || "#[".isPrefixOf s then s
  else if !s.any Char.isWhitespace then s
  else "(" ++ s ++ ")"
instance instToStringOption {α : Type u} [ToString α] : ToString (Option α) := ⟨fun o =>
  match o with
  | none => "none"
  | some a => "(some " ++ addParenHeuristic (toString a) ++ ")"⟩
instance instToStringSum {α : Type u} {β : Type v} [ToString α] [ToString β] : ToString (α ⊕ β) := ⟨fun x =>
  match x with
  | .inl a => "(inl " ++ addParenHeuristic (toString a) ++ ")"
  | .inr b => "(inr " ++ addParenHeuristic (toString b) ++ ")"⟩
instance instToStringProd {α : Type u} {β : Type v} [ToString α] [ToString β] : ToString (α × β) :=
  ⟨fun (a, b) => "(" ++ toString a ++ ", " ++ toString b ++ ")"⟩
instance instToStringSigma {α : Type u} {β : α → Type v} [ToString α] [∀ x, ToString (β x)] : ToString (Sigma β) :=
  ⟨fun ⟨a, b⟩ => "⟨" ++ toString a ++ ", " ++ toString b ++ "⟩"⟩
instance instToStringSubtype {α : Type u} {p : α → Prop} [ToString α] : ToString (Subtype p) := ⟨fun s => toString s.val⟩
instance instToStringExcept {ε : Type u} {α : Type v} [ToString ε] [ToString α] : ToString (Except ε α) := ⟨fun x =>
  match x with
  | .error e => "error: " ++ toString e
  | .ok a => "ok: " ++ toString a⟩
instance instToStringUInt8 : ToString UInt8 := ⟨fun n => n.toNat.repr⟩
instance instToStringUInt16 : ToString UInt16 := ⟨fun n => n.toNat.repr⟩
instance instToStringUInt32 : ToString UInt32 := ⟨fun n => n.toNat.repr⟩
instance instToStringUInt64 : ToString UInt64 := ⟨fun n => n.toNat.repr⟩
instance instToStringUSize : ToString USize := ⟨fun n => n.toNat.repr⟩
