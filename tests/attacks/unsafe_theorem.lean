-- expect: rejected
-- K2: unsafe code as a proof
unsafe theorem bad : False := bad
