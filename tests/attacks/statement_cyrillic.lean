-- expect: rejected
-- elaborated: proved
-- reasons: theorem_missing
-- S9: the second letter is Cyrillic
theorem «bаd» : 1 = 1 := rfl
