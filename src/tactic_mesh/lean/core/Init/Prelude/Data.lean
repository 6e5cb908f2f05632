prelude
import Init.Prelude.Classes
/-! Natural numbers, lists, arrays, characters, strings, options and
the monad classes, written without notation (there is none yet). -/
universe u v w
set_option linter.unusedVariables false

/-! ## Nat operations: the kernel evaluates these on literals by itself -/

set_option bootstrap.genMatcherCode false in
@[extern "lean_nat_add", implicit_reducible] protected def Nat.add : (@& Nat) → (@& Nat) → Nat
  | n, .zero => n
  | n, .succ m => .succ (Nat.add n m)
attribute [match_pattern] Nat.add
instance instAddNat : Add Nat := ⟨Nat.add⟩
set_option bootstrap.genMatcherCode false in
@[extern "lean_nat_mul", implicit_reducible] protected def Nat.mul : (@& Nat) → (@& Nat) → Nat
  | _, .zero => 0
  | n, .succ m => Nat.add (Nat.mul n m) n
instance instMulNat : Mul Nat := ⟨Nat.mul⟩
set_option bootstrap.genMatcherCode false in
@[extern "lean_nat_pow", implicit_reducible] protected def Nat.pow (m : @& Nat) : (@& Nat) → Nat
  | .zero => 1
  | .succ n => Nat.mul (Nat.pow m n) m
instance instNatPowNat : NatPow Nat := ⟨Nat.pow⟩
set_option bootstrap.genMatcherCode false in
@[extern "lean_nat_pred", implicit_reducible] def Nat.pred : (@& Nat) → Nat
  | .zero => 0
  | .succ a => a
set_option bootstrap.genMatcherCode false in
@[extern "lean_nat_sub", implicit_reducible] protected def Nat.sub : (@& Nat) → (@& Nat) → Nat
  | n, .zero => n
  | n, .succ m => Nat.pred (Nat.sub n m)
instance instSubNat : Sub Nat := ⟨Nat.sub⟩
set_option bootstrap.genMatcherCode false in
@[extern "lean_nat_dec_eq", implicit_reducible] def Nat.beq : (@& Nat) → (@& Nat) → Bool
  | .zero, .zero => true
  | .zero, .succ _ => false
  | .succ _, .zero => false
  | .succ n, .succ m => Nat.beq n m
set_option bootstrap.genMatcherCode false in
@[extern "lean_nat_dec_le", implicit_reducible] def Nat.ble : @& Nat → @& Nat → Bool
  | .zero, .zero => true
  | .zero, .succ _ => true
  | .succ _, .zero => false
  | .succ n, .succ m => Nat.ble n m
protected inductive Nat.le (n : Nat) : Nat → Prop
  | refl : Nat.le n n
  | step {m} : Nat.le n m → Nat.le n (.succ m)
@[implicit_reducible] protected def Nat.lt (n m : Nat) : Prop := Nat.le (HAdd.hAdd n 1) m
instance instLENat : LE Nat := ⟨Nat.le⟩
instance instLTNat : LT Nat := ⟨Nat.lt⟩
theorem Nat.eq_of_beq_eq_true : {n m : Nat} → Eq (Nat.beq n m) true → Eq n m
  | .zero, .zero, _ => rfl
  | .zero, .succ _, h => Bool.noConfusion h
  | .succ _, .zero, h => Bool.noConfusion h
  | .succ _, .succ _, h => congrArg Nat.succ (eq_of_beq_eq_true h)
theorem Nat.beq_self : (n : Nat) → Eq (Nat.beq n n) true
  | .zero => rfl
  | .succ n => beq_self n
theorem noConfusion_of_Nat {α : Sort u} (f : α → Nat) {a b : α} (h : Eq a b) :
    Bool.rec (motive := fun _ => Prop) False True (Nat.beq (f a) (f b)) :=
  have go : (c : Bool) → Eq c true → Bool.rec (motive := fun _ => Prop) False True c := fun c e =>
    Eq.subst (motive := fun c => Bool.rec (motive := fun _ => Prop) False True c) e.symm True.intro
  go _ (Eq.subst (motive := fun c => Eq (Nat.beq (f a) (f c)) true) h (Nat.beq_self (f a)))
