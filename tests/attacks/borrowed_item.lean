-- expect: rejected
-- K2: an item of an array beyond its end
theorem bad : False := (#[] : Array Empty).getInternalBorrowed 0 (by decide) |>.elim
