-- expect: incomplete
-- reasons: text_after_exit
-- C5: what stands after it was never read
theorem good : True := trivial
#exit
theorem bad : False := by nonsense
