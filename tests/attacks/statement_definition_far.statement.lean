def one : Nat := 1
def two : Nat := one + one
def four : Nat := two + two
theorem bad : four = 5 := sorry
