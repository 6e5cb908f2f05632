-- expect: incomplete
-- A5: the option's name is put together by a macro
macro "quiet" : command => do
  let name : Lean.TSyntax `ident := ⟨.ident .none "".toRawSubstring (.str `debug ("byAs" ++ "Sorry")) []⟩
  `(set_option $name true)
quiet
theorem bad : 1 = 2 := by omega
