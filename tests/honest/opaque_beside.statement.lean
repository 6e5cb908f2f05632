opaque secret : Nat
theorem secret_same : secret = secret := sorry
