theorem chain (a b c : Nat) (f : Nat → Nat) (h : a = b) (k : b = c) : f a = f c := by grind
