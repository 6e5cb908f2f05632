def «with blank» : Nat := 1
namespace «a.b»
theorem «1 = 1» : «with blank» = 1 := sorry
end «a.b»
theorem «定理» (α₁' : Nat) : α₁' = α₁' := sorry
theorem «naïve!» : True := sorry
