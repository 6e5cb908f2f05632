inductive Colour where
  | red | green | blue
deriving DecidableEq, Repr, Inhabited
def Colour.next : Colour → Colour
  | red => green
  | green => blue
  | blue => red
theorem round (c : Colour) : c.next.next.next = c := sorry
theorem different : Colour.red ≠ Colour.blue := sorry
