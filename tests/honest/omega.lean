theorem between (a b c : Int) (h : a < b) (k : b < c) : a + 2 ≤ c := by omega
