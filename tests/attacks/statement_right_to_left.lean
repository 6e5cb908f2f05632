-- expect: rejected
-- S9: a comment that is displayed elsewhere than it stands
theorem bad : 1 = ‮-- ‬ 2 := rfl