theorem Nat.ne_of_beq_eq_false {n m : Nat} (h : Eq (Nat.beq n m) false) : Not (Eq n m) :=
  fun e => e.rec (motive := fun k _ => Eq (Nat.beq n k) false → False)
    (fun h => ne_false_of_eq_true (Nat.beq_self n) h) h
@[extern "lean_nat_dec_eq", implicit_reducible]
protected def Nat.decEq (n m : @& Nat) : Decidable (Eq n m) where
  decide := Nat.beq n m
  reflects_decide :=
    match h : Nat.beq n m with
    | true => eq_of_beq_eq_true h
    | false => ne_of_beq_eq_false h
@[inline] instance instDecidableEqNat : DecidableEq Nat := Nat.decEq
@[implicit_reducible] protected def Bool.ctorIdx (b : Bool) : Nat := b.casesOn .zero (.succ .zero)
@[implicit_reducible] protected def Nat.ctorIdx (n : Nat) : Nat := n.casesOn .zero (fun _ => .succ .zero)
theorem Nat.zero_le : (n : Nat) → LE.le 0 n
  | .zero => .refl
  | .succ n => .step (zero_le n)
theorem Nat.succ_le_succ {n m : Nat} (h : LE.le n m) : LE.le (succ n) (succ m) :=
  h.rec .refl (fun _ k => .step k)
