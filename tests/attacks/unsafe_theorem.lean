-- expect: rejected
-- unsafe code as a proof
unsafe theorem bad : False := bad
