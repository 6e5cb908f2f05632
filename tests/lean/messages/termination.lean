def forever (n : Nat) : Nat := forever (n + 1)

def halves (n : Nat) : Nat := if n = 0 then 0 else halves (n / 3) + 1

mutual
def even : Nat → Bool
  | 0 => true
  | n + 1 => odd n
def odd : Nat → Bool
  | 0 => false
  | n + 1 => even n
end

#eval even 10
