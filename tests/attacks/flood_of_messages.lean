-- expect: rejected
-- C6: an error among very many messages
set_option pp.all true
def say (n : Nat) : IO Unit := do
  for i in [0:n] do
    IO.println s!"'bad{i}' does not depend on any axioms"
#eval say 4000
theorem bad : 1 = 2 := rfl
