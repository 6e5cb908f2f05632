partial def search (n : Nat) : Nat := if n * n > 50 then n else search (n + 1)
#eval search 0
theorem two : 1 + 1 = 2 := rfl
