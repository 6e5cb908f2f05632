structure Positive where
  val : Nat
  pos : 0 < val
instance : CoeOut Positive Nat := ⟨Positive.val⟩
instance : CoeFun Positive fun _ => Nat → Nat := ⟨fun p n => p.val * n⟩
def two : Positive := ⟨2, by decide⟩
theorem twice : two 3 + (two : Nat) = 8 := sorry
