structure Point where
  x : Int
  y : Int
deriving DecidableEq
def Point.mirror (p : Point) : Point := { p with x := -p.x }
theorem mirror_twice (p : Point) : p.mirror.mirror = p := sorry
