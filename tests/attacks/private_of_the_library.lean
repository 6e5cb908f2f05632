-- expect: rejected
-- K6
theorem «_private.Init.Core.0.bad» : 1 = 2 := _root_._private.Init.Core.0.bad
