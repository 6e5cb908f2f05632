macro "both" a:term:max : term => `((fun x y => x + y + $a) 1 2)
def x : Nat := 5
theorem seven : both x = 8 := sorry
