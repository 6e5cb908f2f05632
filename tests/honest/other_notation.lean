-- the candidate writes the same statement in a notation of its own
def join (a b : Nat) : Nat := a * 10 + b
local infixl:65 " ++ₙ " => join
macro "eleven" : term => `(11)
theorem joined : 1 ++ₙ 1 = eleven := by
  show join 1 1 = 11
  rfl
