def f (a b : Option Nat) : Nat := match a, b with
  | some x, some y => match x with
    | 0 => y
    | _ => x
  | none, some y => y
  | _, none => 0
def g (a : Option Nat) : Nat := match a with
  | some x => x
  | none => 0
theorem both : f (some 0) (some 3) + g none = 3 := sorry
