-- expect: rejected
-- reasons: axiom_not_allowed
-- B5: an axiom of one word that reads as an allowed one of two
axiom «Quot.sound» {p : Prop} : p
theorem bad : False := «Quot.sound»
