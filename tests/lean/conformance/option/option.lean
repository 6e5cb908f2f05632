--- case: map, bind, getD compute
--- expect: ok
example : (some 2).map (· + 1) = some 3 ∧ (some 2).bind (fun x => if x > 1 then some x else none) = some 2 ∧ none.getD 3 = 3 := by decide
--- case: isSome, isNone compute
--- expect: ok
example : (some 1).isSome ∧ (none : Option Nat).isNone := by decide
--- case: get with a proof
--- expect: ok
example : (some 5).get rfl = 5 := rfl
--- case: or and orElse
--- expect: ok
example : (none : Option Nat).or (some 1) = some 1 ∧ (none <|> some 2) = some 2 := by decide
--- case: filter computes
--- expect: ok
example : (some 3).filter (· > 3) = none := by decide
--- case: do notation
--- expect: ok
example : (do let x ← some 1; let y ← some 2; return x + y) = some 3 := rfl
--- case: do notation fails with none
--- expect: ok
example : (do let x ← some 1; let y ← none; return x + y : Option Nat) = none := rfl
--- case: equality is decidable
--- expect: ok
example : some 1 ≠ none ∧ some 1 ≠ some 2 := by decide
--- case: some is injective
--- expect: ok
example (a b : Nat) (h : some a = some b) : a = b := by simpa using h
--- case: injection on some
--- expect: ok
example (a b : Nat) (h : some a = some b) : a = b := by
  injection h
--- case: some is not none
--- expect: ok
example (a : Nat) (h : some a = none) : False := by cases h
--- case: cases on options names its cases
--- expect: error unsolved_goals
example (o : Option Nat) : o = none := by
  cases o with
  | none => rfl
  | some a => skip
--- output:
unsolved goals
case some
a : Nat
⊢ some a = none
--- case: simp knows map of map
--- expect: ok
example (o : Option Nat) (f g : Nat → Nat) : (o.map f).map g = o.map (g ∘ f) := by simp
--- case: simp knows map equals some
--- expect: ok
example (o : Option Nat) (b : Nat) : o.map (· + 1) = some b ↔ ∃ a, o = some a ∧ a + 1 = b := by simp
--- case: simp knows isSome of map
--- expect: ok
example (o : Option Nat) : (o.map (· + 1)).isSome = o.isSome := by simp
--- case: ext on options
--- expect: ok
example (o o' : Option Nat) (h : ∀ a, o = some a ↔ o' = some a) : o = o' := by
  ext a
  exact h a
--- case: membership in options
--- expect: ok
example (o : Option Nat) (h : o = some 3) : 3 ∈ o := by simp [h]
--- case: coercion to some
--- expect: ok
example : Option Nat := (3 : Nat)
--- case: match on option
--- expect: ok
example (o : Option Nat) : (match o with | some x => x | none => 0) = o.getD 0 := by cases o <;> rfl
--- case: eval prints options
--- expect: ok
#eval (some 3 : Option Nat)
--- output:
some 3
--- case: eval prints none
--- expect: ok
#eval (none : Option Nat)
--- output:
none
--- case: type of the other option
--- expect: error type_mismatch
example : Option Nat := some "a"
--- case: if let
--- expect: ok
def f (o : Option Nat) : Nat := if let some x := o then x else 0
example : f (some 3) = 3 := rfl