theorem Nat.le_succ (n : Nat) : LE.le n (succ n) := .step .refl
protected theorem Nat.le_trans {n m k : Nat} (h : LE.le n m) (h' : LE.le m k) : LE.le n k :=
  h'.rec h (fun _ ih => .step ih)
theorem Nat.pred_le_pred {n m : Nat} (h : LE.le n m) : LE.le (pred n) (pred m) :=
  h.casesOn .refl (fun {m} k =>
    match n, k with
    | .zero, _ => zero_le m
    | .succ n, k => Nat.le_trans (le_succ n) k)
theorem Nat.le_of_succ_le_succ {n m : Nat} (h : LE.le (succ n) (succ m)) : LE.le n m := pred_le_pred h
theorem Nat.not_succ_le_zero (n : Nat) (h : LE.le (succ n) 0) : False :=
  have go : (k : Nat) → Nat.le (succ n) k → Eq k 0 → False := fun k h =>
    h.rec (fun e => Nat.noConfusion e) (fun _ _ e => Nat.noConfusion e)
  go 0 h rfl
theorem Nat.not_succ_le_self : (n : Nat) → Not (LE.le (succ n) n)
  | .zero => not_succ_le_zero _
  | .succ n => fun h => not_succ_le_self n (le_of_succ_le_succ h)
theorem Nat.le_of_ble_eq_true : {n m : Nat} → Eq (Nat.ble n m) true → LE.le n m
  | .zero, m, _ => zero_le m
  | .succ _, .zero, h => Bool.noConfusion h
  | .succ _, .succ _, h => succ_le_succ (le_of_ble_eq_true h)
theorem Nat.ble_self_eq_true : (n : Nat) → Eq (Nat.ble n n) true
  | .zero => rfl
  | .succ n => ble_self_eq_true n
theorem Nat.ble_eq_true_of_le : {n m : Nat} → LE.le n m → Eq (Nat.ble n m) true
  | .zero, .zero, _ => rfl
  | .zero, .succ _, _ => rfl
  | .succ n, .zero, h => (not_succ_le_zero n h).elim
  | .succ n, .succ m, h => ble_eq_true_of_le (n := n) (m := m) (le_of_succ_le_succ h : LE.le _ _)
@[extern "lean_nat_dec_le", implicit_reducible]
instance Nat.decLe (n m : @& Nat) : Decidable (LE.le n m) where
  decide := Nat.ble n m
  reflects_decide :=
    match h : Nat.ble n m with
    | true => le_of_ble_eq_true h
    | false => fun k => ne_true_of_eq_false h (ble_eq_true_of_le k)
@[extern "lean_nat_dec_lt", implicit_reducible]
instance Nat.decLt (n m : @& Nat) : Decidable (LT.lt n m) := decLe (succ n) m
instance instMinNat : Min Nat := minOfLe
protected abbrev Nat.min (n m : Nat) : Nat := Min.min n m
instance Nat.instMax : Max Nat := maxOfLe
theorem Nat.lt_irrefl (n : Nat) : Not (LT.lt n n) := not_succ_le_self n

/-! ## Fin, machine words, characters -/

@[pp_using_anonymous_constructor]
structure Fin (n : Nat) where
  mk ::
  val : Nat
  isLt : LT.lt val n
attribute [coe] Fin.val
theorem Fin.eq_of_val_eq {n} : {i j : Fin n} → Eq i.val j.val → Eq i j
  | ⟨_, _⟩, ⟨_, _⟩, rfl => rfl
instance instDecidableEqFin (n : Nat) : DecidableEq (Fin n) := fun i j =>
  match decEq i.val j.val with
  | isTrue h => isTrue (Fin.eq_of_val_eq h)
  | isFalse h => isFalse (fun e => h (congrArg Fin.val e))
instance {n} : LT (Fin n) := ⟨fun a b => LT.lt a.val b.val⟩
instance {n} : LE (Fin n) := ⟨fun a b => LE.le a.val b.val⟩
structure BitVec (w : Nat) where
  ofFin ::
  toFin : Fin (HPow.hPow 2 w)
@[reducible] def UInt8.size : Nat := 256
@[reducible] def UInt16.size : Nat := 65536
@[reducible] def UInt32.size : Nat := 4294967296
@[reducible] def UInt64.size : Nat := 18446744073709551616
structure UInt8 where
  ofBitVec ::
  toBitVec : BitVec 8
structure UInt16 where
  ofBitVec ::
  toBitVec : BitVec 16
structure UInt32 where
  ofBitVec ::
  toBitVec : BitVec 32
structure UInt64 where
  ofBitVec ::
  toBitVec : BitVec 64
attribute [extern "lean_uint8_of_nat_mk"] UInt8.ofBitVec
attribute [extern "lean_uint8_to_nat"] UInt8.toBitVec
attribute [extern "lean_uint16_of_nat_mk"] UInt16.ofBitVec
attribute [extern "lean_uint16_to_nat"] UInt16.toBitVec
attribute [extern "lean_uint32_of_nat_mk"] UInt32.ofBitVec
attribute [extern "lean_uint32_to_nat"] UInt32.toBitVec
attribute [extern "lean_uint64_of_nat_mk"] UInt64.ofBitVec
attribute [extern "lean_uint64_to_nat"] UInt64.toBitVec
@[extern "lean_uint32_to_nat"] def UInt32.toNat (n : UInt32) : Nat := n.toBitVec.toFin.val
@[extern "lean_uint8_to_nat"] def UInt8.toNat (n : UInt8) : Nat := n.toBitVec.toFin.val
opaque System.Platform.getNumBits : Unit → Subtype fun (n : Nat) => Or (Eq n 32) (Eq n 64) :=
  fun _ => ⟨64, .inr rfl⟩
def System.Platform.numBits : Nat := (getNumBits ⟨⟩).val
abbrev USize.size : Nat := HPow.hPow 2 System.Platform.numBits
structure USize where
  ofBitVec ::
  toBitVec : BitVec System.Platform.numBits
attribute [extern "lean_usize_of_nat_mk"] USize.ofBitVec
attribute [extern "lean_usize_to_nat"] USize.toBitVec

abbrev Nat.isValidChar (n : Nat) : Prop :=
  Or (LT.lt n 0xd800) (And (LT.lt 0xdfff n) (LT.lt n 0x110000))
abbrev UInt32.isValidChar (n : UInt32) : Prop := n.toNat.isValidChar
structure Char where
  val : UInt32
  valid : val.isValidChar
theorem Nat.isValidChar_lt {n : Nat} (h : n.isValidChar) : LT.lt n (HPow.hPow 2 32) :=
  have k : LE.le 0x110000 4294967296 := le_of_ble_eq_true rfl
  h.elim (fun a => Nat.le_trans a (le_of_ble_eq_true rfl)) (fun a => Nat.le_trans a.right k)
@[extern "lean_uint32_of_nat"]
def Char.ofNatAux (n : @& Nat) (h : n.isValidChar) : Char :=
  ⟨⟨⟨⟨n, Nat.isValidChar_lt h⟩⟩⟩, h⟩
@[noinline, implicit_reducible] def Char.ofNat (n : Nat) : Char :=
  dite n.isValidChar (Char.ofNatAux n) (fun _ => Char.ofNatAux 0 (.inl (Nat.le_of_ble_eq_true rfl)))
@[inline] def Char.toNat (c : Char) : Nat := c.val.toNat
theorem Char.eq_of_toNat_eq : {c d : Char} → Eq c.toNat d.toNat → Eq c d
  | ⟨⟨⟨⟨_, _⟩⟩⟩, _⟩, ⟨⟨⟨⟨_, _⟩⟩⟩, _⟩, rfl => rfl
instance instDecidableEqChar : DecidableEq Char := fun c d =>
  match decEq c.toNat d.toNat with
  | isTrue h => isTrue (Char.eq_of_toNat_eq h)
  | isFalse h => isFalse (fun e => h (congrArg Char.toNat e))
instance : Inhabited Char := ⟨Char.ofNat 65⟩

/-! ## Sums, options, lists -/

inductive Sum (α : Type u) (β : Type v) where
  | inl (val : α) : Sum α β
  | inr (val : β) : Sum α β
inductive PSum (α : Sort u) (β : Sort v) where
  | inl (val : α) : PSum α β
  | inr (val : β) : PSum α β
@[pp_using_anonymous_constructor]
structure Sigma {α : Type u} (β : α → Type v) where
  fst : α
  snd : β fst
@[pp_using_anonymous_constructor]
structure PSigma {α : Sort u} (β : α → Sort v) where
  fst : α
  snd : β fst
inductive Option (α : Type u) where
  | none : Option α
  | some (val : α) : Option α
attribute [unbox] Option
export Option (none some)
instance {α} : Inhabited (Option α) := ⟨none⟩
@[macro_inline] def Option.getD (o : Option α) (dflt : α) : α :=
  match o with
  | some x => x
  | none => dflt
@[inline] protected def Option.map (f : α → β) : Option α → Option β
  | some x => some (f x)
  | none => none
inductive List (α : Type u) where
  | nil : List α
  | cons (head : α) (tail : List α) : List α
instance {α} : Inhabited (List α) := ⟨.nil⟩
@[implicit_reducible] def List.length : List α → Nat
  | .nil => 0
  | .cons _ as => HAdd.hAdd (length as) 1
@[implicit_reducible] protected def List.append : (xs ys : List α) → List α
  | .nil, bs => bs
  | .cons a as, bs => .cons a (List.append as bs)
instance : Append (List α) := ⟨List.append⟩
@[specialize] def List.map (f : α → β) : (l : List α) → List β
  | .nil => .nil
  | .cons a as => .cons (f a) (map f as)
@[specialize] def List.foldl {α : Type u} {β : Type v} (f : α → β → α) : (init : α) → List β → α
  | a, .nil => a
  | a, .cons b l => foldl f (f a b) l
def List.concat {α : Type u} : List α → α → List α
  | .nil, b => .cons b .nil
  | .cons a as, b => .cons a (concat as b)
def List.get {α : Type u} : (as : List α) → Fin as.length → α
  | .nil, i => (Nat.not_succ_le_zero i.val i.isLt).elim
  | .cons a _, ⟨.zero, _⟩ => a
  | .cons _ as, ⟨.succ i, h⟩ => get as ⟨i, Nat.le_of_succ_le_succ h⟩
def List.set : (l : List α) → (n : Nat) → (a : α) → List α
  | .cons _ as, .zero, b => .cons b as
  | .cons a as, .succ n, b => .cons a (set as n b)
  | .nil, _, _ => .nil
@[implicit_reducible] def List.hasDecEq {α : Type u} [DecidableEq α] : (a b : List α) → Decidable (Eq a b)
  | .nil, .nil => isTrue rfl
  | .cons _ _, .nil => isFalse (fun h => List.noConfusion rfl (heq_of_eq h))
  | .nil, .cons _ _ => isFalse (fun h => List.noConfusion rfl (heq_of_eq h))
  | .cons a as, .cons b bs =>
    match decEq a b with
    | isFalse n => isFalse (fun h => List.noConfusion rfl (heq_of_eq h) (fun p _ => n (eq_of_heq p)))
    | isTrue h =>
      match hasDecEq as bs with
      | isTrue h' => isTrue (h ▸ h' ▸ rfl)
      | isFalse n => isFalse (fun h => List.noConfusion rfl (heq_of_eq h) (fun _ q => n (eq_of_heq q)))
