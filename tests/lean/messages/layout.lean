theorem windows : 1 = 1 :=
	rfl


  #eval 1 -- no newline at the end