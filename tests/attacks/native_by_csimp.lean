-- expect: rejected
-- reasons: axiom_not_allowed
-- B7: compiled code is replaced by an equation that rests on an axiom
def one : Nat := 1
def two : Nat := 2
axiom cheat : False
@[csimp] theorem one_eq_two : @one = @two := cheat.elim
theorem bad : one = 2 := by native_decide