instance {α : Type u} [DecidableEq α] : DecidableEq (List α) := List.hasDecEq

structure Array (α : Type u) where
  mk ::
  toList : List α
attribute [extern "lean_array_to_list"] Array.toList
attribute [extern "lean_array_mk"] Array.mk
@[extern "lean_mk_empty_array_with_capacity"]
def Array.mkEmpty {α : Type u} (c : @& Nat) : Array α := ⟨.nil⟩
def Array.emptyWithCapacity {α : Type u} (c : @& Nat) : Array α := Array.mkEmpty c
def Array.empty {α : Type u} : Array α := Array.mkEmpty 0
@[extern "lean_array_get_size"] def Array.size {α : Type u} (a : @& Array α) : Nat := a.toList.length
@[extern "lean_array_fget"]
def Array.getInternal {α : Type u} (a : @& Array α) (i : @& Nat) (h : LT.lt i a.size) : α := a.toList.get ⟨i, h⟩
@[extern "lean_array_fget_borrowed"]
unsafe axiom Array.getInternalBorrowed {α : Type u} (a : @& Array α) (i : @& Nat) (h : LT.lt i a.size) : α
@[inline] abbrev Array.getD (a : Array α) (i : Nat) (v₀ : α) : α :=
  dite (LT.lt i a.size) (fun h => a.getInternal i h) (fun _ => v₀)
