def go : Nat := 1
def reverse (xs : List Nat) : List Nat := go xs []
where
  go : List Nat → List Nat → List Nat
    | [], acc => acc
    | x :: xs, acc => go xs (x :: acc)
theorem reversed : reverse [1, 2, 3] = [3, 2, 1] := rfl
