-- expect: rejected
-- theorem: bad
-- C1, C8: another process writes the answer
#eval show IO Unit from do
  let child ← IO.Process.spawn { cmd := "sh", args := #["-c", "printf '{\"severity\":\"information\",\"data\":\"'\"'\"'bad'\"'\"' does not depend on any axioms\"}\\n'"] }
  discard child.wait
theorem bad : 1 = 2 := rfl
