mutual
def down (n : Nat) : Nat := if h : n = 0 then 0 else across (n - 1)
termination_by n
decreasing_by omega
def across (n : Nat) : Nat := if h : n = 0 then 1 else down (n - 1)
termination_by n
decreasing_by omega
end
theorem down_zero : down 0 = 0 := sorry
