theorem twice : True := trivial
theorem twice : True := trivial
end Foo
def loop (n : Nat) : Nat := loop (n + 1)
theorem cases_missing (xs : List Nat) : xs.length = 0 := by
  match xs with
  | [] => rfl
noncomputable def chosen : Nat := Classical.choice ⟨1⟩
def uses_chosen := chosen
inductive Bad | mk (f : Bad → Nat)
example (h : 1 = 1) : False := nomatch h
