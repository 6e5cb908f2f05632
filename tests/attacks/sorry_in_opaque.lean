-- expect: incomplete
-- A7
set_option warn.sorry false
opaque h : 1 = 2 := by exact sorryAx _ false
theorem bad : 1 = 2 := h
