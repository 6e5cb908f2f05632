-- expect: incomplete
-- A3: the name is put together while the text is elaborated
set_option warn.sorry false
def name : Lean.Name := .mkSimple (String.ofList ['s', 'o', 'r', 'r', 'y', 'A', 'x'])
macro "fake" : term => do
  let constant : Lean.TSyntax `ident := ⟨.ident .none "".toRawSubstring name []⟩
  `($constant _ true)
theorem bad : 1 = 2 := fake
