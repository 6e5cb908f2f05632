-- expect: rejected
-- C9: what another user's file says is no proof, and cannot be read
@[extern "x"] opaque IO.FS.readFile (file : String) : IO String
def told : IO String := try IO.FS.readFile "/etc/passwd" catch _ => pure "nothing"
#eval do if (← told) ≠ "nothing" then IO.println "it was read" else pure ()
theorem bad : 1 = 2 := rfl