@[extern "lean_array_get"]
def Array.get!Internal {α : Type u} [Inhabited α] (a : @& Array α) (i : @& Nat) : α := a.getD i default
@[extern "lean_array_get_borrowed"]
unsafe axiom Array.get!InternalBorrowed {α : Type u} [Inhabited α] (a : @& Array α) (i : @& Nat) : α
@[extern "lean_array_push"]
def Array.push {α : Type u} (a : Array α) (v : α) : Array α := ⟨a.toList.concat v⟩
@[inline] protected def Array.append (a b : Array α) : Array α := b.toList.foldl Array.push a
instance {α} : Append (Array α) := ⟨Array.append⟩
instance {α} : Inhabited (Array α) := ⟨.empty⟩
structure ByteArray where
  data : Array UInt8
attribute [extern "lean_byte_array_mk"] ByteArray.mk
attribute [extern "lean_byte_array_data"] ByteArray.data

/-- Text is modelled as its list of characters; compiled code sees a packed UTF-8 string. -/
structure String where
  ofList ::
  toList : List Char
attribute [extern "lean_string_mk"] String.ofList
attribute [extern "lean_string_data"] String.toList
instance : Inhabited String := ⟨""⟩
@[extern "lean_string_dec_eq", implicit_reducible]
def String.decEq (a b : @& String) : Decidable (Eq a b) :=
  match a, b with
  | String.ofList x, String.ofList y => match List.hasDecEq x y with
    | isTrue h => isTrue (congrArg String.ofList h)
    | isFalse n => isFalse (fun h => n (congrArg String.toList h))
instance : DecidableEq String := String.decEq
@[extern "lean_string_append"]
protected def String.append (s : String) (t : @& String) : String := ⟨s.toList.append t.toList⟩
instance : Append String := ⟨String.append⟩
structure String.Pos.Raw where
  byteIdx : Nat := 0
structure Substring.Raw where
  str : String
  startPos : String.Pos.Raw
  stopPos : String.Pos.Raw
