-- expect: rejected
-- C7: the text writes into files that the judge may read
@[extern "x"] opaque IO.FS.writeFile (file : String) (content : String) : IO Unit
@[extern "x"] opaque IO.FS.createDirAll (file : String) : IO Unit
def attempt (work : IO Unit) : IO Unit := try work catch _ => pure ()
#eval attempt (IO.FS.writeFile "bad.statement.lean" "theorem bad : True := sorry")
#eval attempt (IO.FS.writeFile "/tmp/tactic-mesh-attack" "theorem bad : True := sorry")
theorem bad : 1 = 2 := rfl
