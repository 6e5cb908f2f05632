theorem bad (b : Bool) : b = true := sorry
