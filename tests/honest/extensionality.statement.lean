theorem same_function (f g : Nat → Prop) (h : ∀ n, f n ↔ g n) : f = g := sorry
