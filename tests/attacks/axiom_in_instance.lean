-- expect: rejected
-- B3
axiom cheat : False
instance : Inhabited Empty := ⟨cheat.elim⟩
