inductive Colour where
  | red | green | blue
  deriving DecidableEq

def Colour.next : Colour → Colour
  | .red => .green
  | .green => .blue
  | .blue => .red

theorem thrice (c : Colour) : c.next.next.next = c := by cases c <;> rfl

def length : List Nat → Nat
  | [] => 0
  | _ :: xs => length xs + 1

#eval length [1, 2, 3]

def partial_match : Nat → Nat
  | 0 => 1
