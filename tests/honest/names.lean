def «with blank» : Nat := 1
theorem «a.b».«1 = 1» : «with blank» = 1 := rfl
theorem «定理» (α₁' : Nat) : α₁' = α₁' := rfl
theorem «naïve!» : True := trivial
