-- what rests on unsafe code is not what was asked about
unsafe def address (n : Nat) : Nat := unsafeCast n
theorem two : 1 + 1 = 2 := rfl
