-- expect: rejected
-- elaborated: proved
-- S4: another default
def start (n : Nat := 2) : Nat := n
theorem bad : start = 2 := rfl
