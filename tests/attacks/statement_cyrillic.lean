-- expect: rejected
-- elaborated: proved
-- S9: the second letter is Cyrillic
theorem «bаd» : 1 = 1 := rfl
