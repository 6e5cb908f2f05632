/-! A set with one binary operation. -/

universe u

class Magma (G : Type u) where
  op : G → G → G

infix:65 " ◇ " => Magma.op
