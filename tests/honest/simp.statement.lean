theorem lengths (xs ys : List Nat) : (xs ++ ys).length = ys.length + xs.length := sorry
