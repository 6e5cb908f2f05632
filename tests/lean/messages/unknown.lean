theorem uses : 1 = 1 := no_such_lemma 3

example (n : Nat) (h : n = foo) : n = foo := h

#check noSuchFunction
#check List.noSuchField
