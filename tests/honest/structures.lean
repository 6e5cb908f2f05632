structure Point where
  x : Int
  y : Int
deriving DecidableEq
@[simp] theorem Point.same {p q : Point} (h : p.x = q.x) (k : p.y = q.y) : p = q := by
  cases p; cases q; simp_all
def Point.mirror (p : Point) : Point := { p with x := -p.x }
theorem mirror_twice (p : Point) : p.mirror.mirror = p := by
  apply Point.same <;> simp [Point.mirror]