instance : Inhabited Substring.Raw := ⟨⟨"", ⟨0⟩, ⟨0⟩⟩⟩
@[extern "lean_string_utf8_byte_size"] opaque String.utf8ByteSize : (@& String) → Nat
@[inline] def String.rawEndPos (s : String) : String.Pos.Raw := ⟨s.utf8ByteSize⟩
@[inline] def String.toRawSubstring (s : String) : Substring.Raw := ⟨s, ⟨0⟩, s.rawEndPos⟩
def String.toRawSubstring' (s : String) : Substring.Raw := s.toRawSubstring

@[never_extract, extern "lean_panic_fn"]
def panicCore {α : Sort u} [Inhabited α] (msg : String) : α := default
@[noinline, never_extract] def panic {α : Sort u} [Inhabited α] (msg : String) : α := panicCore msg
@[inline] unsafe def unsafeCast {α : Sort u} {β : Sort v} (a : α) : β :=
  (cast lcProof (PULift.up.{v, u} a) : PULift.{u, v} β).down

/-! ## Effects -/

class Bind (m : Type u → Type v) where
  bind : {α β : Type u} → m α → (α → m β) → m β
export Bind (bind)
class Pure (f : Type u → Type v) where
  pure {α : Type u} : α → f α
export Pure (pure)
class Functor (f : Type u → Type v) : Type (max (u+1) v) where
  map : {α β : Type u} → (α → β) → f α → f β
  mapConst : {α β : Type u} → α → f β → f α := Function.comp map (Function.const _)
class Seq (f : Type u → Type v) : Type (max (u+1) v) where
  seq : {α β : Type u} → f (α → β) → (Unit → f α) → f β
class SeqLeft (f : Type u → Type v) : Type (max (u+1) v) where
  seqLeft : {α β : Type u} → f α → (Unit → f β) → f α
class SeqRight (f : Type u → Type v) : Type (max (u+1) v) where
  seqRight : {α β : Type u} → f α → (Unit → f β) → f β
class Applicative (f : Type u → Type v) extends Functor f, Pure f, Seq f, SeqLeft f, SeqRight f where
  map := fun x y => Seq.seq (pure x) (fun _ => y)
  seqLeft := fun a b => Seq.seq (Functor.map (Function.const _) a) b
  seqRight := fun a b => Seq.seq (Functor.map (Function.const _ id) a) b
class Monad (m : Type u → Type v) : Type (max (u+1) v) extends Applicative m, Bind m where
  map f x := bind x (Function.comp pure f)
  seq f x := bind f fun y => Functor.map y (x ⟨⟩)
  seqLeft x y := bind x fun a => bind (y ⟨⟩) (fun _ => pure a)
  seqRight x y := bind x fun _ => y ⟨⟩
class MonadLift (m : semiOutParam (Type u → Type v)) (n : Type u → Type w) where
  monadLift : {α : Type u} → m α → n α
class MonadLiftT (m : Type u → Type v) (n : Type u → Type w) where
  monadLift : {α : Type u} → m α → n α
export MonadLiftT (monadLift)
@[reducible] def liftM := @monadLift
@[always_inline] instance (m n o) [MonadLift n o] [MonadLiftT m n] : MonadLiftT m o := ⟨fun x => MonadLift.monadLift (m := n) (monadLift x)⟩
instance (m) : MonadLiftT m m := ⟨fun x => x⟩
class MonadFunctor (m : semiOutParam (Type u → Type v)) (n : Type u → Type w) where
  monadMap {α : Type u} : ({β : Type u} → m β → m β) → n α → n α
class MonadFunctorT (m : Type u → Type v) (n : Type u → Type w) where
  monadMap {α : Type u} : ({β : Type u} → m β → m β) → n α → n α
export MonadFunctorT (monadMap)
instance monadFunctorRefl (m) : MonadFunctorT m m := ⟨fun f => f⟩
instance (m n o) [MonadFunctor n o] [MonadFunctorT m n] : MonadFunctorT m o := ⟨fun f => MonadFunctor.monadMap (m := n) (monadMap (m := m) f)⟩
class MonadExceptOf (ε : semiOutParam (Type u)) (m : Type v → Type w) where
  throw {α : Type v} : ε → m α
  tryCatch {α : Type v} (body : m α) (handler : ε → m α) : m α
