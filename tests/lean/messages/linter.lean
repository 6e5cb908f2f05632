theorem unused_variable (n m : Nat) (h : n = n) : m = m := rfl

set_option maxRecDepth 40 in
theorem deep : (5 : Nat) * 7 + 3 = 38 ∧ 12 * 12 = 144 := by
  constructor <;> simp

@[deprecated "use something else"] def old : Nat := 3
#check old
