notation:65 a " ⊕⊕ " b => a + b * 2

infixl:70 " ⋆ " => fun (a b : Nat) => a * b + a

theorem plus : (1 ⊕⊕ 2) = 5 := rfl

theorem star : (2 ⋆ 3) = 9 := rfl

#check (1 ⊕⊕ 2)
