-- expect: rejected
-- reasons: axiom_not_allowed
-- B3
axiom cheat : False
instance : Inhabited Empty := ⟨cheat.elim⟩