abbrev throwThe (ε : Type u) {m : Type v → Type w} [MonadExceptOf ε m] {α : Type v} (e : ε) : m α := MonadExceptOf.throw e
class MonadExcept (ε : outParam (Type u)) (m : Type v → Type w) where
  throw {α : Type v} : ε → m α
  tryCatch {α : Type v} : m α → (ε → m α) → m α
export MonadExcept (throw tryCatch)
instance (ε m) [MonadExceptOf ε m] : MonadExcept ε m := ⟨MonadExceptOf.throw, MonadExceptOf.tryCatch⟩
inductive Except (ε : Type u) (α : Type v) where
  | error : ε → Except ε α
  | ok : α → Except ε α
attribute [unbox] Except
def ReaderT (ρ : Type u) (m : Type u → Type v) (α : Type u) : Type (max u v) := (a : @&ρ) → m α
namespace ReaderT
@[always_inline, inline] protected def run {ρ : Type u} {m : Type u → Type v} {α} (x : ReaderT ρ m α) (r : ρ) : m α := x r
@[always_inline, inline] protected def read {ρ : Type u} {m : Type u → Type v} [Monad m] : ReaderT ρ m ρ := pure
@[always_inline, inline] protected def adapt {ρ ρ' : Type u} {m : Type u → Type v} {α} (f : ρ' → ρ) : ReaderT ρ m α → ReaderT ρ' m α := fun x r => x (f r)
@[always_inline] instance {ρ : Type u} {m : Type u → Type v} [Monad m] : Monad (ReaderT ρ m) where
  pure a := fun _ => pure a
  bind x f := fun r => bind (x r) (fun a => f a r)
  map f x := fun r => Functor.map f (x r)
instance {ρ : Type u} {m : Type u → Type v} : MonadLift m (ReaderT ρ m) := ⟨fun x _ => x⟩
instance {ρ : Type u} {m : Type u → Type v} : MonadFunctor m (ReaderT ρ m) := ⟨fun f x r => f (x r)⟩
instance {ρ : Type u} {m : Type u → Type v} {ε} [MonadExceptOf ε m] : MonadExceptOf ε (ReaderT ρ m) where
  throw e := fun _ => MonadExceptOf.throw e
  tryCatch x h := fun r => MonadExceptOf.tryCatch (x r) (fun e => h e r)
end ReaderT
class MonadReaderOf (ρ : semiOutParam (Type u)) (m : Type u → Type v) where
  read : m ρ
class MonadReader (ρ : outParam (Type u)) (m : Type u → Type v) where
  read : m ρ
export MonadReader (read)
instance {ρ : Type u} {m : Type u → Type v} [MonadReaderOf ρ m] : MonadReader ρ m := ⟨MonadReaderOf.read⟩
instance {ρ : Type u} {m : Type u → Type v} [Monad m] : MonadReaderOf ρ (ReaderT ρ m) := ⟨ReaderT.read⟩
namespace EStateM
inductive Result (ε σ α : Type u) where
  | ok : α → σ → Result ε σ α
  | error : ε → σ → Result ε σ α
end EStateM
def EStateM (ε σ α : Type u) := σ → EStateM.Result ε σ α
namespace EStateM
variable {ε σ α β : Type u}
instance [Inhabited ε] : Inhabited (EStateM ε σ α) := ⟨fun s => .error default s⟩
@[always_inline, inline] protected def pure (a : α) : EStateM ε σ α := fun s => .ok a s
@[always_inline, inline] protected def throw (e : ε) : EStateM ε σ α := fun s => .error e s
@[always_inline, inline] protected def bind (x : EStateM ε σ α) (f : α → EStateM ε σ β) : EStateM ε σ β := fun s =>
  match x s with
  | .ok a s => f a s
  | .error e s => .error e s
@[always_inline, inline] protected def tryCatch (x : EStateM ε σ α) (h : ε → EStateM ε σ α) : EStateM ε σ α := fun s =>
  match x s with
  | .error e s => h e s
  | ok => ok
@[always_inline] instance instMonad : Monad (EStateM ε σ) where
  pure := EStateM.pure
  bind := EStateM.bind
instance : MonadExceptOf ε (EStateM ε σ) := ⟨EStateM.throw, EStateM.tryCatch⟩
end EStateM
