-- expect: rejected
-- reasons: option_not_allowed
-- K1, where no constant is left behind
set_option debug.skipKernelTC true
example : False := by decide +kernel
