-- expect: rejected
-- C5
section A
theorem bad : True := trivial
end B
