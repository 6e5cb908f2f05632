-- expect: no_verdict
-- C5: the process ends with success before its answer
@[extern "x"] opaque IO.Process.exit (code : UInt8) : IO Unit
theorem bad : 1 = 2 := rfl
#eval IO.Process.exit 0
