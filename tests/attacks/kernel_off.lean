-- expect: rejected
-- reasons: option_not_allowed
-- K1: an option lets the declaration past the kernel
set_option debug.skipKernelTC true in
theorem bad : False := by decide +kernel
