-- expect: incomplete
-- A7: the gap is found by instance search
set_option warn.sorry false
class Wrong : Prop where
  wrong : 1 = 2
instance : Wrong := ⟨sorry⟩
theorem bad : 1 = 2 := Wrong.wrong
