-- expect: rejected
-- elaborated: proved
-- reasons: statement_changed
-- S4: a name that is not there becomes a variable
set_option autoImplicit true
def total (n : Nat) : Nat := n
theorem bad {totl : Nat → Nat} (h : ∀ n, totl n = n + 1) (n : Nat) : totl n = n + 1 := h n
