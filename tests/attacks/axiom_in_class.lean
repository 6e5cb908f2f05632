-- expect: rejected
-- reasons: axiom_not_allowed
-- B3: an instance of a class whose field is false
class Trusted where
  no : False
axiom Trusted.any : Trusted
attribute [instance] Trusted.any
theorem bad : 1 = 2 := Trusted.no.elim
