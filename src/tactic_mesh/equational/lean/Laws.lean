/-! Laws, and what it means that many of them are true, or false, in a magma. -/

namespace FiniteMagma

structure Law where
  left : Term
  right : Term

def Law.Holds (law : Law) (G : Type u) [Magma G] : Prop := ∀ v : Nat → G, law.left.eval v = law.right.eval v

def AllHold (G : Type u) [Magma G] : List Law → Prop
  | [] => True
  | law :: rest => law.Holds G ∧ AllHold G rest

def NoneHolds (G : Type u) [Magma G] : List Law → Prop
  | [] => True
  | law :: rest => ¬ law.Holds G ∧ NoneHolds G rest

/-! Laws as numbers, since Lean takes longer to read a law than the kernel to check it: three bits for each sign of a
term in Polish notation from the lowest on, 7 for the operation, and 32 bits for a law. -/

/-- What `next` makes of the first term and the signs after it; terms are less than `fuel` deep. -/
noncomputable def Term.read (fuel : Nat) : Nat → (Term → Nat → Law) → Law :=
  Nat.rec (fun signs next => next (.var 0) signs)
    (fun _ read signs next =>
      bif Nat.beq (signs.mod 8) 7 then
        read (signs.div 8) fun a signs => read signs fun b signs => next (.op a b) signs
      else next (.var (signs.mod 8)) (signs.div 8))
    fuel

/-- Number `i` of many with 32 bits each. -/
def part (numbers i : Nat) : Nat := (numbers.shiftRight (Nat.mul 32 i)).mod 0x100000000

noncomputable def Law.read (signs : Nat) : Law :=
  Term.read 8 signs fun l signs => Term.read 8 signs fun r _ => ⟨l, r⟩

/-- The last law first. -/
noncomputable def lawsIn (numbers count : Nat) : List Law :=
  Nat.rec [] (fun i rest => Law.read (part numbers i) :: rest) count

end FiniteMagma
