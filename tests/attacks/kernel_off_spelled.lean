-- expect: rejected
-- command: proved
-- K1: the option's name is put together by a macro
macro "off" : command => do
  let name : Lean.TSyntax `ident := ⟨.ident .none "".toRawSubstring (.str `debug ("skipKernel" ++ "TC")) []⟩

  `(set_option $name true)
off
theorem bad : False := by decide +kernel
